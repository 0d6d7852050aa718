import Foundation

/// Columns of what is typed in words.
extension RegisterColumn {
  public static func text(
    _ name: String, _ title: String, weight: Double = 1.5, grows: Bool = false,
    _ field: WritableKeyPath<Record, String>
  ) -> Self {
    var column = RegisterColumn(
      name: name, title: title, kind: .text, weight: weight, text: { $0[keyPath: field] },
      key: { RegisterKey(sorting: $0[keyPath: field]) })
    column.grows = grows
    column.set = { record, text in
      record[keyPath: field] = text
      return true
    }
    return column
  }

  /// Several lines; not in the table unless `isInTable` is set.
  public static func longText(
    _ name: String, _ title: String, weight: Double = 2, grows: Bool = false,
    _ field: WritableKeyPath<Record, String>
  ) -> Self {
    var column = text(name, title, weight: weight, grows: grows, field)
    column.kind = .longText
    return column
  }

  /// Somebody's name, or a department's, with those that the workspace knows offered.
  public static func person(
    _ name: String, _ title: String, weight: Double = 1.2,
    _ field: WritableKeyPath<Record, String>, in context: RegisterContext
  ) -> Self {
    var column = text(name, title, weight: weight, field)
    column.kind = .person
    column.completes = true
    column.choices = { context.people }
    return column
  }

  /// Worked out of the record.
  ///
  /// - Parameters:
  ///   - rule: how, in a sentence.
  ///   - key: what it is sorted by; its number is the text unless there is another one.
  public static func computed(
    _ name: String, _ title: String, weight: Double = 0.85, rule: String = "",
    isFigure: Bool = false, text: @escaping (Record) -> String,
    key: ((Record) -> RegisterKey?)? = nil
  ) -> Self {
    var column = RegisterColumn(
      name: name, title: title, kind: .computed, weight: weight, text: text,
      key: key ?? { RegisterKey(sorting: text($0)) })
    column.rule = rule
    column.isFigure = isFigure
    return column
  }
}
