import CGtk

public final class HeaderBar: Widget {
  public init() { super.init(gtk_header_bar_new()) }

  public func packStart(_ child: Widget) { gtk_header_bar_pack_start(pointer(), child.pointer()) }
  public func packEnd(_ child: Widget) { gtk_header_bar_pack_end(pointer(), child.pointer()) }
  public func remove(_ child: Widget) { gtk_header_bar_remove(pointer(), child.pointer()) }
  public func setTitle(_ widget: Widget?) {
    gtk_header_bar_set_title_widget(pointer(), widget?.pointer())
  }
  public func setShowsWindowButtons(_ isShown: Bool) {
    gtk_header_bar_set_show_title_buttons(pointer(), isShown ? 1 : 0)
  }
}

/// One child in the very middle, one at each end.
public final class CenterBox: Widget {
  public init(start: Widget? = nil, center: Widget? = nil, end: Widget? = nil) {
    super.init(gtk_center_box_new())
    gtk_center_box_set_start_widget(pointer(), start?.pointer())
    gtk_center_box_set_center_widget(pointer(), center?.pointer())
    gtk_center_box_set_end_widget(pointer(), end?.pointer())
  }
}
