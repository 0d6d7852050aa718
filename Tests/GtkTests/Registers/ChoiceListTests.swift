import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class ChoiceListTests: GtkTestCase {
  private let choices = ["", "accepted", "declined", "asked for a date"]

  func testWhatBeginsWithTheWordsComesFirst() async {
    XCTAssertEqual(ChoiceList.found("", in: choices), choices)
    XCTAssertEqual(ChoiceList.found("d", in: choices).first, "declined")
    XCTAssertEqual(ChoiceList.found("A", in: choices).prefix(2), ["accepted", "asked for a date"])
    XCTAssertEqual(ChoiceList.found("none", in: choices), [""])
    XCTAssertEqual(ChoiceList.found("xyz", in: choices), [])
  }

  func testTypingNarrowsDownAndEnterChoosesTheFirst() async {
    let list = ChoiceList("Answer", choices, now: "accepted", typed: "d")
    var chosen: [String?] = []
    list.onChosen = { choice, _ in chosen.append(choice) }
    let window = await show(list.box)
    list.choose(.staying)
    XCTAssertEqual(chosen, ["declined"])
    let none = ChoiceList("Answer", choices, now: "accepted", typed: "xyz")
    none.onChosen = { choice, _ in chosen.append(choice) }
    none.choose(.staying)
    XCTAssertEqual(chosen.count, 1)
    none.choose(.next)
    XCTAssertEqual(chosen, ["declined", nil])
    window.destroy()
  }

  func testPlacesAreRememberedByACode() async throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    let group = AdvisoryGroup(rank: .middle, kind: .focusGroup, title: "G")
    let board = Board(groupID: group.id, rank: .middle, title: "B")
    contents.advisoryGroups = [group]
    contents.boards = [board]
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
    let workspace = try Workspace.create(
      at: folder.appendingPathComponent("a.uplift"), contents: contents)
    let outline = try workspace.outline()
    let places: [Place] =
      [.overview, .people, .metrics, .planDocument, .group(group.id), .board(board.id)]
      + Practice.allCases.map { .practice($0) }
    for place in places {
      XCTAssertEqual(place.code.flatMap { Place(code: $0, in: outline) }, place)
    }
    // What is gone, or was never there, is nowhere.
    for code in ["board \(UUID())", "journey \(board.id)", "board", "galaxy", ""] {
      XCTAssertNil(Place(code: code, in: outline), code)
    }
    XCTAssertNil(Place.past(1).code)
  }
}
