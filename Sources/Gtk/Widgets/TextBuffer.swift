import CGtk

final class TextBuffer: Object {
  private var veiled: VeiledText?
  /// The dots are being changed, and not the text that they stand for.
  private var isVeiling = false

  init() {
    super.init(adopting: gtk_text_buffer_new(nil))
    connectAnswering("insert-text") { [weak self] arguments in
      self?.inserting(arguments)
      return .none
    }
    connectAnswering("delete-range") { [weak self] arguments in
      self?.deleting(arguments)
      return .none
    }
  }

  /// The text itself, also behind a veil.
  var text: String {
    get { veiled?.text ?? shownText }
    set {
      guard veiled != nil else { return shownText = newValue }
      veiled = VeiledText(newValue)
      changingDots { shownText = VeiledText.veil(newValue) }
    }
  }

  /// Whether dots stand for the text. The cursor stays where it is.
  var isVeiled: Bool {
    get { veiled != nil }
    set {
      guard newValue != isVeiled else { return }
      let (text, place) = (text, cursor)
      veiled = newValue ? VeiledText(text) : nil
      changingDots { shownText = newValue ? VeiledText.veil(text) : text }
      cursor = place
    }
  }

  private func changingDots(_ change: () -> Void) {
    isVeiling = true
    change()
    isVeiling = false
  }

  private func inserting(_ arguments: SignalArguments) {
    guard veiled != nil, !isVeiling, let place = arguments.iterator(0) else { return }
    let text = arguments.string(1)
    veiled?.insert(text, at: Int(gtk_text_iter_get_offset(place)))
    changingDots { gtk_text_buffer_insert(pointer(), place, VeiledText.veil(text), -1) }
    // Nobody else hears what was to be inserted.
    g_signal_stop_emission_by_name(raw, "insert-text")
  }

  private func deleting(_ arguments: SignalArguments) {
    guard veiled != nil, !isVeiling, let start = arguments.iterator(0),
      let end = arguments.iterator(1)
    else { return }
    let ends = (gtk_text_iter_get_offset(start), gtk_text_iter_get_offset(end))
    veiled?.remove(Int(min(ends.0, ends.1))..<Int(max(ends.0, ends.1)))
  }

  /// In Unicode scalars.
  private var cursor: Int {
    get {
      var place = GtkTextIter()
      gtk_text_buffer_get_iter_at_mark(
        pointer(), &place, gtk_text_buffer_get_insert(pointer()))
      return Int(gtk_text_iter_get_offset(&place))
    }
    set {
      var place = GtkTextIter()
      gtk_text_buffer_get_iter_at_offset(pointer(), &place, gint(newValue))
      gtk_text_buffer_place_cursor(pointer(), &place)
    }
  }

  func removeBeforeCursor() {
    var place = GtkTextIter()
    gtk_text_buffer_get_iter_at_mark(pointer(), &place, gtk_text_buffer_get_insert(pointer()))
    gtk_text_buffer_backspace(pointer(), &place, 1, 1)
  }

  func forgetSelection() { cursor = cursor }

  fileprivate(set) var shownText: String {
    get {
      var start = GtkTextIter()
      var end = GtkTextIter()
      gtk_text_buffer_get_bounds(pointer(), &start, &end)
      return taken(gtk_text_buffer_get_text(pointer(), &start, &end, 0)) ?? ""
    }
    set { gtk_text_buffer_set_text(pointer(), newValue, -1) }
  }

  func selectAll() {
    var start = GtkTextIter()
    var end = GtkTextIter()
    gtk_text_buffer_get_bounds(pointer(), &start, &end)
    gtk_text_buffer_select_range(pointer(), &end, &start)
  }

  func moveCursorToEnd() {
    var end = GtkTextIter()
    gtk_text_buffer_get_end_iter(pointer(), &end)
    gtk_text_buffer_place_cursor(pointer(), &end)
  }
}
