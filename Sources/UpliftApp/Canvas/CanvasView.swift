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
  /// The zoom, and the page's own controls.
  private(set) lazy var bar: Widget = toolbar()

  public init() {
    let scrolled = ScrolledWindow(canvas)
    scrolled.expandsHorizontally = true
    scrolled.expandsVertically = true
    widget.setChild(scrolled)
    widget.addOverlay(bar)
    canvas.onViewChanged = { [weak self] in self?.showZoom() }
    showZoom()
  }

  private func toolbar() -> Box {
    zoomLabel.addClass("zoom-label")
    zoomLabel.tooltip = tr("Actual size (Ctrl+1)")
    zoomLabel.onClicked { [weak canvas] in canvas?.zoomToActualSize() }
    let bar = Box(
      .horizontal, spacing: 2,
      [
        button("list-remove-symbolic", tr("Zoom out (Ctrl+−)")) { $0.zoomOut() }, zoomLabel,
        button("list-add-symbolic", tr("Zoom in (Ctrl++)")) { $0.zoomIn() },
        button("zoom-fit-best-symbolic", tr("Fit (Ctrl+0)")) { $0.fit() },
      ])
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
    let text = tr("{percent} %", ["percent": percent])
    if zoomLabel.label != text { zoomLabel.label = text }
  }
}
