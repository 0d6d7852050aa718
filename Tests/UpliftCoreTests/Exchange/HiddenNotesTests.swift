import Foundation
import Testing

@testable import UpliftCore

/// What is written in private is in no file that leaves the program.
@Suite struct HiddenNotesTests {
  static let secret = "Zeppelin"

  /// Random contents in which some notes are hidden and say the secret.
  static func contents(seed: UInt64) -> WorkspaceContents {
    var random = RandomContents(seed: seed)
    var contents = random.contents()
    for index in contents.notes.indices {
      contents.notes[index].isPrivate = index.isMultiple(of: 2)
      guard contents.notes[index].isPrivate else { continue }
      contents.notes[index].text = "\(secret) \(index)"
      contents.notes[index].theme = secret
    }
    return contents
  }

  @Test(arguments: UInt64(1)...60) func noTextSaysThem(seed: UInt64) throws {
    let contents = Self.contents(seed: seed)
    var parts: [WorkspacePart] = [.whole]
    parts += contents.boards.map { .board($0.id) }
    parts += contents.advisoryGroups.flatMap { [.group($0.id), .charter($0.id)] }
    parts += contents.meetings.map { .minutes($0.id) }
    parts += contents.journeyMaps.map { .journey($0.id) }
    var hidden = 0
    for part in parts {
      for format in TextFormat.allCases {
        do throws(ExportTextError) {
          let text = String(
            decoding: try ExportText.data(part, of: contents, as: format), as: UTF8.self)
          #expect(!text.contains(Self.secret), "\(part) as \(format), seed \(seed)")
          if case .board = part, text.contains("Hidden note") { hidden += 1 }
        } catch {
          if format == .json, case .hiddenNotes = error { continue }
          if format == .json, case .openVote = error { continue }
          guard case .notInFormat = error else {
            Issue.record("\(part) as \(format): \(error)")
            continue
          }
        }
      }
    }
    let boardIDs = Set(
      contents.boardColumns.filter { column in
        contents.notes.contains { $0.isPrivate && $0.columnID == column.id }
      }.map(\.boardID))
    // Each of those boards as CSV, Markdown and HTML.
    #expect(hidden == 3 * boardIDs.count, "seed \(seed)")
  }

  @Test func jsonIsRefusedWithASentenceThatNamesTheBoard() throws {
    let contents = try #require(
      (UInt64(1)...40).lazy.map(Self.contents).first { $0.boardWithHiddenNotes != nil })
    let board = try #require(contents.boardWithHiddenNotes)
    #expect(throws: ExportTextError.hiddenNotes(board: board.title)) {
      try ExportText.data(.whole, of: contents, as: .json)
    }
    #expect(
      ExportTextError.hiddenNotes(board: "Why?").errorDescription?.contains("“Why?”") == true)
    var revealed = contents
    for index in revealed.notes.indices { revealed.notes[index].isPrivate = false }
    for index in revealed.votings.indices { revealed.votings[index].state = .closed }
    #expect(throws: Never.self) { try ExportText.data(.whole, of: revealed, as: .json) }
  }

  @Test func aCopyOfAHiddenNoteIsHidden() throws {
    let small = SmallWorkspace()
    var contents = small.contents
    contents.notes[0].isPrivate = true
    let board = try #require(contents.board(small.board.id))
    let copies = board.duplicating([contents.notes[0].id]).notes
    #expect(copies.map(\.isPrivate) == [true])
  }
}
