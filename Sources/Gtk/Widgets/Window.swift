import CGtk

/// A window of its own, such as a dialog. The owner keeps the wrapper while it listens to it;
/// the window itself lives until `close` or `destroy`.
open class Window: Widget {
  public init() { super.init(gtk_window_new()) }

  init(widget: UnsafeMutablePointer<GtkWidget>?) { super.init(widget) }

  public var title: String {
    get { borrowed(gtk_window_get_title(pointer())) }
    set { gtk_window_set_title(pointer(), newValue) }
  }
  /// Of the window when it is neither maximised nor full screen; −1 is its natural size.
  public func setDefaultSize(width: Int, height: Int) {
    gtk_window_set_default_size(pointer(), gint(width), gint(height))
  }
  public var defaultSize: (width: Int, height: Int) {
    var width: gint = 0
    var height: gint = 0
    gtk_window_get_default_size(pointer(), &width, &height)
    return (Int(width), Int(height))
  }
  public var isMaximised: Bool {
    get { gtk_window_is_maximized(pointer()) != 0 }
    set { newValue ? gtk_window_maximize(pointer()) : gtk_window_unmaximize(pointer()) }
  }
  public var isFullScreen: Bool {
    get { gtk_window_is_fullscreen(pointer()) != 0 }
    set { newValue ? gtk_window_fullscreen(pointer()) : gtk_window_unfullscreen(pointer()) }
  }
  public var isActive: Bool { gtk_window_is_active(pointer()) != 0 }
  public var isModal: Bool {
    get { gtk_window_get_modal(pointer()) != 0 }
    set { gtk_window_set_modal(pointer(), newValue ? 1 : 0) }
  }
  public var isResizable: Bool {
    get { gtk_window_get_resizable(pointer()) != 0 }
    set { gtk_window_set_resizable(pointer(), newValue ? 1 : 0) }
  }

  /// Stays above `parent`, and goes away with it.
  public func setTransient(for parent: Window?) {
    gtk_window_set_transient_for(pointer(), parent?.pointer())
    gtk_window_set_destroy_with_parent(pointer(), parent == nil ? 0 : 1)
  }
  public func setIcon(_ name: String) { gtk_window_set_icon_name(pointer(), name) }
  public func setChild(_ child: Widget?) { gtk_window_set_child(pointer(), child?.pointer()) }
  public func setTitlebar(_ bar: Widget?) { gtk_window_set_titlebar(pointer(), bar?.pointer()) }
  /// What Enter activates.
  public func setDefaultWidget(_ widget: Widget?) {
    gtk_window_set_default_widget(pointer(), widget?.pointer())
  }

  public func present() { gtk_window_present(pointer()) }
  /// Asks, as the window's close button does.
  public func close() { gtk_window_close(pointer()) }
  /// Goes, unasked.
  public func destroy() { gtk_window_destroy(pointer()) }

  /// The window is about to close; true keeps it open.
  @discardableResult
  public func onCloseRequest(_ handler: @escaping () -> Bool) -> SignalID {
    connectAnswering("close-request") { _ in .bool(handler()) }
  }
  @discardableResult
  public func onActiveChanged(_ handler: @escaping () -> Void) -> SignalID {
    onChange(of: "is-active", handler)
  }

  /// What has the focus, when that is `widget` or stands in it.
  public func hasFocus(_ widget: Widget) -> Bool {
    guard let focus = gtk_window_get_focus(pointer()) else { return false }
    return focus == widget.pointer() || gtk_widget_is_ancestor(focus, widget.pointer()) != 0
  }
  /// What has the focus; nil when nothing has.
  public var focus: Widget? {
    gtk_window_get_focus(pointer()).map { Widget($0) }
  }
  /// Whether that stands in a popover over the window.
  public var hasFocusInPopover: Bool {
    guard let focus = gtk_window_get_focus(pointer()) else { return false }
    return gtk_widget_get_ancestor(focus, gtk_popover_get_type()) != nil
  }
  public func clearFocus() { gtk_window_set_focus(pointer(), nil) }
}

/// A main window of an application; its actions are `win.NAME`.
open class ApplicationWindow: Window, ActionMap {
  public init(_ application: Application) {
    super.init(widget: gtk_application_window_new(application.pointer()))
  }
}
