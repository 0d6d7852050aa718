import Gtk
import XCTest

@MainActor
final class GtkLayerTests: GtkTestCase {
  private final class Probe {}

  private final class Square: DrawnWidget {
    var drawings = 0
    var allocated = (width: 0, height: 0)

    override func draw(_ snapshot: Snapshot) {
      drawings += 1
      snapshot.fill(Rectangle(0, 0, 40, 40), radius: 4, RGBA(1, 0, 0))
      drawChildren(snapshot)
    }
    override func measure(_ orientation: Orientation, forSize: Int) -> (minimum: Int, natural: Int)
    {
      orientation == .horizontal ? (40, 120) : (40, 90)
    }
    override func allocate(width: Int, height: Int) { allocated = (width, height) }
  }

  func testAClosureLivesAsLongAsItsWidget() async {
    weak var probe: Probe?
    do {
      let kept = Probe()
      probe = kept
      let button = Button(label: "Go")
      button.onClicked { _ = kept }
      XCTAssertNotNil(probe)
    }
    XCTAssertNil(probe)
  }

  func testWhatAWidgetKeepsGoesWithIt() async {
    weak var probe: Probe?
    do {
      let label = Label("x")
      let kept = Probe()
      probe = kept
      label.keep(kept)
    }
    XCTAssertNil(probe)
  }

  func testSignalsArriveAndCanBeBlocked() async {
    let entry = Entry("a")
    var count = 0
    let signal = entry.onChanged { count += 1 }
    entry.text = "b"
    XCTAssertGreaterThan(count, 0)
    let before = count
    entry.blocking(signal) { entry.text = "c" }
    XCTAssertEqual(count, before)
    entry.disconnect(signal)
    entry.text = "d"
    XCTAssertEqual(count, before)
  }

  func testADrawnWidgetIsMeasuredAllocatedAndDrawn() async {
    let square = Square(role: .grid)
    let label = Label("inside")
    label.setParent(square)
    let window = await show(square, width: 200, height: 150)
    await wait(for: "a frame") { square.drawings > 0 }
    XCTAssertEqual(square.allocated.width, square.width)
    XCTAssertEqual(square.naturalSize().width, 120)
    XCTAssertEqual(square.childCount, 1)
    window.destroy()
  }

  func testADrawnWidgetScrolls() async {
    let square = Square(isScrollable: true)
    let window = await show(ScrolledWindow(square))
    await wait(for: "adjustments") { square.verticalAdjustment != nil }
    square.verticalAdjustment?.configure(
      value: 0, lower: 0, upper: 5000, step: 10, page: 100, pageSize: 500)
    square.verticalAdjustment?.value = 300
    XCTAssertEqual(square.verticalAdjustment?.value, 300)
    let before = square.drawings
    await wait(for: "a redraw") { square.drawings > before }
    window.destroy()
  }

  func testTheMainActorRunsBesideGLib() async {
    var isDone = false
    Task { @MainActor in
      try? await Task.sleep(for: .milliseconds(5))
      isDone = true
    }
    await wait(for: "the task") { isDone }
  }

  func testTimeouts() async {
    var fired: [String] = []
    let one = Timeout.after(milliseconds: 5) { fired.append("one") }
    let two = Timeout.after(milliseconds: 5) { fired.append("two") }
    two.cancel()
    var gone: Timeout? = Timeout.after(milliseconds: 5) { fired.append("three") }
    XCTAssertNotNil(gone)
    gone = nil
    await settle(milliseconds: 60)
    XCTAssertEqual(fired, ["one"])
    one.cancel()
  }

  func testActions() async {
    let group = ActionGroup()
    var said: [String] = []
    group.addAction("plain") { said.append("plain") }
    let toggle = group.addToggle("toggle", isOn: false) { said.append("toggle \($0)") }
    let box = Box(.vertical)
    box.insertActions(group, prefix: "test")
    XCTAssertTrue(box.activateAction("test.plain"))
    XCTAssertTrue(box.activateAction("test.toggle"))
    XCTAssertTrue(toggle.isOn)
    XCTAssertEqual(said, ["plain", "toggle true"])
  }

  func testANodeIsRenderedInSoftware() async throws {
    let snapshot = Snapshot()
    snapshot.fill(Rectangle(0, 0, 10, 10), RGBA(0, 0, 1))
    let node = try XCTUnwrap(snapshot.takeNode())
    let texture = try XCTUnwrap(
      SoftwareRenderer().render(node, Rectangle(0, 0, 10, 10)))
    XCTAssertEqual(texture.width, 10)
  }

  func testTheClipboardGivesBackWhatItGot() async throws {
    let clipboard = try XCTUnwrap(Clipboard.standard)
    clipboard.setText("Zoë’s parcel")
    var text: String?
    clipboard.readText { text = $0 }
    await wait(for: "the text") { text != nil }
    XCTAssertEqual(text, "Zoë’s parcel")
  }

  func testListsAreKnownByPlace() async {
    let list = ListBox()
    for name in ["a", "b", "c"] { list.append(Label(name)) }
    var selected: Int?
    list.onRowSelected { selected = $0 }
    list.selectedIndex = 2
    XCTAssertEqual(selected, 2)
    list.removeAll()
    XCTAssertNil(list.row(at: 0))
  }
}
