import CGtk

/// Children side by side, in as many rows as it takes.
public final class FlowBox: Widget {
  public init(rowSpacing: Int = 0, columnSpacing: Int = 0) {
    super.init(gtk_flow_box_new())
    gtk_flow_box_set_row_spacing(pointer(), guint(rowSpacing))
    gtk_flow_box_set_column_spacing(pointer(), guint(columnSpacing))
    gtk_flow_box_set_selection_mode(pointer(), GTK_SELECTION_NONE)
    gtk_flow_box_set_activate_on_single_click(pointer(), 1)
  }

  public func append(_ child: Widget) { gtk_flow_box_insert(pointer(), child.pointer(), -1) }

  /// A child that takes the focus itself: its place in the flow is no stop on the way.
  public func appendControl(_ child: Widget) {
    guard let place = gtk_flow_box_child_new() else { return }
    let holder = Widget(place)
    // To a screen reader the control is there, not a cell with no name around it.
    holder.setAccessibleRole(.presentation)
    gtk_widget_set_focusable(place, 0)
    gtk_flow_box_child_set_child(holder.pointer(), child.pointer())
    append(holder)
  }

  public func removeAll() {
    while let child = gtk_widget_get_first_child(pointer()) {
      gtk_flow_box_remove(pointer(), child)
    }
  }

  public func setChildrenPerLine(minimum: Int, maximum: Int) {
    gtk_flow_box_set_min_children_per_line(pointer(), guint(minimum))
    gtk_flow_box_set_max_children_per_line(pointer(), guint(maximum))
  }
  public func setHomogeneous(_ isHomogeneous: Bool) {
    gtk_flow_box_set_homogeneous(pointer(), isHomogeneous ? 1 : 0)
  }

  /// The child's place.
  @discardableResult
  public func onChildActivated(_ handler: @escaping (Int) -> Void) -> SignalID {
    connectAnswering("child-activated") { arguments in
      if let child = arguments.object(0) {
        handler(
          Int(gtk_flow_box_child_get_index(child.assumingMemoryBound(to: GtkFlowBoxChild.self))))
      }
      return .none
    }
  }
}
