import UpliftCore

extension HeatTable {
  /// How the members of a group spread over functions and levels: who is missing, and for whom one
  /// voice alone speaks.
  public init(balanceOf balance: GroupBalance, title: String) {
    let most = balance.functions.flatMap(\.counts).max() ?? 0
    self.init(
      title: title, corner: tr("Function"),
      columns: balance.levels.map { $0.isEmpty ? tr("no level") : $0 },
      rows: balance.functions.map { function in
        let isMissing = function.total == 0
        let isAlone = balance.singleVoices.contains(function.name)
        return Row(
          function.name.isEmpty ? tr("no function") : function.name,
          function.counts.map { count in
            Cell(
              count > 0 ? String(count) : "",
              level: count > 0 ? Double(count) / Double(max(most, 1)) : nil,
              tone: isMissing ? .missing : count > 0 && isAlone ? .poor : .plain)
          }, isMarked: isMissing || isAlone)
      },
      legend: [
        .plain: tr("members"),
        .poor: balance.singleVoices.isEmpty ? "" : tr("one voice alone"),
        .missing: balance.missing.isEmpty ? "" : tr("nobody"),
      ],
      rule: tr(
        "Each member counts once, by function and level. {count}.",
        ["count": ntr("n = {count} member", "n = {count} members", balance.size)]))
  }
}
