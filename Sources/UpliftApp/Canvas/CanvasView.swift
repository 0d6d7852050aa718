import Gtk
import UpliftCore
import UpliftDrawing

/// A canvas with its scroll bars and the toolbar that floats over it. Keep it as long as `widget`
/// is shown.
public final class CanvasView {
  public let canvas = SceneCanvas()
  public let widget = Overlay()
  private let zoomLabel = Button(label: "100 %")
  private let tools = Box(.horizontal, spacing: 2)
  /// Smaller, larger, fit.
  let zoomTools = Box(.horizontal, spacing: 2)
  /// What keys and the wheel do too: it gives way where there is no room for all.
  private(set) var zoomParts: [Widget] = []
  private var isNarrow = false
  private var adapting: Timeout?
  /// Pixels that the toolbar with all its parts needs.
  private static let roomForAll = 390.0
  /// The zoom, and the page's own controls.
  private(set) lazy var bar: Widget = toolbar()

  enum BarPlace {
    /// Floats over the lower edge.
    case over
    /// Whoever shows the canvas puts it where it covers nothing.
    case elsewhere
  }

  public convenience init() { self.init(bar: .over) }

  init(bar place: BarPlace) {
    let scrolled = ScrolledWindow(canvas)
    scrolled.expandsHorizontally = true
    scrolled.expandsVertically = true
    widget.setChild(scrolled)
    if place == .over { widget.addOverlay(bar) } else { bar.addClass("standing") }
    canvas.onViewChanged = { [weak self] in self?.showZoom() }
    canvas.onSize = { [weak self] in self?.adapt(to: $0.width) }
    showZoom()
  }

  private func toolbar() -> Box {
    zoomLabel.addClass("zoom-label")
    zoomLabel.tooltip = tr("Actual size (Ctrl+1)")
    zoomLabel.onClicked { [weak canvas] in canvas?.zoomToActualSize() }
    zoomParts = [
      button("list-remove-symbolic", tr("Zoom out (Ctrl+−)")) { $0.zoomOut() }, zoomLabel,
      button("list-add-symbolic", tr("Zoom in (Ctrl++)")) { $0.zoomIn() },
    ]
    let fit = button("zoom-fit-best-symbolic", tr("Fit (Ctrl+0)")) { $0.fit() }
    for tool in zoomParts + [fit] { zoomTools.append(tool) }
    let bar = Box(.horizontal, spacing: 2, [zoomTools])
    bar.addClass("floating-toolbar")
    bar.horizontalAlignment = .center
    bar.verticalAlignment = .end
    bar.setAccessibleLabel(tr("Zoom"))
    bar.append(tools)
    return bar
  }

  /// A control of the page's own, beside the zoom.
  public func addTool(_ widget: Widget) {
    if tools.childCount == 0 { tools.append(Separator(.vertical)) }
    tools.append(widget)
  }

  private func button(
    _ icon: String, _ name: String, _ action: @escaping (SceneCanvas) -> Void
  ) -> Button {
    let button = Button(icon: icon, name: name)
    button.onClicked { [weak canvas] in
      guard let canvas else { return }
      action(canvas)
    }
    return button
  }

  private func showZoom() {
    let percent = Int((canvas.zoom * 100).rounded())
    let number = tr("{percent} %", ["percent": percent])
    // Marks that keep the number before its sign among texts from right to left. Only there: our
    // font lacks them, and another one would be read from the disk for them at the start.
    let text = zoomLabel.isRightToLeft ? "\u{2066}\(number)\u{2069}" : number
    if zoomLabel.label != text { zoomLabel.label = text }
  }

  private func adapt(to width: Double) {
    let isNarrow = width > 1 && width < Self.roomForAll && tools.childCount > 0
    guard isNarrow != self.isNarrow else { return }
    self.isNarrow = isNarrow
    // Not while GTK gives everything its place.
    adapting = Timeout.after(milliseconds: 0) { [weak self] in
      self?.zoomParts.forEach { $0.isVisible = !isNarrow }
    }
  }
}
