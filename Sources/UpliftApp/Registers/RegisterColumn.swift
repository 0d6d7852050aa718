import Foundation
import UpliftCore

/// A column of a register: what it shows of a record, how it is sorted, and how it takes a text.
struct RegisterColumn<Record: Ranked> {
  enum Kind {
    /// Typed in.
    case text, day, number
    /// One of a list.
    case choice
    case yesNo
    /// Worked out; nobody changes it.
    case computed
  }

  var title: String
  var kind: Kind
  /// Logical pixels; one that grows is at least as wide.
  var width: Int
  var grows = false
  /// What its cell says.
  var text: (Record) -> String
  /// What it is sorted by; nil comes last.
  var key: (Record) -> RegisterKey?
  /// Takes a text, as it is typed, chosen or pasted; false: it does not fit, and nothing changed.
  var set: (inout Record, String) -> Bool = { _, _ in false }
  /// The texts to choose from, in order.
  var choices: () -> [String] = { [] }
  /// Where the cell leads; nil: nowhere.
  var target: (Record) -> EntityReference? = { _ in nil }
  /// Whether its cells may lead somewhere.
  var leads = false
  /// Whether it wants attention.
  var isMarked: (Record) -> Bool = { _ in false }

  func leading(to target: @escaping (Record) -> EntityReference?) -> Self {
    var column = self
    column.target = target
    column.leads = true
    return column
  }

  func marked(when isMarked: @escaping (Record) -> Bool) -> Self {
    var column = self
    column.isMarked = isMarked
    // Room for the mark.
    column.width += 18
    return column
  }
}

/// What cells are sorted by.
enum RegisterKey: Comparable {
  case number(Double)
  case text(String)
}

extension RegisterColumn {
  static func text(
    _ title: String, width: Int, grows: Bool = false, _ field: WritableKeyPath<Record, String>
  ) -> Self {
    RegisterColumn(
      title: title, kind: .text, width: width, grows: grows, text: { $0[keyPath: field] },
      key: { sortKey($0[keyPath: field]) },
      set: { record, text in
        record[keyPath: field] = text
        return true
      })
  }

  static func day(
    _ title: String, width: Int = 98, _ field: WritableKeyPath<Record, CalendarDay?>
  ) -> Self {
    RegisterColumn(
      title: title, kind: .day, width: width,
      text: { $0[keyPath: field].map(DayFormat.local.text) ?? "" },
      key: { $0[keyPath: field].map { .text($0.description) } },
      set: { record, text in
        if text.allSatisfy(\.isWhitespace) {
          record[keyPath: field] = nil
          return true
        }
        guard let day = DayFormat.local.day(text) else { return false }
        record[keyPath: field] = day
        return true
      })
  }

  static func number(
    _ title: String, width: Int = 80, _ field: WritableKeyPath<Record, Double?>
  ) -> Self {
    RegisterColumn(
      title: title, kind: .number, width: width,
      text: { $0[keyPath: field].map(MetricWords.number) ?? "" },
      key: { $0[keyPath: field].map { .number($0) } },
      set: { record, text in
        if text.allSatisfy(\.isWhitespace) {
          record[keyPath: field] = nil
          return true
        }
        guard let value = MetricWords.value(text) else { return false }
        record[keyPath: field] = value
        return true
      })
  }

  /// - Parameter choices: in the order in which they are sorted, too.
  static func choice<Value: Equatable>(
    _ title: String, width: Int, _ field: WritableKeyPath<Record, Value>,
    _ choices: @escaping () -> [(value: Value, title: String)]
  ) -> Self {
    RegisterColumn(
      title: title, kind: .choice, width: width,
      text: { record in
        choices().first { $0.value == record[keyPath: field] }?.title ?? ""
      },
      key: { record in
        choices().firstIndex { $0.value == record[keyPath: field] }.map { .number(Double($0)) }
      },
      set: { record, text in
        let wanted = text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        guard let choice = choices().first(where: { $0.title.lowercased() == wanted }) else {
          return false
        }
        record[keyPath: field] = choice.value
        return true
      }, choices: { choices().map(\.title) })
  }

  static func yesNo(
    _ title: String, width: Int = 72, _ field: WritableKeyPath<Record, Bool>
  ) -> Self {
    var column = choice(title, width: width, field) { [(true, tr("yes")), (false, tr("no"))] }
    column.kind = .yesNo
    return column
  }

  static func computed(
    _ title: String, width: Int, text: @escaping (Record) -> String,
    key: @escaping (Record) -> RegisterKey?
  ) -> Self {
    RegisterColumn(title: title, kind: .computed, width: width, text: text, key: key)
  }

  private static func sortKey(_ text: String) -> RegisterKey? {
    text.allSatisfy(\.isWhitespace) ? nil : .text(text.lowercased())
  }
}
