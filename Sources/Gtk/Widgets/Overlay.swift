import CGtk

/// A widget with others floating over it.
public final class Overlay: Widget {
  public init(_ child: Widget? = nil) {
    super.init(gtk_overlay_new())
    if let child { setChild(child) }
  }

  public func setChild(_ child: Widget?) { gtk_overlay_set_child(pointer(), child?.pointer()) }

  /// Stands where its alignments say.
  public func addOverlay(_ widget: Widget) {
    gtk_overlay_add_overlay(pointer(), widget.pointer())
  }
  public func removeOverlay(_ widget: Widget) {
    gtk_overlay_remove_overlay(pointer(), widget.pointer())
  }
}
