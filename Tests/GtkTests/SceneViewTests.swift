import UpliftDrawing
import XCTest

@testable import UpliftApp

/// Headers that are higher than the window has room for.
@MainActor final class SceneViewTests: XCTestCase {
  private func view(header: Double, scrolledTo y: Double) -> SceneView {
    let content = ItemContent([])
    let items = [
      SceneItem(
        role: .stageHeader, band: .columnHeader, frame: Rect(100, 0, 900, 40), content: content),
      SceneItem(
        role: .stepHeader, band: .columnHeader, frame: Rect(100, 40, 900, header - 40),
        content: content),
      SceneItem(
        role: .laneHeader, band: .rowHeader, frame: Rect(0, header, 100, 2000), content: content),
      SceneItem(role: .card, frame: Rect(200, header + 10, 90, 50), content: content),
      SceneItem(role: .card, frame: Rect(200, header + 1900, 90, 50), content: content),
    ]
    var view = SceneView(
      scene: Scene(
        title: "", size: Size(1000, header + 2000), header: Size(100, header), items: items,
        background: Color(hex: 0xffffff)))
    view.size = Size(800, 500)
    view.scrolled = Point(0, y)
    return view
  }

  func testHeadersWithRoomStay() async {
    let view = view(header: 150, scrolledTo: 700)
    XCTAssertEqual(view.offset(of: .columnHeader).y, 0)
    XCTAssertEqual(view.region(of: .body), Rect(100, 150, 700, 350))
  }

  func testHighHeadersScrollAwayUntilThereIsRoom() async {
    for header in [300.0, 900] {
      for y in [0.0, 50, 99, 100, 400, 1500] {
        let view = view(header: header, scrolledTo: y)
        let body = view.region(of: .body)
        let shown = view.region(of: .columnHeader)
        let hidden = min(y, header - 200)
        XCTAssertEqual(view.offset(of: .columnHeader).y, -hidden)
        // Neither gap nor overlap, and what is under the headers goes on where they end.
        XCTAssertEqual(shown.maxY, body.minY)
        XCTAssertEqual(view.visible(ScenePane(band: .columnHeader)).maxY, header)
        XCTAssertEqual(view.visible(ScenePane(band: .body)).minY, y + header - hidden)
        // What is pointed at is what is drawn there.
        for (index, item) in view.scene.items.enumerated() {
          let frame = view.frame(of: item)
          let middle = Point(frame.midX, frame.midY)
          guard view.region(of: item.band).contains(middle) else { continue }
          XCTAssertEqual(view.item(at: middle), index)
        }
      }
      // Scrolled as far as it goes, nothing is left unseen.
      XCTAssertEqual(
        view(header: header, scrolledTo: 0).visible(ScenePane(band: .columnHeader)).minY, 0)
    }
  }

  func testWhatIsSoughtComesIntoSight() async {
    for header in [150.0, 300, 900] {
      for y in [0.0, 120, 700, 1800] {
        var view = view(header: header, scrolledTo: y)
        for item in view.scene.items where item.role != .laneHeader {
          view.scrolled = Point(0, y)
          view.scrolled = view.scrolled(toShow: item)
          let frame = view.frame(of: item)
          let region = view.region(of: item.band)
          XCTAssertTrue(
            frame.minY >= min(region.minY, 0) - 0.5 && frame.minY < region.maxY,
            "\(item.role) at \(frame) in \(region), header \(header), from \(y)")
          if item.role == .card {
            XCTAssertTrue(frame.minY >= region.minY - 0.5 && frame.maxY <= region.maxY + 0.5)
          }
        }
      }
    }
  }
}
