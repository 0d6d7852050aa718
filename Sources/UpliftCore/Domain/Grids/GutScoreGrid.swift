import Foundation

/// What people feel that opportunities are worth, beside what is known of them: opportunities ×
/// people.
public struct GutScoreGrid: RecordGrid {
  public private(set) var rows: [GridLine] = []
  public private(set) var columns: [GridLine] = []
  private let opportunities: [Opportunity]
  private let titles: [UUID: String]
  private var people: NamedColumns
  private var scores: JoinedRecords<IDAndName, GutScore>
  private let figures: [UUID: GutAndData]
  private var lastRank: Rank?
  private let today: CalendarDay
  public let summary: [String]

  /// - Parameter pending: people who have not given a score yet.
  public init(_ contents: WorkspaceContents, pending: [String] = [], today: CalendarDay) {
    opportunities = contents.opportunities.inOrder()
    self.today = today
    let cards = Dictionary(contents.cards.map { ($0.id, $0.text) }, uniquingKeysWith: { $1 })
    titles = Dictionary(
      opportunities.map { ($0.id, $0.cardID.flatMap { cards[$0] } ?? $0.title) },
      uniquingKeysWith: { $1 })
    let ordered = contents.gutScores.inOrder()
    lastRank = ordered.last?.rank
    people = NamedColumns(used: ordered.map(\.rater), pending: pending)
    scores = JoinedRecords(ordered) { IDAndName($0.opportunityID, $0.rater) }
    let all = GutAndData.all(
      contents.opportunities, scores: contents.gutScores,
      in: OpportunityEvidence.Records(contents))
    figures = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let apart = all.count(where: \.disagrees)
    summary =
      all.isEmpty
      ? []
      : [
        ntr(
          "Gut and data differ by 2 or more at {count} opportunity: ask customers first.",
          "Gut and data differ by 2 or more at {count} opportunities: ask customers first.", apart)
      ]
    rows = makeRows()
    columns = makeColumns()
  }

  public var title: String { tr("Gut scores by person") }
  public var corner: String { tr("Opportunity") }
  public var rule: String { GutAndData.rule }
  public var editName: EditName { .setGutScore }
  public var pending: [String] { people.pending }
  public var explanation: String {
    opportunities.isEmpty
      ? tr(
        "There is no opportunity yet. Add one in the register; the opportunities are the rows here."
      )
      : tr(
        "Write who is asked into the first row; then what each feels an opportunity is worth, from 1 (nothing) to 5 (very much)."
      )
  }

  private func makeRows() -> [GridLine] {
    opportunities.map { opportunity in
      let title = titles[opportunity.id] ?? ""
      var line = GridLine(
        id: opportunity.id.uuidString,
        title: title.isBlank ? tr("an opportunity without a name") : title,
        reference: opportunity.reference, isEditable: false)
      line.isMarked = figures[opportunity.id]?.disagrees ?? false
      line.detail = line.isMarked ? tr("Ask customers first.") : ""
      return line
    }
  }

  private func makeColumns() -> [GridLine] {
    people.names.map { GridLine(id: $0.folded, title: $0) } + [GridLine.new(tr("Add person"))]
      + [tr("Gut (mean)"), tr("Data"), tr("Difference")].enumerated().map { index, title in
        GridLine(id: "figure \(index)", title: title, isEditable: false)
      }
  }

  private static let values = GridCellKind.scale([
    (1, tr("nothing")), (2, ""), (3, ""), (4, ""), (5, tr("very much")),
  ])

  public func kind(at place: GridPlace) -> GridCellKind {
    place.column > people.names.count ? .computed : Self.values
  }

  private func key(_ place: GridPlace) -> IDAndName? {
    guard opportunities.indices.contains(place.row), people.names.indices.contains(place.column)
    else { return nil }
    return IDAndName(opportunities[place.row].id, people.names[place.column])
  }

  public func cell(at place: GridPlace) -> GridCell {
    guard let key = key(place) else { return computed(place) }
    let all = scores.all(key)
    guard let first = all.first else { return GridCell() }
    return GridCell(
      String(first.score),
      mark: all.count > 1
        ? tr(
          "Scored more than once: {scores}. Typing leaves one.",
          ["scores": listed(all.map { String($0.score) })]) : "")
  }

  private func computed(_ place: GridPlace) -> GridCell {
    guard opportunities.indices.contains(place.row),
      let figure = figures[opportunities[place.row].id]
    else { return GridCell() }
    let numbers = NumberFormat.local
    switch place.column - people.names.count {
    case 1: return GridCell(figure.gut.map { numbers.text($0, decimals: 1) } ?? "")
    case 2: return GridCell(numbers.text(figure.data, decimals: 1))
    case 3:
      guard let difference = figure.difference else { return GridCell() }
      return GridCell(
        (difference > 0 ? "+" : "") + numbers.text(difference, decimals: 1),
        tone: figure.disagrees ? .poor : .plain,
        mark: figure.disagrees ? tr("Ask customers first.") : "")
    default: return GridCell()
    }
  }

  public mutating func set(_ text: String, at place: GridPlace) -> Bool {
    guard let key = key(place), let value = Self.values.value(text) else { return false }
    guard let score = Int(value) else {
      scores.remove(key)
      return true
    }
    let record: GutScore
    if var known = scores[key] {
      if known.score != score { known.day = today }
      known.score = score
      record = known
    } else {
      let rank = Rank.between(lastRank, nil)
      lastRank = rank
      record = GutScore(
        opportunityID: key.id, rank: rank, rater: people.names[place.column], score: score,
        day: today)
    }
    scores.put(record)
    return true
  }

  public mutating func rename(column: Int, to name: String) -> Bool {
    defer { columns = makeColumns() }
    if column == people.names.count { return people.add(name) }
    guard people.names.indices.contains(column) else { return false }
    let old = people.names[column]
    guard people.rename(column, to: name) else { return false }
    for record in scores.everything where record.rater.folded == old.folded {
      var new = record
      new.rater = people.names[column]
      scores.move(new, from: IDAndName(record.opportunityID, old))
    }
    return true
  }

  public func removing(column: Int) -> Edit? {
    guard people.names.indices.contains(column) else { return nil }
    let name = people.names[column].folded
    return Edit.deleting(
      scores.everything.filter { $0.rater.folded == name }.inOrder().map(\.reference))
  }

  public func removing(row: Int) -> Edit? {
    opportunities.indices.contains(row) ? Edit.deleting([opportunities[row].reference]) : nil
  }
  public func moving(row: Int, _ direction: Direction) -> Edit? {
    opportunities.indices.contains(row)
      ? opportunities.moving(opportunities[row].id, direction) : nil
  }
  public var changes: [Change] { scores.changes }
}
