import CGtk

/// A list of rows, known by their places.
public final class ListBox: Widget {
  public init() { super.init(gtk_list_box_new()) }

  public enum Selection {
    case none, single, multiple
  }

  public func setSelection(_ selection: Selection) {
    let mode =
      switch selection {
      case .none: GTK_SELECTION_NONE
      case .single: GTK_SELECTION_SINGLE
      case .multiple: GTK_SELECTION_MULTIPLE
      }
    gtk_list_box_set_selection_mode(pointer(), mode)
  }

  /// True: one click activates a row.
  public var activatesOnSingleClick: Bool {
    get { gtk_list_box_get_activate_on_single_click(pointer()) != 0 }
    set { gtk_list_box_set_activate_on_single_click(pointer(), newValue ? 1 : 0) }
  }

  public func append(_ child: Widget) { gtk_list_box_append(pointer(), child.pointer()) }
  public func insert(_ child: Widget, at index: Int) {
    gtk_list_box_insert(pointer(), child.pointer(), gint(index))
  }
  public func remove(_ child: Widget) { gtk_list_box_remove(pointer(), child.pointer()) }

  public func removeAll() {
    while let row = gtk_list_box_get_row_at_index(pointer(), 0) {
      gtk_list_box_remove(
        pointer(), UnsafeMutableRawPointer(row).assumingMemoryBound(to: GtkWidget.self))
    }
  }

  /// What is seen when there is no row.
  public func setPlaceholder(_ widget: Widget?) {
    gtk_list_box_set_placeholder(pointer(), widget?.pointer())
  }

  /// The selected row's place; nil for none.
  public var selectedIndex: Int? {
    get {
      gtk_list_box_get_selected_row(pointer()).map { Int(gtk_list_box_row_get_index($0)) }
    }
    set {
      let row = newValue.flatMap { gtk_list_box_get_row_at_index(pointer(), gint($0)) }
      gtk_list_box_select_row(pointer(), row)
    }
  }

  public func row(at index: Int) -> ListBoxRow? {
    gtk_list_box_get_row_at_index(pointer(), gint(index)).map { ListBoxRow(existing: $0) }
  }

  @discardableResult
  public func onRowActivated(_ handler: @escaping (Int) -> Void) -> SignalID {
    connectAnswering("row-activated") { arguments in
      if let row = arguments.object(0) {
        handler(Int(gtk_list_box_row_get_index(row.assumingMemoryBound(to: GtkListBoxRow.self))))
      }
      return .none
    }
  }

  /// Nil: nothing is selected any more.
  @discardableResult
  public func onRowSelected(_ handler: @escaping (Int?) -> Void) -> SignalID {
    connectAnswering("row-selected") { arguments in
      handler(
        arguments.object(0).map {
          Int(gtk_list_box_row_get_index($0.assumingMemoryBound(to: GtkListBoxRow.self)))
        })
      return .none
    }
  }
}

public final class ListBoxRow: Widget {
  public init(_ child: Widget? = nil) {
    super.init(gtk_list_box_row_new())
    if let child { setChild(child) }
  }

  init(existing row: UnsafeMutablePointer<GtkListBoxRow>) { super.init(row) }

  public func setChild(_ child: Widget?) {
    gtk_list_box_row_set_child(pointer(), child?.pointer())
  }

  public var index: Int { Int(gtk_list_box_row_get_index(pointer())) }
  public var isSelectable: Bool {
    get { gtk_list_box_row_get_selectable(pointer()) != 0 }
    set { gtk_list_box_row_set_selectable(pointer(), newValue ? 1 : 0) }
  }
  public var isActivatable: Bool {
    get { gtk_list_box_row_get_activatable(pointer()) != 0 }
    set { gtk_list_box_row_set_activatable(pointer(), newValue ? 1 : 0) }
  }
}
