import Foundation

enum BoardTableColumn: String, TableColumn {
  case column, cluster, note, author, theme, votes, colour

  var otherNames: [String] {
    switch self {
    case .column: ["list"]
    case .note: ["text"]
    case .colour: ["color"]
    default: []
    }
  }
}

/// A board that grows row by row. Columns, clusters and authors come to be where they are first
/// named; votes are anonymous.
struct BoardTable {
  private struct ClusterKey: Hashable {
    var column: UUID
    var title: String
  }

  private var contents: WorkspaceContents
  private let group: AdvisoryGroup
  private let board: Board
  private let now = Instant.now
  private var columns: [String: UUID] = [:]
  private var clusters: [ClusterKey: UUID] = [:]
  private var authors: [String: UUID] = [:]
  /// Clusters and loose notes as they came, which is their order in each column.
  private var entries: [EntityReference] = []

  init(title: String) {
    contents = WorkspaceContents(workspace: WorkspaceInfo(title: title))
    group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: title)
    board = Board(groupID: group.id, rank: .middle, title: title)
  }

  consuming func read(
    _ reader: inout CSVReader, table: Table<BoardTableColumn>
  ) throws(ImportError) -> ImportedDocument {
    try table.require(.column)
    var bad = BadRows()
    while let row = try bad.next(&reader) {
      do throws(ImportError) {
        try table.check(row)
        try add(row, table)
      } catch {
        bad.note(error)
      }
    }
    try bad.check()
    rank()
    contents.advisoryGroups = [group]
    contents.boards = [board]
    return ImportedDocument(format: .csv, contents: contents, remarks: table.remarks)
  }

  private mutating func add(
    _ row: CSVReader.Row, _ table: Table<BoardTableColumn>
  ) throws(ImportError) {
    let title = table.text(.column, of: row)
    let cluster = table.text(.cluster, of: row)
    let text = table.raw(.note, of: row)
    let votes = try table.whole(.votes, of: row, in: 0...10_000) ?? 0
    let colour = try table.choice(.colour, of: row, Swatch.self)
    guard !title.isEmpty || columns[""] != nil || (text.isEmpty && cluster.isEmpty) else {
      throw ImportError(.noBoardColumn, at: .line(row.line))
    }
    let column = columnID(title, colour: text.isEmpty && cluster.isEmpty ? colour : nil)
    let clusterID = cluster.isEmpty ? nil : clusterID(cluster, in: column)
    guard !text.isEmpty else {
      if let clusterID { contents.votes += (0..<votes).map { _ in Vote(clusterID: clusterID) } }
      return
    }
    let note = Note(
      columnID: column, clusterID: clusterID, rank: .middle, text: text,
      authorID: authorID(table.text(.author, of: row)), theme: table.text(.theme, of: row),
      colour: colour, createdAt: now)
    contents.notes.append(note)
    if clusterID == nil { entries.append(note.reference) }
    contents.votes += (0..<votes).map { _ in Vote(noteID: note.id) }
  }

  private mutating func rank() {
    contents.boardColumns.rank { _ in 0 }
    contents.members.rank { _ in 0 }
    let columns =
      contents.clusters.map { ($0.reference, $0.columnID) }
      + contents.notes.map { ($0.reference, $0.columnID) }
    let columnOf = Dictionary(columns, uniquingKeysWith: { first, _ in first })
    var ranks: [EntityReference: Rank] = [:]
    for own in Dictionary(grouping: entries, by: { columnOf[$0] }).values {
      for (entry, rank) in zip(own, Rank.spread(own.count)) { ranks[entry] = rank }
    }
    // Notes of a cluster among themselves; the others among what stands in the column.
    contents.notes.rank(by: \.clusterID)
    for index in contents.clusters.indices {
      contents.clusters[index].rank = ranks[contents.clusters[index].reference] ?? .middle
    }
    for index in contents.notes.indices where contents.notes[index].clusterID == nil {
      contents.notes[index].rank = ranks[contents.notes[index].reference] ?? .middle
    }
  }

  private mutating func columnID(_ title: String, colour: Swatch?) -> UUID {
    if let known = columns[title] { return known }
    let column = BoardColumn(
      boardID: board.id, rank: .middle, title: title, colour: colour)
    contents.boardColumns.append(column)
    columns[title] = column.id
    return column.id
  }

  private mutating func clusterID(_ title: String, in column: UUID) -> UUID {
    let key = ClusterKey(column: column, title: title)
    if let known = clusters[key] { return known }
    let cluster = Cluster(
      columnID: column, rank: .middle, title: Self.isNumber(title) ? "" : title)
    contents.clusters.append(cluster)
    entries.append(cluster.reference)
    clusters[key] = cluster.id
    return cluster.id
  }

  /// "(1)": a cluster that has no name.
  private static func isNumber(_ title: String) -> Bool {
    title.first == "(" && title.last == ")" && title.count > 2
      && title.dropFirst().dropLast().allSatisfy { $0.isASCII && $0.isNumber }
  }

  private mutating func authorID(_ name: String) -> UUID? {
    if name.isEmpty { return nil }
    if let known = authors[name] { return known }
    let member = Member(groupID: group.id, rank: .middle, name: name)
    contents.members.append(member)
    authors[name] = member.id
    return member.id
  }

  // MARK: Writing

  /// The board as a table: a row for each column, cluster and note.
  static func text(of contents: BoardContents) -> String {
    let board = contents.veiled
    var table = CSVText()
    table.append(BoardTableColumn.allCases.map(\.rawValue))
    func add(_ cells: [BoardTableColumn: String]) {
      table.append(BoardTableColumn.allCases.map { cells[$0] ?? "" })
    }
    func add(_ note: Note, column: BoardColumn, cluster: String) {
      guard !note.shownText.isEmpty else { return }
      add([
        .column: column.title, .cluster: cluster, .note: note.shownText,
        .author: board.author(of: note)?.name ?? "", .theme: note.theme,
        .votes: String(board.votes(for: note.id)), .colour: note.colour?.rawValue ?? "",
      ])
    }
    // Clusters without a name have a number in brackets, which keeps their notes together.
    var unnamed = 0
    for column in board.columns {
      add([.column: column.title, .colour: column.colour?.rawValue ?? ""])
      for entry in board.entries[column.id] ?? [] {
        switch entry {
        case .note(let id):
          if let note = board.notes[id] { add(note, column: column, cluster: "") }
        case .cluster(let id):
          guard let cluster = board.clusters[id] else { continue }
          unnamed += cluster.title.isEmpty ? 1 : 0
          let title = cluster.title.isEmpty ? "(\(unnamed))" : cluster.title
          add([
            .column: column.title, .cluster: title, .votes: String(board.votes(for: id)),
          ])
          for id in board.clusterNotes[id] ?? [] {
            if let note = board.notes[id] { add(note, column: column, cluster: title) }
          }
        }
      }
    }
    return table.text
  }
}
