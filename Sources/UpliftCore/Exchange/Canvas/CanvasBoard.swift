import Foundation

/// A board made from a canvas. Outermost groups become columns, from left to right; groups inside
/// them clusters; everything else notes, from top to bottom. What stands in no group comes into a
/// column of its own, the last.
struct CanvasBoard {
  private let canvas: JSONCanvas
  private let nesting: CanvasNesting
  private let group: AdvisoryGroup
  private let board: Board
  private let now = Instant.now
  private var contents: WorkspaceContents
  /// What became of each node.
  private var references: [String: EntityReference] = [:]
  private var columns: [Int: BoardColumn] = [:]
  private var clusters: [Int: UUID] = [:]
  private var authors: [String: UUID] = [:]

  static func read(_ bytes: [UInt8], title: String) throws(ImportError) -> ImportedDocument {
    CanvasBoard(try JSONCanvas(bytes), title: title).document()
  }

  private init(_ canvas: JSONCanvas, title: String) {
    self.canvas = canvas
    nesting = CanvasNesting(canvas.nodes)
    contents = WorkspaceContents(workspace: WorkspaceInfo(title: title))
    group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: title)
    board = Board(groupID: group.id, rank: .middle, title: title)
    contents.advisoryGroups = [group]
    contents.boards = [board]
  }

  private consuming func document() -> ImportedDocument {
    addColumns()
    addEntries()
    contents.members.rank { _ in 0 }
    let remarks = addLinks() + strangerRemarks
    return ImportedDocument(format: .canvas, contents: contents, remarks: remarks)
  }

  private mutating func addColumns() {
    let nodes = canvas.nodes
    let outer = nodes.indices.filter { nodes[$0].isGroup && nesting.container[$0] == nil }
      .sorted { left, right in
        let (first, second) = (nodes[left].frame, nodes[right].frame)
        return (first.x, first.y, left) < (second.x, second.y, right)
      }
    for index in outer {
      let column = BoardColumn(
        boardID: board.id, rank: .middle, title: Self.title(of: nodes[index]),
        colour: nodes[index].colour.flatMap(JSONCanvas.swatch))
      columns[index] = column
      contents.boardColumns.append(column)
    }
    if nodes.indices.contains(where: { !nodes[$0].isGroup && nesting.container[$0] == nil }) {
      contents.boardColumns.append(
        BoardColumn(boardID: board.id, rank: .middle, title: tr("Without a column")))
    }
    contents.boardColumns.rank { _ in 0 }
  }

  /// Clusters and notes from top to bottom, what is equally high from left to right.
  private mutating func addEntries() {
    let nodes = canvas.nodes
    let inside = nodes.indices.filter { columns[$0] == nil }.sorted { left, right in
      let (first, second) = (nodes[left].frame, nodes[right].frame)
      return (first.y, first.x, left) < (second.y, second.x, right)
    }
    for index in inside where nodes[index].isGroup {
      guard let column = columns[nesting.outermost(of: index)] else { continue }
      let cluster = Cluster(
        columnID: column.id, rank: .middle, title: Self.title(of: nodes[index]))
      contents.clusters.append(cluster)
      clusters[index] = cluster.id
      references[nodes[index].id] = cluster.reference
      contents.votes += (0..<nodes[index].votes).map { _ in Vote(clusterID: cluster.id) }
    }
    var entries: [UUID: [EntityReference]] = [:]
    for index in inside {
      if let id = clusters[index] {
        guard let column = columns[nesting.outermost(of: index)] else { continue }
        entries[column.id, default: []].append(EntityReference(.cluster, id))
        continue
      }
      let note = note(of: nodes[index], at: index)
      contents.notes.append(note)
      references[nodes[index].id] = note.reference
      contents.votes += (0..<nodes[index].votes).map { _ in Vote(noteID: note.id) }
      if note.clusterID == nil { entries[note.columnID, default: []].append(note.reference) }
    }
    rank(entries)
  }

  private mutating func rank(_ entries: [UUID: [EntityReference]]) {
    var ranks: [EntityReference: Rank] = [:]
    for own in entries.values {
      for (entry, rank) in zip(own, Rank.spread(own.count)) { ranks[entry] = rank }
    }
    // Notes of a cluster among themselves; the others among what stands in the column.
    contents.notes.rank(by: \.clusterID)
    for index in contents.notes.indices {
      if let rank = ranks[contents.notes[index].reference] { contents.notes[index].rank = rank }
    }
    for index in contents.clusters.indices {
      contents.clusters[index].rank = ranks[contents.clusters[index].reference] ?? .middle
    }
  }

  private mutating func note(of node: JSONCanvas.Node, at index: Int) -> Note {
    let column = columns[nesting.outermost(of: index)]
    let text =
      switch node.content {
      case .text(let text), .file(let text), .link(let text), .group(let text): text
      }
    let colour = node.colour.flatMap(JSONCanvas.swatch)
    return Note(
      columnID: column?.id ?? contents.boardColumns.last?.id ?? board.id,
      clusterID: nesting.container[index].flatMap { clusters[$0] }, rank: .middle, text: text,
      authorID: authorID(node.author), theme: node.theme,
      colour: colour == column?.colour ? nil : colour, createdAt: now)
  }

  private mutating func authorID(_ name: String) -> UUID? {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    if name.isEmpty { return nil }
    if let known = authors[name] { return known }
    let member = Member(groupID: group.id, rank: .middle, name: name)
    contents.members.append(member)
    authors[name] = member.id
    return member.id
  }

  /// Edges between notes and clusters become links.
  ///
  /// - Returns: remarks about those that did not.
  private mutating func addLinks() -> [String] {
    var leftOut = 0
    var labels = 0
    for (edge, rank) in zip(canvas.edges, Rank.spread(canvas.edges.count)) {
      guard let from = references[edge.from], let to = references[edge.to], from != to else {
        leftOut += 1
        continue
      }
      let role = JSONCanvas.role(of: edge.label)
      if role == nil { labels += 1 }
      contents.links.append(Link(rank: rank, role: role ?? .leadsTo, from: from, to: to))
    }
    var remarks: [String] = []
    if leftOut > 0 {
      remarks.append(
        ntr(
          "{count} edge was left out: it does not lead from a note to a note.",
          "{count} edges were left out: they do not lead from a note to a note.", leftOut))
    }
    if labels > 0 {
      remarks.append(
        ntr(
          "The text of {count} edge was left out.", "The texts of {count} edges were left out.",
          labels))
    }
    return remarks
  }

  private var strangerRemarks: [String] {
    guard canvas.strangers > 0 else { return [] }
    return [
      ntr(
        "{count} node of an unknown type was left out.",
        "{count} nodes of unknown types were left out.", canvas.strangers)
    ]
  }

  private static func title(of node: JSONCanvas.Node) -> String {
    guard case .group(let label) = node.content else { return "" }
    return label
  }
}
