import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

/// Tests that need GTK run where there is a display: `xvfb-run`, with `GSK_RENDERER=cairo`.
@MainActor
class GtkTestCase: XCTestCase {
  override func setUp() async throws {
    try XCTSkipUnless(MainLoop.start(), "no display: run under xvfb-run")
    Settings.standard?.enablesAnimations = false
  }

  /// A session on a workspace in a folder of its own, which is gone after the test.
  func session(_ fill: (inout WorkspaceContents) -> Void = { _ in }) throws -> Session {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    fill(&contents)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
    return try Session(
      try Workspace.create(at: folder.appendingPathComponent("a.uplift"), contents: contents))
  }

  /// Lets GTK and the main actor work until `condition` holds; fails after five seconds.
  func wait(
    for what: String, file: StaticString = #filePath, line: UInt = #line,
    until condition: () -> Bool
  ) async {
    let deadline = ContinuousClock.now + .seconds(5)
    while !condition() {
      guard ContinuousClock.now < deadline else {
        XCTFail("waited in vain for " + what, file: file, line: line)
        return
      }
      if !MainLoop.iterate() { try? await Task.sleep(for: .milliseconds(1)) }
      await Task.yield()
    }
  }

  /// Lets everything that is due happen.
  func settle(milliseconds: Int = 50) async {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    while ContinuousClock.now < end {
      if !MainLoop.iterate() { try? await Task.sleep(for: .milliseconds(1)) }
      await Task.yield()
    }
  }

  func show(_ widget: Widget, width: Int = 800, height: Int = 600) async -> Window {
    let window = Window()
    window.setDefaultSize(width: width, height: height)
    window.setChild(widget)
    window.present()
    await wait(for: "the window") { widget.isMapped && widget.width > 0 }
    return window
  }
}
