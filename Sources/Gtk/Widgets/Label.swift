import CGtk

public final class Label: Widget {
  public init(_ text: String = "", classes: [String] = []) {
    super.init(gtk_label_new(text))
    classes.forEach(addClass)
  }

  public var text: String {
    get { borrowed(gtk_label_get_text(pointer())) }
    set { gtk_label_set_text(pointer(), newValue) }
  }

  public enum Ellipsis {
    case none, start, middle, end

    var value: PangoEllipsizeMode {
      switch self {
      case .none: PANGO_ELLIPSIZE_NONE
      case .start: PANGO_ELLIPSIZE_START
      case .middle: PANGO_ELLIPSIZE_MIDDLE
      case .end: PANGO_ELLIPSIZE_END
      }
    }
  }

  public func setEllipsis(_ place: Ellipsis) { gtk_label_set_ellipsize(pointer(), place.value) }

  /// Whether there is no room for all of the text, and an ellipsis stands in its place.
  public var isCut: Bool { pango_layout_is_ellipsized(gtk_label_get_layout(pointer())) != 0 }

  /// Never narrower than a few characters, if nothing else is said: to learn how narrow it could
  /// be, GTK would try to break it after every single one, which takes longer than all else.
  public var wraps: Bool {
    get { gtk_label_get_wrap(pointer()) != 0 }
    set {
      if newValue, gtk_label_get_width_chars(pointer()) < 0 {
        gtk_label_set_width_chars(pointer(), Self.narrowestWrapping)
      }
      gtk_label_set_wrap(pointer(), newValue ? 1 : 0)
      gtk_label_set_wrap_mode(pointer(), PANGO_WRAP_WORD_CHAR)
    }
  }
  /// Characters.
  private static let narrowestWrapping: gint = 6

  /// 0 start … 1 end.
  public var alignment: Double {
    get { Double(gtk_label_get_xalign(pointer())) }
    set { gtk_label_set_xalign(pointer(), Float(newValue)) }
  }
  /// Where the lines of a wrapped text stand.
  public func setCentred(_ isCentred: Bool) {
    gtk_label_set_justify(pointer(), isCentred ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT)
  }
  /// The lines of a wrapped text end together instead of beginning together.
  public func alignLinesAtEnd() {
    gtk_label_set_justify(pointer(), isRightToLeft ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT)
  }
  public var isSelectable: Bool {
    get { gtk_label_get_selectable(pointer()) != 0 }
    set { gtk_label_set_selectable(pointer(), newValue ? 1 : 0) }
  }
  /// The most characters on a line before it wraps or is cut with an ellipsis; −1: no limit.
  public func setWidthInCharacters(minimum: Int = -1, maximum: Int = -1) {
    gtk_label_set_width_chars(pointer(), gint(minimum))
    gtk_label_set_max_width_chars(pointer(), gint(maximum))
  }
  /// −1: no limit.
  public func setLines(_ count: Int) { gtk_label_set_lines(pointer(), gint(count)) }

  /// The widget that a click or the mnemonic goes to, and which this label names.
  public func setTarget(_ widget: Widget) {
    gtk_label_set_mnemonic_widget(pointer(), widget.pointer())
  }
}
