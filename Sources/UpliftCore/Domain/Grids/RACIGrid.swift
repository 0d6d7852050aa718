import Foundation

/// Who is responsible, accountable, consulted and informed: decisions × roles.
public struct RACIGrid: RecordGrid {
  public private(set) var rows: [GridLine] = []
  public private(set) var columns: [GridLine] = []
  private struct Fault: Sendable {
    var sentence: String
    /// Roles that are one too many, or should be another one.
    var roles: Set<UUID>
  }

  private var decisions: RankedLines<Decision>
  private var roles: RankedLines<WorkRole>
  private var parts: JoinedRecords<PairOfIDs, DecisionRole>
  private let faults: [UUID: Fault]
  public let summary: [String]

  public init(_ contents: WorkspaceContents) {
    decisions = RankedLines(contents.decisions)
    roles = RankedLines(contents.workRoles)
    parts = JoinedRecords(contents.decisionRoles) {
      PairOfIDs(row: $0.decisionID, column: $0.roleID)
    }
    let found = RACIFaults(
      contents.decisions, roles: contents.workRoles, parts: contents.decisionRoles)
    faults = Dictionary(
      found.items.map { item in
        let severalAccountable = item.parts.filter(\.part.isAccountable).count > 1
        return (
          item.id,
          Fault(
            sentence: item.faults.map(\.sentence).joined(separator: " "),
            roles: severalAccountable
              ? Set(item.parts.filter(\.part.isAccountable).map(\.roleID)) : [])
        )
      }, uniquingKeysWith: { $1 })
    summary =
      found.n == 0
      ? []
      : [
        found.items.isEmpty
          ? ntr(
            "{count} decision, and it is clear who decides.",
            "{count} decisions, and of each it is clear who decides.", found.n)
          : tr(
            "{faulty} of {count} decisions: not clear who decides.",
            ["faulty": found.items.count, "count": found.n])
      ]
    rows = makeRows()
    columns = makeColumns()
  }

  public var title: String { tr("Who decides") }
  public var corner: String { tr("Decision") }
  public var rule: String { RACIFaults.rule }
  public var editName: EditName { .setDecisionRole }
  public var explanation: String {
    tr(
      "Write a decision in the first column and a role in the first row; then R, A, C or I where they meet. B is both: accountable and responsible."
    )
  }

  private func makeRows() -> [GridLine] {
    decisions.lines(\.title, nameless: tr("a decision without a name"), new: tr("Add decision"))
      .map { line in
        guard let fault = line.reference.flatMap({ faults[$0.id] }) else { return line }
        var line = line
        line.detail = fault.sentence
        line.isMarked = true
        return line
      }
  }

  private func makeColumns() -> [GridLine] {
    roles.lines(\.title, nameless: tr("a role without a name"), new: tr("Add role"))
  }

  /// R, A, C, I, and A/R for who is both.
  public static let values = GridCellKind.choice(
    DecisionRole.Part.inOrderOfSigns.map { part in
      GridChoice(part.sign, part.title, keys: [part.key])
    })

  public func kind(at place: GridPlace) -> GridCellKind { Self.values }

  private func key(_ place: GridPlace) -> PairOfIDs? {
    guard decisions.indices.contains(place.row), roles.indices.contains(place.column) else {
      return nil
    }
    return PairOfIDs(row: decisions[place.row].id, column: roles[place.column].id)
  }

  public func cell(at place: GridPlace) -> GridCell {
    guard let key = key(place), let part = parts[key]?.part else { return GridCell() }
    let isFaulty = faults[key.row]?.roles.contains(key.column) ?? false
    return GridCell(
      part.sign, tone: isFaulty ? .poor : part.isAccountable ? .good : .plain,
      mark: isFaulty ? tr("More than one role is accountable (A).") : "",
      spoken: part.sign + ", " + part.title)
  }

  public mutating func set(_ text: String, at place: GridPlace) -> Bool {
    guard let key = key(place), let value = Self.values.value(Self.normal(text)) else {
      return false
    }
    guard !value.isEmpty else {
      parts.remove(key)
      return true
    }
    guard let part = DecisionRole.Part.inOrderOfSigns.first(where: { $0.sign == value }) else {
      return false
    }
    var record = parts[key] ?? DecisionRole(decisionID: key.row, roleID: key.column)
    record.part = part
    parts.put(record)
    return true
  }

  /// Tables write who is both in many ways: "AR", "R/A", "A, R".
  private static func normal(_ text: String) -> String {
    Set(text.lowercased().filter(\.isLetter)) == ["a", "r"] && text.count <= 6 ? "A/R" : text
  }

  public mutating func rename(row: Int, to name: String) -> Bool {
    defer { rows = makeRows() }
    return decisions.rename(row, to: name, \.title) { Decision(rank: $0) }
  }
  public mutating func rename(column: Int, to name: String) -> Bool {
    defer { columns = makeColumns() }
    return roles.rename(column, to: name, \.title) { WorkRole(rank: $0) }
  }
  public var changes: [Change] { decisions.changes + roles.changes + parts.changes }
  public func removing(row: Int) -> Edit? { decisions.removing(row) }
  public func removing(column: Int) -> Edit? { roles.removing(column) }
  public func moving(row: Int, _ direction: Direction) -> Edit? {
    decisions.moving(row, direction)
  }
  public func moving(column: Int, _ direction: Direction) -> Edit? {
    roles.moving(column, direction)
  }
}

extension DecisionRole.Part {
  static let inOrderOfSigns: [Self] = [
    .responsible, .accountable, .consulted, .informed, .accountableAndResponsible,
  ]

  /// As the method abbreviates it, in every language: R, A, C, I, A/R.
  public var sign: String {
    switch self {
    case .responsible: "R"
    case .accountable: "A"
    case .consulted: "C"
    case .informed: "I"
    case .accountableAndResponsible: "A/R"
    }
  }

  fileprivate var key: Character {
    switch self {
    case .responsible: "r"
    case .accountable: "a"
    case .consulted: "c"
    case .informed: "i"
    case .accountableAndResponsible: "b"
    }
  }
}
