import Foundation

/// A board as Trello exports it. Open lists become columns and open cards notes, in Trello's order;
/// labels become the theme, members become members and the first one the author; a description
/// follows the card's name.
struct TrelloBoard {
  private struct List {
    var id = ""
    var name = ""
    var isClosed = false
    var position = 0.0
  }

  private struct Card {
    var id = ""
    var listID = ""
    var name = ""
    var description = ""
    var isClosed = false
    var hasDueDate = false
    var position = 0.0
    var labels: [String] = []
    var memberIDs: [String] = []
  }

  private var name = ""
  private var lists: [List]?
  private var cards: [Card]?
  private var members: [(id: String, name: String)] = []
  private var hasOthers = false

  /// Whether the file looks like Trello's rather than ours.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let ours: Set<String> = ["format", "workspace", "journeyMaps", "advisoryGroups", "stages"]
    let theirs: Set<String> = [
      "lists", "idOrganization", "shortUrl", "shortLink", "prefs", "labelNames", "memberships",
      "actions", "checklists",
    ]
    var reader = JSONReader(bytes)
    guard reader.take(UInt8(ascii: "{")) else { return false }
    var isFirst = true
    do throws(ImportError) {
      while let key = try reader.nextKey(isFirst: isFirst) {
        isFirst = false
        if ours.contains(key) { return false }
        if theirs.contains(key) { return true }
        try reader.skip()
      }
    } catch { return false }
    return false
  }

  /// - Parameter title: the board's title; nil for Trello's.
  static func read(_ bytes: [UInt8], title: String?) throws(ImportError) -> ImportedDocument {
    var board = TrelloBoard()
    var reader = JSONReader(bytes)
    try board.read(&reader)
    return try board.document(title: title)
  }

  // MARK: Reading

  private mutating func read(_ reader: inout JSONReader) throws(ImportError) {
    try reader.expect(UInt8(ascii: "{"))
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      switch key {
      case "name": name = try reader.optionalText("name")
      case "lists":
        var all: [List] = []
        try reader.readArray { (reader: inout JSONReader) throws(ImportError) in
          all.append(try Self.list(&reader))
        }
        lists = all
      case "cards":
        var all: [Card] = []
        try reader.readArray { (reader: inout JSONReader) throws(ImportError) in
          all.append(try Self.card(&reader))
        }
        cards = all
      case "members":
        var all: [(id: String, name: String)] = []
        try reader.readArray { (reader: inout JSONReader) throws(ImportError) in
          all.append(try Self.member(&reader))
        }
        members = all
      case "checklists":
        try reader.readArray { (reader: inout JSONReader) throws(ImportError) in
          try reader.skip()
          hasOthers = true
        }
      default: try reader.skip()
      }
    }
    try reader.expectEnd()
  }

  private static func list(_ reader: inout JSONReader) throws(ImportError) -> List {
    var list = List()
    try reader.readObject { (key, reader: inout JSONReader) throws(ImportError) in
      switch key {
      case "id": list.id = try reader.optionalText("name")
      case "name": list.name = try reader.optionalText("name")
      case "closed": list.isClosed = try reader.scalar() == .bool(true)
      case "pos": list.position = try reader.position()
      default: try reader.skip()
      }
    }
    return list
  }

  private static func card(_ reader: inout JSONReader) throws(ImportError) -> Card {
    var card = Card()
    try reader.readObject { (key, reader: inout JSONReader) throws(ImportError) in
      switch key {
      case "id": card.id = try reader.optionalText("name")
      case "idList": card.listID = try reader.optionalText("name")
      case "name": card.name = try reader.optionalText("name")
      case "desc": card.description = try reader.optionalText("name")
      case "closed": card.isClosed = try reader.scalar() == .bool(true)
      case "due": card.hasDueDate = try reader.scalar() != .null
      case "pos": card.position = try reader.position()
      case "labels":
        try reader.readArray { (reader: inout JSONReader) throws(ImportError) in
          try reader.readObject { (key, reader: inout JSONReader) throws(ImportError) in
            guard key == "name" else { return try reader.skip() }
            let label = try reader.optionalText("name")
            if !label.isEmpty { card.labels.append(label) }
          }
        }
      case "idMembers":
        try reader.readArray { (reader: inout JSONReader) throws(ImportError) in
          card.memberIDs.append(try reader.optionalText("name"))
        }
      default: try reader.skip()
      }
    }
    return card
  }

  private static func member(
    _ reader: inout JSONReader
  ) throws(ImportError) -> (id: String, name: String) {
    var id = ""
    var fullName = ""
    var userName = ""
    try reader.readObject { (key, reader: inout JSONReader) throws(ImportError) in
      switch key {
      case "id": id = try reader.optionalText("name")
      case "fullName": fullName = try reader.optionalText("name")
      case "username": userName = try reader.optionalText("name")
      default: try reader.skip()
      }
    }
    return (id, fullName.isEmpty ? userName : fullName)
  }

  // MARK: Making a board

  private func document(title: String?) throws(ImportError) -> ImportedDocument {
    guard let lists, let cards else { throw ImportError(.notTrello) }
    let title = title ?? (name.isEmpty ? tr("Trello board") : name)
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: title))
    let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: title)
    let board = Board(groupID: group.id, rank: .middle, title: title)
    contents.advisoryGroups = [group]
    contents.boards = [board]
    let openLists = lists.filter { !$0.isClosed }.sorted { $0.position < $1.position }
    let open = cards.filter { !$0.isClosed }
    let byList = Dictionary(grouping: open, by: \.listID)
    let authors = people(of: open, in: group.id)
    contents.members = authors.members
    let names = Dictionary(members, uniquingKeysWith: { first, _ in first })
    var taken: [Card] = []
    for (list, rank) in zip(openLists, Rank.spread(openLists.count)) {
      let column = BoardColumn(boardID: board.id, rank: rank, title: list.name)
      contents.boardColumns.append(column)
      let own = (byList[list.id] ?? []).sorted { $0.position < $1.position }
      contents.notes += zip(own, Rank.spread(own.count)).map {
        note(of: $0, in: column.id, rank: $1, authors: authors.ids, names: names)
      }
      taken += own
    }
    return ImportedDocument(
      format: .trello, contents: contents,
      remarks: remarks(
        closedLists: lists.count - openLists.count, cards: cards.count, taken: taken,
        // Of lists that the file does not have.
        lost: open.count { card in !lists.contains { $0.id == card.listID } }))
  }

  /// The members that open cards name, each person once.
  private func people(
    of cards: [Card], in groupID: UUID
  ) -> (members: [Member], ids: [String: UUID]) {
    let wanted = Set(cards.flatMap(\.memberIDs))
    var result: [Member] = []
    var ids: [String: UUID] = [:]
    var known: [String: UUID] = [:]
    for (id, name) in members where wanted.contains(id) && !name.isEmpty && ids[id] == nil {
      if let same = known[name] {
        ids[id] = same
        continue
      }
      let member = Member(groupID: groupID, rank: .middle, name: name)
      result.append(member)
      ids[id] = member.id
      known[name] = member.id
    }
    result.rank { _ in 0 }
    return (result, ids)
  }

  private func note(
    of card: Card, in columnID: UUID, rank: Rank, authors: [String: UUID],
    names: [String: String]
  ) -> Note {
    let others = card.memberIDs.dropFirst().compactMap { names[$0] }
    let text = [
      card.name, card.description.trimmingCharacters(in: .whitespacesAndNewlines),
      others.isEmpty ? "" : tr("With {names}", ["names": others.joined(separator: ", ")]),
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
    return Note(
      columnID: columnID, rank: rank, text: text,
      authorID: card.memberIDs.first.flatMap { authors[$0] },
      theme: card.labels.joined(separator: ", "), createdAt: Self.creation(of: card.id) ?? .now)
  }

  /// Trello's ids begin with the second in which they were made.
  private static func creation(of id: String) -> Instant? {
    guard id.utf8.count == 24, let seconds = UInt32(id.prefix(8), radix: 16) else { return nil }
    return Instant(milliseconds: Int64(seconds) * 1000)
  }

  private func remarks(
    closedLists: Int, cards: Int, taken: [Card], lost: Int
  ) -> [String] {
    var remarks: [String] = []
    let closedCards = cards - taken.count - lost
    let dueDates = taken.count(where: \.hasDueDate)
    if closedLists > 0 {
      remarks.append(
        ntr(
          "{count} archived list was left out.", "{count} archived lists were left out.",
          closedLists))
    }
    if closedCards > 0 {
      remarks.append(
        ntr(
          "{count} archived card was left out.", "{count} archived cards were left out.",
          closedCards))
    }
    if lost > 0 {
      remarks.append(
        ntr(
          "{count} card was left out, whose list is not in the file.",
          "{count} cards were left out, whose lists are not in the file.", lost))
    }
    if dueDates > 0 {
      remarks.append(
        ntr("{count} due date was left out.", "{count} due dates were left out.", dueDates))
    }
    if hasOthers { remarks.append(tr("Checklists were left out.")) }
    return remarks
  }
}

extension JSONReader {
  fileprivate mutating func position() throws(ImportError) -> Double {
    guard case .number(let text) = try scalar(), let value = Double(text), value.isFinite else {
      throw failure(.mustBeNumber(key: "pos"))
    }
    return value
  }
}
