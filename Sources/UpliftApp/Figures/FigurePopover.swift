import Gtk
import UpliftCore

/// Over a figure: the records behind one of its parts, when there are several.
@MainActor final class FigurePopover {
  private let popover = Popover()

  /// Logical pixels: of a row, of all rows that are seen at once, of the fewest that are worth it, of
  /// a line of the heading, and of the arrow and the edges around it all.
  private static let row = 62
  private static let highest = 360
  private static let least = 190.0
  private static let line = 22.0
  private static let around = 56.0

  init(
    over canvas: Widget, _ frame: Rectangle, title: String, _ references: [EntityReference],
    _ session: Session, go: @escaping (EntityReference) -> Void
  ) {
    let heading = Label(title, classes: ["field-label"])
    heading.alignment = 0
    heading.wraps = true
    heading.setWidthInCharacters(maximum: 44)
    let rows = Box(.vertical, spacing: 6)
    RecordRows.fill(rows, references, session) { [weak self] reference in
      self?.popover.popDown()
      go(reference)
    }
    let scroller = ScrolledWindow(rows)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    // Where there is more room: below what was chosen, above it, or over the middle of what is high.
    var place = frame
    let top = canvas.window.flatMap { canvas.frame(in: $0) }?.y ?? 0
    let bottom = Double(canvas.window?.height ?? canvas.height)
    func room() -> (above: Double, below: Double) {
      (top + place.y, bottom - top - place.y - place.height)
    }
    let around = Self.around + Double(1 + title.count / 44) * Self.line
    let wanted = Double(min(Self.highest, Self.row * references.count))
    if max(room().above, room().below) < min(wanted, Self.least) + around {
      place = Rectangle(frame.x, frame.y + frame.height / 2, frame.width, 1)
    }
    let isAbove = room().below < wanted + around && room().above > room().below
    let most = (isAbove ? room().above : room().below) - around
    scroller.setSizeRequest(width: 320, height: Int(max(Double(Self.row), min(wanted, most))))
    let contents = Box(.vertical, spacing: 6, [heading, scroller])
    contents.setMargins(4)
    popover.setChild(contents)
    popover.addClass("search-popover")
    popover.setParent(canvas)
    popover.pointTo(place)
    popover.setSide(isAbove ? .top : .bottom)
    popover.onClosed { [weak self, weak canvas] in
      canvas?.grabFocus()
      if let canvas { self?.popover.leave(canvas) }
    }
    popover.popUp()
    rows.focusFirst()
  }

  func close() { popover.popDown() }
}
