import CGtk

public final class Grid: Widget {
  public init(rowSpacing: Int = 0, columnSpacing: Int = 0) {
    super.init(gtk_grid_new())
    gtk_grid_set_row_spacing(pointer(), guint(rowSpacing))
    gtk_grid_set_column_spacing(pointer(), guint(columnSpacing))
  }

  public func attach(
    _ child: Widget, column: Int, row: Int, columns: Int = 1, rows: Int = 1
  ) {
    gtk_grid_attach(pointer(), child.pointer(), gint(column), gint(row), gint(columns), gint(rows))
  }
  public func remove(_ child: Widget) { gtk_grid_remove(pointer(), child.pointer()) }
  public func setHomogeneousColumns(_ isHomogeneous: Bool) {
    gtk_grid_set_column_homogeneous(pointer(), isHomogeneous ? 1 : 0)
  }
}
