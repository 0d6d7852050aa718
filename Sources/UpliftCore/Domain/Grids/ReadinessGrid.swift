import Foundation

/// How ready the organisation is, as several people rate it in one round: conditions × raters.
public struct ReadinessGrid: RecordGrid {
  public private(set) var rows: [GridLine] = []
  public private(set) var columns: [GridLine] = []
  private let round: ReadinessRound
  private var raters: NamedColumns
  private var ratings: NotedScores<Key, ReadinessRating>
  private let values: [ReadinessRating.Condition: ReadinessFigures.Value]
  private let widest: Double
  public let summary: [String]

  private struct Key: Hashable, Sendable {
    var condition: ReadinessRating.Condition
    var rater: String
  }

  private static let conditions = ReadinessFigures.Condition.allCases.flatMap { condition in
    condition.parts.map { (condition, $0) }
  }

  /// - Parameter pending: raters who have not rated anything yet.
  public init(_ contents: WorkspaceContents, round: ReadinessRound, pending: [String] = []) {
    self.round = round
    let own = contents.readinessRatings.filter { $0.roundID == round.id }
    raters = NamedColumns(used: own.map(\.rater), pending: pending)
    ratings = NotedScores(own, of: Self.values, score: \.score, note: \.evidence) {
      Key(condition: $0.condition, rater: $0.rater.folded)
    }
    let figures = ReadinessFigures([round], ratings: own).now
    values = Dictionary(
      (figures?.values ?? []).map { ($0.condition, $0) }, uniquingKeysWith: { $1 })
    widest = figures?.disagreements.first?.range ?? 0
    var lines: [String] = []
    if let mean = figures?.mean {
      lines.append(
        tr(
          "Readiness {mean} of 5, rated by {count}",
          [
            "mean": NumberFormat.local.text(mean, decimals: 1), "count": figures?.raters.count ?? 0,
          ]))
    }
    let apart = (figures?.disagreements ?? []).filter {
      $0.range == figures?.disagreements.first?.range
    }
    if !apart.isEmpty {
      lines.append(
        tr(
          "Raters disagree most about: {conditions}",
          ["conditions": listed(apart.map(\.condition.title))]))
    }
    summary = lines
    rows = makeRows()
    columns = makeColumns()
  }

  public var title: String { tr("Ratings") }
  public var corner: String { tr("Condition") }
  public var rule: String { ReadinessFigures.rule }
  public var noteTitle: String { tr("Evidence") }
  public var editName: EditName { .setReadinessRating }
  public var pending: [String] { raters.pending }
  public var explanation: String {
    tr(
      "Write who rates into the first row; then each condition from 0 (not at all) to 5 (fully). Shift+F2 adds what makes one think so."
    )
  }

  private func makeRows() -> [GridLine] {
    Self.conditions.map { whole, part in
      var line = GridLine(id: part.rawValue, title: part.title, isEditable: false)
      if whole.parts.count > 1 { line.above = tr("organisation") }
      let range = values[part]?.range ?? 0
      line.isMarked = range >= 2 && range == widest
      line.detail = line.isMarked ? tr("Raters disagree most here.") : ""
      return line
    }
  }

  private func makeColumns() -> [GridLine] {
    raters.names.map { GridLine(id: $0.folded, title: $0) } + [GridLine.new(tr("Add rater"))]
      + [
        GridLine(id: "mean", title: tr("Mean"), isEditable: false),
        GridLine(id: "range", title: tr("Apart by"), isEditable: false),
      ]
  }

  private static let values = GridCellKind.scale([
    (0, tr("not at all")), (1, ""), (2, ""), (3, ""), (4, ""), (5, tr("fully")),
  ])

  public func kind(at place: GridPlace) -> GridCellKind {
    place.column > raters.names.count ? .computed : Self.values
  }

  private func key(_ place: GridPlace) -> Key? {
    guard Self.conditions.indices.contains(place.row), raters.names.indices.contains(place.column)
    else { return nil }
    return Key(
      condition: Self.conditions[place.row].1, rater: raters.names[place.column].folded)
  }

  public func cell(at place: GridPlace) -> GridCell {
    guard let key = key(place) else { return computed(place) }
    return ratings.cell(key) {
      tr("Rated more than once: {scores}. Typing leaves one.", ["scores": $0])
    }
  }

  private func computed(_ place: GridPlace) -> GridCell {
    guard place.column > raters.names.count, Self.conditions.indices.contains(place.row),
      let value = values[Self.conditions[place.row].1]
    else { return GridCell() }
    let isMean = place.column == raters.names.count + 1
    guard let number = isMean ? value.mean : value.range else { return GridCell() }
    let isWidest = !isMean && number >= 2 && number == widest
    return GridCell(
      NumberFormat.local.text(number, decimals: isMean ? 1 : 0), tone: isWidest ? .poor : .plain,
      mark: isWidest ? tr("Raters disagree most here.") : "")
  }

  public mutating func set(_ text: String, at place: GridPlace) -> Bool {
    guard let key = key(place) else { return false }
    return ratings.set(text, at: key) {
      ReadinessRating(
        roundID: round.id, condition: key.condition, rater: raters.names[place.column])
    }
  }

  public mutating func setNote(_ note: String, at place: GridPlace) -> Bool {
    guard let key = key(place) else { return false }
    return ratings.setNote(note, at: key)
  }

  public mutating func rename(column: Int, to name: String) -> Bool {
    defer { columns = makeColumns() }
    if column == raters.names.count { return raters.add(name) }
    guard raters.names.indices.contains(column) else { return false }
    let old = raters.names[column]
    guard raters.rename(column, to: name) else { return false }
    for record in ratings.records.everything where record.rater.folded == old.folded {
      var new = record
      new.rater = raters.names[column]
      ratings.move(new, from: Key(condition: record.condition, rater: old.folded))
    }
    return true
  }

  public func removing(column: Int) -> Edit? {
    guard raters.names.indices.contains(column) else { return nil }
    let name = raters.names[column].folded
    return Edit.deleting(
      ratings.records.everything.filter { $0.rater.folded == name }.map(\.reference)
        .sorted { $0.id.uuidString < $1.id.uuidString })
  }

  public var changes: [Change] { ratings.changes }
}
