import CGtk

/// One line of text: what `Entry` and `SearchEntry` share.
open class TextField: Widget {
  public var text: String {
    get { borrowed(gtk_editable_get_text(pointer())) }
    set { gtk_editable_set_text(pointer(), newValue) }
  }
  public func setWidthInCharacters(_ count: Int) {
    gtk_editable_set_width_chars(pointer(), gint(count))
  }
  /// The entry wants no more room than this by itself; it may be given more.
  public func setMaximumWidthInCharacters(_ count: Int) {
    gtk_editable_set_max_width_chars(pointer(), gint(count))
  }
  public var isEditable: Bool {
    get { gtk_editable_get_editable(pointer()) != 0 }
    set { gtk_editable_set_editable(pointer(), newValue ? 1 : 0) }
  }
  public func selectAll() { gtk_editable_select_region(pointer(), 0, -1) }
  /// From a character to the end.
  public func select(from start: Int) {
    gtk_editable_select_region(pointer(), gint(start), -1)
  }
  /// As if it were typed or pasted.
  public func replaceSelection(_ text: String) {
    gtk_editable_delete_selection(pointer())
    var place = gtk_editable_get_position(pointer())
    gtk_editable_insert_text(pointer(), text, -1, &place)
    gtk_editable_set_position(pointer(), place)
  }
  public func moveCursorToEnd() { gtk_editable_set_position(pointer(), -1) }

  /// Shown while there is no text.
  public func setPlaceholder(_ text: String) { set("placeholder-text", text) }

  @discardableResult
  public func onChanged(_ handler: @escaping () -> Void) -> SignalID {
    connect("changed", handler)
  }
  /// Enter was pressed.
  @discardableResult
  public func onActivate(_ handler: @escaping () -> Void) -> SignalID {
    connect("activate", handler)
  }
}

public final class Entry: TextField {
  public init(_ text: String = "") {
    super.init(gtk_entry_new())
    self.text = text
  }
}

public final class SearchEntry: TextField {
  public init() { super.init(gtk_search_entry_new()) }

  /// The text changed, and typing paused for a moment.
  @discardableResult
  public func onSearch(_ handler: @escaping () -> Void) -> SignalID {
    connect("search-changed", handler)
  }
  /// Escape was pressed.
  @discardableResult
  public func onStop(_ handler: @escaping () -> Void) -> SignalID {
    connect("stop-search", handler)
  }
  @discardableResult
  public func onNext(_ handler: @escaping () -> Void) -> SignalID {
    connect("next-match", handler)
  }
  @discardableResult
  public func onPrevious(_ handler: @escaping () -> Void) -> SignalID {
    connect("previous-match", handler)
  }
}
