import Foundation

/// What an interviewer gives the candidates for a role: candidates × criteria, each of which has a
/// weight. With no interviewer, the means of all.
public struct ScorecardGrid: RecordGrid {
  public private(set) var rows: [GridLine] = []
  public private(set) var columns: [GridLine] = []
  private let role: WorkRole
  /// Empty: the means of all interviewers.
  private let interviewer: String
  private var candidates: RankedLines<Candidate>
  private var criteria: RankedLines<Criterion>
  private var scores: NotedScores<PairOfIDs, CandidateScore>
  private let ranking: CandidateRanking
  private let places: [UUID: CandidateRanking.Item]
  /// Of all roles, which a new one comes after.
  private let lastRanks: (candidate: Rank?, criterion: Rank?)
  public let summary: [String]

  public init(_ contents: WorkspaceContents, role: WorkRole, interviewer: String) {
    self.role = role
    self.interviewer = interviewer
    candidates = RankedLines(contents.candidates.filter { $0.roleID == role.id })
    criteria = RankedLines(contents.criteria.filter { $0.roleID == role.id })
    lastRanks = (
      contents.candidates.map(\.rank).max(), contents.criteria.map(\.rank).max()
    )
    let own = contents.candidateScores.filter { $0.interviewer.folded == interviewer.folded }
    scores = NotedScores(
      interviewer.isEmpty ? [] : own, of: Self.values, score: \.score, note: \.note
    ) { PairOfIDs(row: $0.candidateID, column: $0.criterionID) }
    let ranking = CandidateRanking(
      role: role.id, candidates: contents.candidates, criteria: contents.criteria,
      scores: contents.candidateScores)
    self.ranking = ranking
    places = Dictionary(ranking.items.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let first = ranking.items.filter { $0.place == 1 }.map(\.candidate.name)
    let weights = ranking.criteria.reduce(0) { $0 + $1.weight }
    summary =
      ranking.items.isEmpty
      ? []
      : [
        [
          first.isEmpty ? "" : tr("First: {names}", ["names": listed(first)]),
          tr("sum of the weights {sum}", ["sum": weights]),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
      ]
    rows = makeRows()
    columns = makeColumns()
  }

  public var title: String { tr("Scorecards") }
  public var corner: String { tr("Candidate") }
  public var rule: String { CandidateRanking.rule }
  public var noteTitle: String { interviewer.isEmpty ? "" : tr("Remark") }
  public var editName: EditName { .setCandidateScore }
  public var pinnedRows: Int { 1 }
  public var explanation: String {
    interviewer.isEmpty
      ? tr(
        "These are the means of all interviewers. Choose an interviewer, or add one, to fill in a scorecard."
      )
      : tr(
        "Write candidates into the first column and criteria into the first row; then what each candidate showed, from 0 (not seen) to 5 (outstanding). Shift+F2 adds a remark."
      )
  }

  /// The first is the weights.
  private func makeRows() -> [GridLine] {
    [GridLine(id: "weight", title: tr("Weight"), isEditable: false)]
      + candidates.lines(
        \.name, nameless: tr("a candidate without a name"), new: tr("Add candidate"))
  }

  /// What is worked out stands beside the names.
  private func makeColumns() -> [GridLine] {
    [
      GridLine(id: "place", title: tr("Place"), isEditable: false),
      GridLine(id: "score", title: tr("Score of all"), isEditable: false),
    ]
      + (interviewer.isEmpty
        ? [] : [GridLine(id: "own", title: tr("This interviewer"), isEditable: false)])
      + criteria.lines(
        \.title, nameless: tr("a criterion without a name"), new: tr("Add criterion")
      ).enumerated().map { index, line in
        var line = line
        if criteria.indices.contains(index) {
          line.above = criteria[index].area.title
          line.aboveID = criteria[index].area.rawValue
        }
        return line
      }
  }

  /// Columns that are worked out.
  private var computed: Int { interviewer.isEmpty ? 2 : 3 }

  /// The place of a column's criterion among them.
  private func index(_ column: Int) -> Int { column - computed }

  private static let values = GridCellKind.scale([
    (0, tr("not seen")), (1, ""), (2, ""), (3, ""), (4, ""), (5, tr("outstanding")),
  ])

  public func kind(at place: GridPlace) -> GridCellKind {
    if place.column < computed { return .computed }
    if place.row == 0 { return .wholeNumber(0...100) }
    return interviewer.isEmpty ? .computed : Self.values
  }

  private func key(_ place: GridPlace) -> PairOfIDs? {
    guard candidates.indices.contains(place.row - 1),
      criteria.indices.contains(index(place.column))
    else { return nil }
    return PairOfIDs(row: candidates[place.row - 1].id, column: criteria[index(place.column)].id)
  }

  public func cell(at place: GridPlace) -> GridCell {
    let numbers = NumberFormat.local
    if place.row == 0 {
      let index = index(place.column)
      return GridCell(criteria.indices.contains(index) ? String(criteria[index].weight) : "")
    }
    guard candidates.indices.contains(place.row - 1) else { return GridCell() }
    let item = places[candidates[place.row - 1].id]
    if let key = key(place) {
      if interviewer.isEmpty {
        let mean = item.flatMap {
          $0.means.indices.contains(index(place.column)) ? $0.means[index(place.column)] : nil
        }
        return GridCell(mean.map { numbers.text($0, decimals: 1) } ?? "")
      }
      return scores.cell(key) {
        tr("Scored more than once: {scores}. Typing leaves one.", ["scores": $0])
      }
    }
    switch place.column {
    case 0:
      return GridCell(
        item?.place.map(String.init) ?? "", tone: item?.place == 1 ? .good : .plain)
    case 1:
      let apart = item?.disagreement ?? 0
      return GridCell(
        item?.weighted.map { numbers.text($0) } ?? "",
        mark: apart >= 1
          ? tr(
            "Interviewers are {number} apart.", ["number": numbers.text(apart, decimals: 1)])
          : "")
    case 2 where !interviewer.isEmpty:
      let own = item?.scorecards.first { $0.interviewer.folded == interviewer.folded }
      return GridCell(own?.weighted.map { numbers.text($0) } ?? "")
    default: return GridCell()
    }
  }

  public mutating func set(_ text: String, at place: GridPlace) -> Bool {
    if place.row == 0 {
      guard criteria.indices.contains(index(place.column)),
        let value = kind(at: place).value(text)
      else { return false }
      criteria.change(index(place.column)) { $0.weight = Int(value) ?? 0 }
      return true
    }
    guard !interviewer.isEmpty, let key = key(place) else { return false }
    return scores.set(text, at: key) {
      CandidateScore(candidateID: key.row, criterionID: key.column, interviewer: interviewer)
    }
  }

  public mutating func setNote(_ note: String, at place: GridPlace) -> Bool {
    guard let key = key(place) else { return false }
    return scores.setNote(note, at: key)
  }

  public mutating func rename(row: Int, to name: String) -> Bool {
    defer { rows = makeRows() }
    return candidates.rename(row - 1, to: name, \.name) { [role, lastRanks] rank in
      Candidate(roleID: role.id, rank: .between(max(rank, lastRanks.candidate ?? rank), nil))
    }
  }
  public mutating func rename(column: Int, to name: String) -> Bool {
    defer { columns = makeColumns() }
    return criteria.rename(index(column), to: name, \.title) { [role, lastRanks] rank in
      Criterion(roleID: role.id, rank: .between(max(rank, lastRanks.criterion ?? rank), nil))
    }
  }
  public var changes: [Change] { candidates.changes + criteria.changes + scores.changes }
  public func removing(row: Int) -> Edit? { candidates.removing(row - 1) }
  public func removing(column: Int) -> Edit? { criteria.removing(index(column)) }
  public func moving(row: Int, _ direction: Direction) -> Edit? {
    candidates.moving(row - 1, direction)
  }
  public func moving(column: Int, _ direction: Direction) -> Edit? {
    criteria.moving(index(column), direction)
  }
}
