import Foundation

/// A column of a register: what it says of a record, how it is sorted, and how it takes a text. The
/// table on the screen, the form, CSV, the tables of a document and the command line all read the
/// same columns.
///
/// ```swift
/// columns: [
///   .text("barrier", tr("Barrier"), weight: 2.4, grows: true, \.title),
///   .person("manager", tr("Manager who clears it"), \.manager, in: context)
///     .marked(tr("Nobody clears it.")) { $0.manager.isEmpty },
///   .money("cost", tr("Cost"), \.costInMinorUnits, in: context),
///   .day("opened", tr("Opened"), \.openedOn, in: context),
/// ]
/// ```
public struct RegisterColumn<Record: Entity> {
  public enum Kind: CaseIterable, Sendable {
    /// Typed in, in one line.
    case text
    /// Typed in, with line ends.
    case longText
    /// Typed in, with the people of the workspace offered.
    case person
    case day, month, quarter
    case number, percentage, money
    /// 0…5.
    case rating
    /// One of a list.
    case choice
    case yesNo
    /// Any number out of a list; "; " stands between them.
    case several
    /// Another record, looked for in the workspace.
    case link
    /// Worked out; nobody changes it.
    case computed
  }

  /// In English and for good: the heading in CSV files, and what `--columns` names. Small letters.
  public var name: String
  /// In the language of the program.
  public var title: String
  public var kind: Kind
  /// How much of the width it wants; 1 is what a day needs.
  public var weight: Double
  /// Whether it takes the room that others leave.
  public var grows = false
  /// Whether it holds figures, which stand to the right.
  public var isFigure = false
  /// Whether it is a column of the table; a field of the form and a column of CSV it is always.
  public var isInTable = true
  /// What its cell says; nothing is "".
  public var text: (Record) -> String
  /// What it is sorted by; nil comes last.
  public var key: (Record) -> RegisterKey?
  /// Takes a text, as it is typed, chosen, pasted or read; false: it does not fit, and nothing
  /// changed. Every text that `text` gives fits.
  public var set: (inout Record, String) -> Bool = { _, _ in false }
  /// Changes of other records that a text means, for what is not kept in the record itself; nil: it
  /// does not fit. Then `set` is not asked.
  public var assign: ((Record, String) -> [Change]?)?
  /// The texts to choose from or to complete, in order.
  public var choices: () -> [String] = { [] }
  /// Whether its choices complete what is typed, which may be something else.
  public var completes = false
  /// Whether what others of the record may hold depends on it: it is taken first.
  public var comesFirst = false
  /// Where the cell leads; nil: nowhere.
  public var target: (Record) -> EntityReference? = { _ in nil }
  /// Whether its cells may lead somewhere.
  public var leads = false
  /// Of a link: takes the record that was found; false: it is of the wrong kind.
  public var setTarget: ((inout Record, EntityReference?) -> Bool)?
  /// Of a link: what is looked for.
  public var linkKinds: [EntityKind] = []
  /// What may be made where it is chosen; nil: only what is there can be chosen.
  public var making: () -> RegisterMaking? = { nil }
  /// What refers to a record that was made for it.
  var putMade: (Record, UUID) -> [Change] = { _, _ in [] }
  /// Whether it wants attention.
  public var isMarked: (Record) -> Bool = { _ in false }
  /// Whether its cells may want attention at all.
  public private(set) var hasMarks = false
  /// Drawn instead of its text: the newest values, oldest first.
  public var line: ((Record) -> RegisterLine?)?
  /// By which rule it is worked out, or when it is marked; a tooltip.
  public var rule = ""
  /// What fits, for the sentence that refuses a text: "dates like 2026-11-21".
  public var takes: () -> String = { "" }

  public init(
    name: String, title: String, kind: Kind, weight: Double = 1,
    text: @escaping (Record) -> String, key: @escaping (Record) -> RegisterKey?
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.weight = weight
    self.text = text
    self.key = key
    isFigure = [.number, .percentage, .money].contains(kind)
  }

  public var isEditable: Bool { kind != .computed }

  /// What fits into the record; nil: no more is to be said than of any record.
  public var takesThere: (Record) -> String? = { _ in nil }

  /// Why a text was not taken.
  ///
  /// - Parameter record: that was to take it, where there is one.
  public func refusal(of text: String, in record: Record? = nil) -> String {
    tr(
      "“{text}” does not fit into {column}. It takes {choices}.",
      [
        "text": String(text.prefix(60)), "column": title,
        "choices": record.flatMap(takesThere) ?? takes(),
      ])
  }

  /// Taken before the others, see `comesFirst`.
  public func first() -> Self {
    var column = self
    column.comesFirst = true
    return column
  }
}

/// Values over time, as a little line in a cell.
public struct RegisterLine: Equatable, Sendable {
  /// Oldest first.
  public var values: [Double]
  public var target: Double?

  public init(_ values: [Double], target: Double? = nil) {
    self.values = values
    self.target = target
  }
}

extension RegisterColumn {
  /// With an arrow that leads to another record.
  public func leading(to target: @escaping (Record) -> EntityReference?) -> Self {
    var column = self
    column.target = target
    column.leads = true
    return column
  }

  /// With a mark on cells that want attention.
  ///
  /// - Parameter rule: when that is, in a sentence.
  public func marked(_ rule: String = "", when isMarked: @escaping (Record) -> Bool) -> Self {
    var column = self
    column.isMarked = isMarked
    column.hasMarks = true
    if !rule.isEmpty { column.rule = rule }
    return column
  }

  /// Not in the table: only in the form, in CSV and where a document asks for it.
  public func onlyInForm() -> Self {
    var column = self
    column.isInTable = false
    return column
  }
}
