import UpliftCore

extension RegisterColumn {
  /// Logical pixels; one that grows is at least as wide. A mark needs room as well.
  var width: Int { Int(weight * 98) + (rule.isEmpty || kind == .computed ? 0 : 18) }
}
