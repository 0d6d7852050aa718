import CGtk

open class Widget: Object {
  // MARK: Looks

  public var isVisible: Bool {
    get { gtk_widget_get_visible(pointer()) != 0 }
    set { gtk_widget_set_visible(pointer(), newValue ? 1 : 0) }
  }
  public var isSensitive: Bool {
    get { gtk_widget_get_sensitive(pointer()) != 0 }
    set { gtk_widget_set_sensitive(pointer(), newValue ? 1 : 0) }
  }
  public var isMapped: Bool { gtk_widget_get_mapped(pointer()) != 0 }
  public var opacity: Double {
    get { gtk_widget_get_opacity(pointer()) }
    set { gtk_widget_set_opacity(pointer(), newValue) }
  }
  /// Empty: none.
  public var tooltip: String {
    get { borrowed(gtk_widget_get_tooltip_text(pointer())) }
    set {
      let text = newValue.isEmpty ? nil : TooltipText.broken(newValue)
      guard tooltip != text ?? "" else { return }
      // For each visible widget GTK grabs the display and asks, window by window, whether the
      // pointer is over it; over one that stands nowhere yet it cannot be.
      let isNowhere =
        gtk_widget_get_parent(pointer()) == nil && gtk_widget_get_root(pointer()) == nil
      guard isNowhere, isVisible else { return gtk_widget_set_tooltip_text(pointer(), text) }
      isVisible = false
      gtk_widget_set_tooltip_text(pointer(), text)
      isVisible = true
    }
  }
  /// For CSS.
  public var name: String {
    get { borrowed(gtk_widget_get_name(pointer())) }
    set { gtk_widget_set_name(pointer(), newValue) }
  }

  public func addClass(_ name: String) { gtk_widget_add_css_class(pointer(), name) }
  public func removeClass(_ name: String) { gtk_widget_remove_css_class(pointer(), name) }
  public func hasClass(_ name: String) -> Bool {
    gtk_widget_has_css_class(pointer(), name) != 0
  }
  public func setClass(_ name: String, _ isOn: Bool) { isOn ? addClass(name) : removeClass(name) }

  /// `pointer`, `text`, `grab`, `grabbing`, `default` and other CSS names.
  public func setCursor(_ name: String) { gtk_widget_set_cursor_from_name(pointer(), name) }

  // MARK: Place

  public var expandsHorizontally: Bool {
    get { gtk_widget_get_hexpand(pointer()) != 0 }
    set { gtk_widget_set_hexpand(pointer(), newValue ? 1 : 0) }
  }
  public var expandsVertically: Bool {
    get { gtk_widget_get_vexpand(pointer()) != 0 }
    set { gtk_widget_set_vexpand(pointer(), newValue ? 1 : 0) }
  }
  public var horizontalAlignment: Alignment {
    get { Alignment(gtk_widget_get_halign(pointer())) }
    set { gtk_widget_set_halign(pointer(), newValue.value) }
  }
  public var verticalAlignment: Alignment {
    get { Alignment(gtk_widget_get_valign(pointer())) }
    set { gtk_widget_set_valign(pointer(), newValue.value) }
  }

  /// Free space around the widget, in logical pixels; nil leaves a side as it is.
  public func setMargins(
    top: Int? = nil, bottom: Int? = nil, start: Int? = nil, end: Int? = nil
  ) {
    if let top { gtk_widget_set_margin_top(pointer(), gint(top)) }
    if let bottom { gtk_widget_set_margin_bottom(pointer(), gint(bottom)) }
    if let start { gtk_widget_set_margin_start(pointer(), gint(start)) }
    if let end { gtk_widget_set_margin_end(pointer(), gint(end)) }
  }

  public func setMargins(_ all: Int) { setMargins(top: all, bottom: all, start: all, end: all) }

  /// What reaches beyond it is neither seen nor touched.
  public var clipsContents: Bool {
    get { gtk_widget_get_overflow(pointer()) == GTK_OVERFLOW_HIDDEN }
    set {
      gtk_widget_set_overflow(pointer(), newValue ? GTK_OVERFLOW_HIDDEN : GTK_OVERFLOW_VISIBLE)
    }
  }

  /// Whether a press at a point of this widget goes to another one, or to something inside that.
  public func isTouched(_ other: Widget, atX x: Double, y: Double) -> Bool {
    guard let found = gtk_widget_pick(pointer(), x, y, GTK_PICK_DEFAULT) else { return false }
    return found == other.pointer() || gtk_widget_is_ancestor(found, other.pointer()) != 0
  }

  /// The least size; −1 is the widget's own.
  public func setSizeRequest(width: Int = -1, height: Int = -1) {
    gtk_widget_set_size_request(pointer(), gint(width), gint(height))
  }

  public var width: Int { Int(gtk_widget_get_width(pointer())) }
  public var height: Int { Int(gtk_widget_get_height(pointer())) }
  public var scaleFactor: Int { Int(gtk_widget_get_scale_factor(pointer())) }
  public var isRightToLeft: Bool {
    gtk_widget_get_direction(pointer()) == GTK_TEXT_DIR_RTL
  }

  /// The natural size for a width, or for none (−1).
  public func naturalSize(forWidth width: Int = -1) -> (width: Int, height: Int) {
    var naturalWidth: gint = 0
    var naturalHeight: gint = 0
    gtk_widget_measure(
      pointer(), GTK_ORIENTATION_HORIZONTAL, -1, nil, &naturalWidth, nil, nil)
    gtk_widget_measure(
      pointer(), GTK_ORIENTATION_VERTICAL, width < 0 ? naturalWidth : gint(width), nil,
      &naturalHeight, nil, nil)
    return (Int(naturalWidth), Int(naturalHeight))
  }

  /// The least that it can do with: its width, and its height at a width.
  public func minimumSize(forWidth width: Int) -> (width: Int, height: Int) {
    var leastWidth: gint = 0
    var leastHeight: gint = 0
    gtk_widget_measure(
      pointer(), GTK_ORIENTATION_HORIZONTAL, -1, &leastWidth, nil, nil, nil)
    gtk_widget_measure(
      pointer(), GTK_ORIENTATION_VERTICAL, gint(max(width, Int(leastWidth))), &leastHeight, nil,
      nil, nil)
    return (Int(leastWidth), Int(leastHeight))
  }

  /// Where this widget stands in another of the same window; nil when they share none.
  public func frame(in other: Widget) -> Rectangle? {
    var bounds = graphene_rect_t()
    guard gtk_widget_compute_bounds(pointer(), other.pointer(), &bounds) != 0 else { return nil }
    return Rectangle(
      Double(bounds.origin.x), Double(bounds.origin.y), Double(bounds.size.width),
      Double(bounds.size.height))
  }

  /// Makes this widget a child of one that is drawn in Swift.
  public func setParent(_ parent: Widget) {
    gtk_widget_set_parent(pointer(), parent.pointer())
  }

  /// Like `setParent`, right after another child, or before all others (nil); moves this one when
  /// it is a child already.
  public func setParent(_ parent: Widget, after sibling: Widget?) {
    guard !hasParent || gtk_widget_get_prev_sibling(pointer()) != sibling?.pointer() else { return }
    gtk_widget_insert_after(pointer(), parent.pointer(), sibling?.pointer())
  }

  public func unparent() {
    if gtk_widget_get_parent(pointer()) != nil { gtk_widget_unparent(pointer()) }
  }

  public var hasParent: Bool { gtk_widget_get_parent(pointer()) != nil }

  /// How many children GTK knows; for custom widgets and tests.
  public var childCount: Int {
    var count = 0
    var child = gtk_widget_get_first_child(pointer())
    while let current = child {
      count += 1
      child = gtk_widget_get_next_sibling(current)
    }
    return count
  }

  // MARK: Focus and input

  public var isFocusable: Bool {
    get { gtk_widget_get_focusable(pointer()) != 0 }
    set { gtk_widget_set_focusable(pointer(), newValue ? 1 : 0) }
  }
  /// True when the keys go to this widget itself.
  public var isFocused: Bool { gtk_widget_is_focus(pointer()) != 0 }
  /// Takes the focus back, and leaves what is selected in a text as it is; false when this is not
  /// on the screen any more.
  @discardableResult
  public func takeFocusBack() -> Bool {
    guard gtk_widget_get_mapped(pointer()) != 0, gtk_widget_is_sensitive(pointer()) != 0 else {
      return false
    }
    let isText = g_type_is_a(uplift_type_of(pointer()), gtk_text_get_type()) != 0
    return
      (isText
      ? gtk_text_grab_focus_without_selecting(pointer()) : gtk_widget_grab_focus(pointer())) != 0
  }
  public func isInside(_ other: Widget) -> Bool {
    gtk_widget_is_ancestor(pointer(), other.pointer()) != 0
  }
  /// True when the focus is in this widget or in one inside it.
  public var containsFocus: Bool {
    let flags = gtk_widget_get_state_flags(pointer())
    return flags.rawValue & GTK_STATE_FLAG_FOCUS_WITHIN.rawValue != 0
  }
  public var takesFocusOnClick: Bool {
    get { gtk_widget_get_focus_on_click(pointer()) != 0 }
    set { gtk_widget_set_focus_on_click(pointer(), newValue ? 1 : 0) }
  }
  public var receivesPointer: Bool {
    get { gtk_widget_get_can_target(pointer()) != 0 }
    set { gtk_widget_set_can_target(pointer(), newValue ? 1 : 0) }
  }

  @discardableResult
  public func grabFocus() -> Bool { gtk_widget_grab_focus(pointer()) != 0 }

  /// Puts the focus on the first control inside; false when there is none.
  @discardableResult
  public func focusFirst() -> Bool {
    gtk_widget_child_focus(pointer(), GTK_DIR_TAB_FORWARD) != 0
  }

  /// The controller lives as long as the widget; capture it weakly in its own closures.
  public func addController(_ controller: EventController) {
    // The widget takes over a reference; the wrapper keeps its own.
    g_object_ref(controller.raw)
    gtk_widget_add_controller(pointer(), controller.pointer())
    keep(controller)
  }

  /// Runs an action by its name, `win.undo`; false when there is none or it is disabled.
  @discardableResult
  public func activateAction(_ name: String) -> Bool {
    gtk_widget_activate_action_variant(pointer(), name, nil) != 0
  }

  /// Makes the actions of a group available to this widget and those inside it as `prefix.name`.
  public func insertActions(_ group: ActionGroup, prefix: String) {
    gtk_widget_insert_action_group(pointer(), prefix, group.pointer())
  }

  // MARK: Redrawing

  public func queueDraw() { gtk_widget_queue_draw(pointer()) }
  public func queueAllocate() { gtk_widget_queue_allocate(pointer()) }
  public func queueResize() { gtk_widget_queue_resize(pointer()) }

  /// Calls `handler` at every frame with the frame's time in microseconds, until it gives false.
  public func onTick(_ handler: @escaping (Int64) -> Bool) {
    gtk_widget_add_tick_callback(
      pointer(), runTick, TickCallback(handler).retained, releaseObject)
  }

  // MARK: Signals

  @discardableResult
  public func onMap(_ handler: @escaping () -> Void) -> SignalID { connect("map", handler) }
  @discardableResult
  public func onUnmap(_ handler: @escaping () -> Void) -> SignalID { connect("unmap", handler) }
  /// GTK is done with the widget.
  @discardableResult
  public func onDestroy(_ handler: @escaping () -> Void) -> SignalID {
    connect("destroy", handler)
  }
}
