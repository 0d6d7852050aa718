import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

/// A session on a small workspace in a folder of its own.
@MainActor
class DialogTestCase: GtkTestCase {
  /// Gone after the test.
  private(set) lazy var folder: URL = {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("uplift-dialogs-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    addTeardownBlock { try? FileManager.default.removeItem(at: url) }
    return url
  }()

  func makeSession() throws -> (session: Session, map: JourneyMap) {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    let map = JourneyMap(rank: .middle, title: "Returns: why / how?")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Decide")
    let step = Step(stageID: stage.id, rank: .middle, title: "Tries it on")
    let lane = Lane(mapID: map.id, rank: .middle, kind: .actions)
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = [step]
    contents.lanes = [lane]
    contents.cards = [
      Card(laneID: lane.id, stepID: step.id, rank: .middle, text: "Orders two sizes")
    ]
    let workspace = try Workspace.create(
      at: folder.appendingPathComponent("Larkfield.uplift"), contents: contents)
    return (try Session(workspace), map)
  }

  func makePreferences() -> Preferences {
    Preferences(folder.appendingPathComponent("config/preferences.json"))
  }

  func showParent() async -> Window { await show(Label("Parent")) }

  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0 != "Larkfield.uplift" && $0 != "config" }.sorted()
  }
}
