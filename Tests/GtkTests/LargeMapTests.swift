import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

/// A large map that the program is started with shows its top first.
final class LargeMapTests: GtkTestCase {
  /// 60 steps, 10 lanes, four cards in each cell.
  private func file() throws -> URL {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent(UUID().uuidString, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Large"))
    let map = JourneyMap(rank: .middle, title: "Large")
    let stage = Stage(mapID: map.id, rank: .middle, title: "All")
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.lanes = Rank.spread(10).enumerated().map { number, rank in
      Lane(mapID: map.id, rank: rank, kind: .actions, title: "Lane \(number)")
    }
    for (number, rank) in Rank.spread(60).enumerated() {
      let step = Step(stageID: stage.id, rank: rank, title: "Step \(number)")
      contents.steps.append(step)
      for lane in contents.lanes {
        for rank in Rank.spread(4) {
          contents.cards.append(
            Card(laneID: lane.id, stepID: step.id, rank: rank, text: "\(lane.title) \(number)"))
        }
      }
    }
    let file = folder.appendingPathComponent("large.uplift")
    try Workspace.create(at: file, contents: contents).close()
    return file
  }

  private func opened(_ file: URL) throws -> (Session, JourneyCanvasController) {
    let opening = try XCTUnwrap(WorkspaceOpening.begin(["uplift", file.path]))
    let session = Session(try opening.finish())
    let map = try XCTUnwrap(session.outline.journeyMaps.first)
    let controller = try XCTUnwrap(
      JourneyCanvasController(session: session, mapID: map.id, theme: .light))
    return (session, controller)
  }

  private func cards(in controller: JourneyCanvasController) -> Int {
    controller.canvas.scene?.items.count { $0.role == .card } ?? 0
  }

  func testTheRestComesByItself() async throws {
    let file = try file()
    let (session, controller) = try opened(file)
    let first = cards(in: controller)
    XCTAssertGreaterThan(first, 0)
    XCTAssertLessThan(first, 2_400)
    let width = controller.canvas.scene?.size.width
    await wait(for: "the rest") { self.cards(in: controller) == 2_400 }
    XCTAssertEqual(controller.canvas.scene?.size.width, width)
    try session.workspace.close()
    try FileManager.default.removeItem(at: file.deletingLastPathComponent())
  }

  func testWhoeverIsQuickerGetsAllOfIt() async throws {
    let file = try file()
    let (session, controller) = try opened(file)
    let last = try XCTUnwrap(
      controller.contents.cards.values.first { $0.text == "Lane 9 59" })
    controller.select(last.reference)
    XCTAssertEqual(controller.selectedReferences, [last.reference])
    XCTAssertEqual(cards(in: controller), 2_400)
    await settle()
    XCTAssertEqual(cards(in: controller), 2_400)
    try session.workspace.close()
    try FileManager.default.removeItem(at: file.deletingLastPathComponent())
  }

  func testInOtherColoursAllOfItIsThereAtOnce() throws {
    let file = try file()
    let opening = try XCTUnwrap(WorkspaceOpening.begin(["uplift", file.path]))
    let session = Session(try opening.finish())
    let map = try XCTUnwrap(session.outline.journeyMaps.first)
    let controller = try XCTUnwrap(
      JourneyCanvasController(session: session, mapID: map.id, theme: .dark))
    XCTAssertEqual(cards(in: controller), 2_400)
    try session.workspace.close()
    try FileManager.default.removeItem(at: file.deletingLastPathComponent())
  }
}
