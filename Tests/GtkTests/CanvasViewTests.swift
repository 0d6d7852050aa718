import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

/// The toolbar that floats over a canvas.
final class CanvasViewTests: GtkTestCase {
  func testTheZoomGivesWayInANarrowWindow() async throws {
    let view = CanvasView()
    view.addTool(Button(label: "Lanes"))
    let window = await show(view.widget, width: 800)
    XCTAssertEqual(view.zoomParts.count, 3)
    XCTAssertTrue(view.zoomParts.allSatisfy(\.isVisible))
    view.canvas.onSize?(Size(360, 400))
    await wait(for: "less of it") { view.zoomParts.allSatisfy { !$0.isVisible } }
    // What fits everything, and what the page has put there, stay.
    XCTAssertTrue(view.zoomTools.isVisible && view.zoomTools.width > 0)
    view.canvas.onSize?(Size(800, 400))
    await wait(for: "all of it") { view.zoomParts.allSatisfy(\.isVisible) }
    window.destroy()
  }

  func testWithNothingBesideItTheZoomStays() async throws {
    let view = CanvasView()
    let window = await show(view.widget, width: 300)
    await settle()
    XCTAssertTrue(view.zoomParts.allSatisfy(\.isVisible))
    window.destroy()
  }
}
