import Foundation

extension JSONCanvas {
  // Pixels. Programs draw a group's label above it, so that clusters need room over them.
  private static let columnWidth = 320.0
  private static let columnGap = 60.0
  private static let padding = 20.0
  private static let labelRoom = 40.0
  private static let emptyHeight = 120.0
  private static let lineHeight = 24.0
  private static let charactersALine = 26

  /// Columns beside each other, with clusters and notes one below the other in their order. Hidden
  /// notes are left out.
  ///
  /// - Parameter links: of the workspace; those between two notes or clusters become edges.
  init(_ board: BoardContents, links: [Link]) {
    var groups: [Node] = []
    var notes: [Node] = []
    for (place, column) in board.columns.enumerated() {
      let x = Double(place) * (Self.columnWidth + Self.columnGap)
      var y = Self.padding
      var clusters: [Node] = []
      for entry in board.entries[column.id] ?? [] {
        switch entry {
        case .note(let id):
          guard let note = board.notes[id], !note.isPrivate else { continue }
          let node = Self.node(note, of: board, in: column, x: x + Self.padding, y: y, inset: 1)
          notes.append(node)
          y = node.frame.maxY + Self.padding
        case .cluster(let id):
          guard let cluster = board.clusters[id] else { continue }
          let top = y + Self.labelRoom
          var inner = top + Self.padding
          for id in board.clusterNotes[id] ?? [] {
            guard let note = board.notes[id], !note.isPrivate else { continue }
            let node = Self.node(
              note, of: board, in: column, x: x + 2 * Self.padding, y: inner, inset: 2)
            notes.append(node)
            inner = node.frame.maxY + Self.padding
          }
          let height = max(inner - top, Self.lineHeight + 2 * Self.padding)
          clusters.append(
            Node(
              id: Self.id(cluster.id), content: .group(cluster.title),
              frame: Frame(
                x: x + Self.padding, y: top, width: Self.columnWidth - 2 * Self.padding,
                height: height), votes: board.votes(for: id)))
          y = top + height + Self.padding
        }
      }
      groups.append(
        Node(
          id: Self.id(column.id), content: .group(column.title),
          frame: Frame(x: x, width: Self.columnWidth, height: max(y, Self.emptyHeight)),
          colour: column.colour.map(Self.colour)))
      groups += clusters
    }
    // What comes later is drawn over what comes before.
    nodes = groups + notes
    edges = Self.edges(links, of: board)
  }

  private static func edges(_ links: [Link], of board: BoardContents) -> [Edge] {
    func isShown(_ reference: EntityReference) -> Bool {
      switch reference.kind {
      case .note: board.notes[reference.id].map { !$0.isPrivate } ?? false
      case .cluster: board.clusters[reference.id] != nil
      default: false
      }
    }
    return links.inOrder().filter { $0.from != $0.to && isShown($0.from) && isShown($0.to) }.map {
      link in
      Edge(
        id: id(link.id), from: id(link.fromID), to: id(link.toID), label: label(of: link.role))
    }
  }

  private static func node(
    _ note: Note, of board: BoardContents, in column: BoardColumn, x: Double, y: Double,
    inset: Double
  ) -> Node {
    let lines = note.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .reduce(0) { $0 + max(1, ($1.count + charactersALine - 1) / charactersALine) }
    return Node(
      id: id(note.id), content: .text(note.text),
      frame: Frame(
        x: x, y: y, width: columnWidth - 2 * inset * padding,
        height: Double(lines) * lineHeight + 36),
      colour: (note.colour ?? column.colour).map(colour),
      author: board.author(of: note)?.name ?? "", theme: note.theme,
      votes: board.votes(for: note.id))
  }

  private static func id(_ id: UUID) -> String { id.uuidString.lowercased() }

  /// What an edge says; nothing says "leads to".
  static func label(of role: Link.Role) -> String {
    role == .leadsTo ? "" : role.rawValue.replacingOccurrences(of: "_", with: " ")
  }

  static func role(of label: String) -> Link.Role? {
    let name = label.lowercased().trimmingCharacters(in: .whitespacesAndNewlines)
    return Link.Role.allCases.first { self.label(of: $0) == name || $0.rawValue == name }
  }

  // MARK: Writing

  /// The file: a line for each node and each edge.
  var text: String {
    var text = "{\n\t\"nodes\":["
    text += nodes.map { "\n\t\t" + Self.object(fields(of: $0)) }.joined(separator: ",")
    text += nodes.isEmpty ? "],\n\t\"edges\":[" : "\n\t],\n\t\"edges\":["
    text += edges.map { edge in
      var fields = [
        ("id", JSONText.literal(edge.id)), ("fromNode", JSONText.literal(edge.from)),
        ("toNode", JSONText.literal(edge.to)),
      ]
      if !edge.label.isEmpty { fields.append(("label", JSONText.literal(edge.label))) }
      return "\n\t\t" + Self.object(fields)
    }.joined(separator: ",")
    return text + (edges.isEmpty ? "]\n}\n" : "\n\t]\n}\n")
  }

  private static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  private func fields(of node: Node) -> [(String, String)] {
    let (type, key, value) =
      switch node.content {
      case .text(let text): ("text", "text", text)
      case .file(let path): ("file", "file", path)
      case .link(let address): ("link", "url", address)
      case .group(let label): ("group", "label", label)
      }
    var fields = [("id", JSONText.literal(node.id)), ("type", JSONText.literal(type))]
    let frame = node.frame
    for (key, value) in [
      ("x", frame.x), ("y", frame.y), ("width", frame.width), ("height", frame.height),
    ] {
      fields.append((key, String(Int(value.rounded()))))
    }
    if let colour = node.colour { fields.append(("color", JSONText.literal(colour))) }
    fields.append((key, JSONText.literal(value)))
    for (key, value) in [("author", node.author), ("theme", node.theme)] where !value.isEmpty {
      fields.append((key, JSONText.literal(value)))
    }
    if node.votes > 0 { fields.append(("votes", String(node.votes))) }
    return fields
  }
}
