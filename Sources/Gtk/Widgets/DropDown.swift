import CGtk

/// One choice out of a list of texts.
public final class DropDown: Widget {
  public init(_ choices: [String], selected: Int? = 0) {
    super.init(withStrings(choices) { gtk_drop_down_new_from_strings($0) })
    self.selected = choices.isEmpty ? nil : selected
  }

  /// A field that narrows down a long list, while it is open.
  public var isSearchable = false {
    didSet {
      guard isSearchable != oldValue else { return }
      if isSearchable {
        let text = gtk_property_expression_new(gtk_string_object_get_type(), nil, "string")
        gtk_drop_down_set_expression(pointer(), text)
        gtk_expression_unref(text)
      }
      gtk_drop_down_set_enable_search(pointer(), isSearchable ? 1 : 0)
    }
  }

  public func setChoices(_ choices: [String]) {
    let model = withStrings(choices) { gtk_string_list_new($0) }
    gtk_drop_down_set_model(pointer(), model)
    g_object_unref(UnsafeMutableRawPointer(model))
  }

  public var selected: Int? {
    get {
      let index = gtk_drop_down_get_selected(pointer())
      return index == guint.max ? nil : Int(index)
    }
    set { gtk_drop_down_set_selected(pointer(), newValue.map { guint($0) } ?? guint.max) }
  }

  @discardableResult
  public func onSelected(_ handler: @escaping () -> Void) -> SignalID {
    onChange(of: "selected", handler)
  }
}
