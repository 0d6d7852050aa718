import CGtk

/// Several lines of text to edit, with input methods and its own undo.
public final class TextView: Widget {
  private let buffer: TextBuffer

  public init(_ text: String = "") {
    let buffer = TextBuffer()
    self.buffer = buffer
    super.init(gtk_text_view_new_with_buffer(buffer.pointer()))
    gtk_text_view_set_wrap_mode(pointer(), GTK_WRAP_WORD_CHAR)
    buffer.text = text
  }

  public var text: String {
    get { buffer.text }
    set { buffer.text = newValue }
  }

  /// Whether dots stand for the text, on the screen and for screen readers, as in a field for a
  /// password: then nothing of it is copied or dragged away, and input methods keep nothing.
  public var isVeiled: Bool {
    get { buffer.isVeiled }
    set {
      buffer.isVeiled = newValue
      let hints = newValue ? GTK_INPUT_HINT_PRIVATE : GTK_INPUT_HINT_NONE
      gtk_text_view_set_input_hints(pointer(), hints)
      if newValue, !isGuarded { guardVeiled() }
    }
  }
  private var isGuarded = false
  /// What the screen and screen readers have of it: dots while it is veiled.
  public var shownText: String { buffer.shownText }
  /// As Backspace does.
  public func removeBeforeCursor() { buffer.removeBeforeCursor() }

  private func guardVeiled() {
    isGuarded = true
    for signal in ["copy-clipboard", "cut-clipboard"] {
      connect(signal) { [weak self] in
        guard let self, isVeiled else { return }
        g_signal_stop_emission_by_name(raw, signal)
        gtk_widget_error_bell(pointer())
      }
    }
    // A press on what is selected would begin to drag dots that mean nothing elsewhere.
    let click = ClickController()
    click.setPhase(.capture)
    click.onPressed { [weak self, weak click] _, _, _ in
      guard let self, isVeiled, click?.modifiers.contains(.shift) != true else { return }
      buffer.forgetSelection()
    }
    addController(click)
  }

  public var wraps: Bool {
    get { gtk_text_view_get_wrap_mode(pointer()) != GTK_WRAP_NONE }
    set { gtk_text_view_set_wrap_mode(pointer(), newValue ? GTK_WRAP_WORD_CHAR : GTK_WRAP_NONE) }
  }
  /// False: Tab goes to the next widget.
  public var acceptsTab: Bool {
    get { gtk_text_view_get_accepts_tab(pointer()) != 0 }
    set { gtk_text_view_set_accepts_tab(pointer(), newValue ? 1 : 0) }
  }
  public var isEditable: Bool {
    get { gtk_text_view_get_editable(pointer()) != 0 }
    set { gtk_text_view_set_editable(pointer(), newValue ? 1 : 0) }
  }
  public func setCentred(_ isCentred: Bool) {
    gtk_text_view_set_justification(pointer(), isCentred ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT)
  }
  public func setPadding(left: Int, right: Int, top: Int, bottom: Int) {
    gtk_text_view_set_left_margin(pointer(), gint(left))
    gtk_text_view_set_right_margin(pointer(), gint(right))
    gtk_text_view_set_top_margin(pointer(), gint(top))
    gtk_text_view_set_bottom_margin(pointer(), gint(bottom))
  }

  public func selectAll() { buffer.selectAll() }
  public func moveCursorToEnd() { buffer.moveCursorToEnd() }
  public func insertAtCursor(_ text: String) {
    gtk_text_buffer_insert_at_cursor(buffer.pointer(), text, -1)
  }

  /// Nothing typed before can be undone in this field any more.
  public func forgetUndo() {
    gtk_text_buffer_set_enable_undo(buffer.pointer(), 0)
    gtk_text_buffer_set_enable_undo(buffer.pointer(), 1)
  }

  @discardableResult
  public func onChanged(_ handler: @escaping () -> Void) -> SignalID {
    buffer.connect("changed", handler)
  }

  @discardableResult
  public func onCursorMoved(_ handler: @escaping () -> Void) -> SignalID {
    buffer.onChange(of: "cursor-position", handler)
  }

  /// The height of the line in which the cursor stands and where it begins, in the widget's own
  /// logical pixels.
  public var cursorFrame: (y: Int, height: Int)? {
    var cursor = GdkRectangle()
    gtk_text_view_get_cursor_locations(pointer(), nil, &cursor, nil)
    var y: gint = 0
    gtk_text_view_buffer_to_window_coords(
      pointer(), GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y, nil, &y)
    return cursor.height > 0 ? (Int(y), Int(cursor.height)) : nil
  }

  /// What an input method shows but has not committed yet.
  @discardableResult
  public func onPreeditChanged(_ handler: @escaping (String) -> Void) -> SignalID {
    connectAnswering("preedit-changed") { arguments in
      handler(arguments.string(0))
      return .none
    }
  }
}
