import CGtk

extension Label {
  /// Text with Pango's marks: `<b>`, `<i>`, `<tt>`, `<a href="…">`. Whatever is not ours goes
  /// through `escaped` first.
  public func setMarkup(_ markup: String) { gtk_label_set_markup(pointer(), markup) }

  /// The text as it stands in markup, with nothing in it that could be a mark.
  public static func escaped(_ text: String) -> String {
    taken(g_markup_escape_text(text, -1)) ?? ""
  }

  /// A link was clicked or activated with the keyboard. False from `handler`: the desktop opens it.
  @discardableResult
  public func onLink(_ handler: @escaping (String) -> Bool) -> SignalID {
    connectAnswering("activate-link") { arguments in
      .bool(handler(borrowed(arguments.value(0).flatMap { g_value_get_string($0) })))
    }
  }
}
