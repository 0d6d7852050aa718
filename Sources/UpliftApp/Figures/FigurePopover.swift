import Gtk
import UpliftCore

/// Over a figure: the records behind one of its parts, when there are several.
@MainActor final class FigurePopover {
  private let popover = Popover()

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
    scroller.setSizeRequest(width: 320, height: min(360, 62 * references.count))
    let contents = Box(.vertical, spacing: 6, [heading, scroller])
    contents.setMargins(4)
    popover.setChild(contents)
    popover.addClass("search-popover")
    popover.setParent(canvas)
    popover.pointTo(frame)
    popover.onClosed { [weak self, weak canvas] in
      canvas?.grabFocus()
      if let canvas { self?.popover.leave(canvas) }
    }
    popover.popUp()
    rows.focusFirst()
  }

  func close() { popover.popDown() }
}
