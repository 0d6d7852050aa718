import CGtk

public enum AccessibleRole {
  case grid, gridCell, columnHeader, rowHeader, button, group, label, region, toolbar, textBox
  case status, alert, list, listItem, heading, image, table, row, cell
  /// Says nothing: what it shows is said elsewhere.
  case presentation

  var value: GtkAccessibleRole {
    switch self {
    case .grid: GTK_ACCESSIBLE_ROLE_GRID
    case .row: GTK_ACCESSIBLE_ROLE_ROW
    case .gridCell: GTK_ACCESSIBLE_ROLE_GRID_CELL
    case .columnHeader: GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
    case .rowHeader: GTK_ACCESSIBLE_ROLE_ROW_HEADER
    case .button: GTK_ACCESSIBLE_ROLE_BUTTON
    case .group: GTK_ACCESSIBLE_ROLE_GROUP
    case .label: GTK_ACCESSIBLE_ROLE_LABEL
    case .region: GTK_ACCESSIBLE_ROLE_REGION
    case .toolbar: GTK_ACCESSIBLE_ROLE_TOOLBAR
    case .textBox: GTK_ACCESSIBLE_ROLE_TEXT_BOX
    case .status: GTK_ACCESSIBLE_ROLE_STATUS
    case .alert: GTK_ACCESSIBLE_ROLE_ALERT
    case .list: GTK_ACCESSIBLE_ROLE_LIST
    case .listItem: GTK_ACCESSIBLE_ROLE_LIST_ITEM
    case .heading: GTK_ACCESSIBLE_ROLE_HEADING
    case .image: GTK_ACCESSIBLE_ROLE_IMG
    case .table: GTK_ACCESSIBLE_ROLE_TABLE
    case .cell: GTK_ACCESSIBLE_ROLE_CELL
    case .presentation: GTK_ACCESSIBLE_ROLE_PRESENTATION
    }
  }
}

extension Widget {
  /// What a screen reader says this widget is called.
  public func setAccessibleLabel(_ text: String) {
    update(GTK_ACCESSIBLE_PROPERTY_LABEL, text)
  }

  /// What a screen reader says after the label.
  public func setAccessibleDescription(_ text: String) {
    update(GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text)
  }

  /// Which row and column of a grid this is, from 1.
  public func setAccessiblePosition(row: Int, column: Int? = nil) {
    update(GTK_ACCESSIBLE_RELATION_ROW_INDEX, row)
    if let column { update(GTK_ACCESSIBLE_RELATION_COL_INDEX, column) }
  }

  /// How many rows and columns a grid has, also those that are not there just now.
  public func setAccessibleSize(rows: Int, columns: Int) {
    update(GTK_ACCESSIBLE_RELATION_ROW_COUNT, rows)
    update(GTK_ACCESSIBLE_RELATION_COL_COUNT, columns)
  }

  private func update(_ relation: GtkAccessibleRelation, _ number: Int) {
    var relation = relation
    var value = GValue()
    gtk_accessible_relation_init_value(relation, &value)
    g_value_set_int(&value, gint(number))
    gtk_accessible_update_relation_value(pointer(), 1, &relation, &value)
    g_value_unset(&value)
  }

  public func setAccessibleSelected(_ isSelected: Bool) {
    var value = GValue()
    var state = GTK_ACCESSIBLE_STATE_SELECTED
    gtk_accessible_state_init_value(state, &value)
    // The state is a tristate: 0, 1 or undefined.
    g_value_set_int(&value, isSelected ? 1 : 0)
    gtk_accessible_update_state_value(pointer(), 1, &state, &value)
    g_value_unset(&value)
  }

  /// Only before the widget is shown for the first time.
  public func setAccessibleRole(_ role: AccessibleRole) {
    withValue(of: gtk_accessible_role_get_type()) {
      g_value_set_enum(&$0, gint(role.value.rawValue))
      g_object_set_property(pointer(), "accessible-role", &$0)
    }
  }

  private func update(_ property: GtkAccessibleProperty, _ text: String) {
    var property = property
    var value = GValue()
    gtk_accessible_property_init_value(property, &value)
    g_value_set_string(&value, text)
    gtk_accessible_update_property_value(pointer(), 1, &property, &value)
    g_value_unset(&value)
  }
}
