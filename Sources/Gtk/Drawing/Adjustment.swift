import CGtk

/// A value in a range: where something is scrolled to.
public final class Adjustment: Object {
  public var value: Double {
    get { gtk_adjustment_get_value(pointer()) }
    set { gtk_adjustment_set_value(pointer(), newValue) }
  }
  public var lower: Double { gtk_adjustment_get_lower(pointer()) }
  public var upper: Double { gtk_adjustment_get_upper(pointer()) }
  public var pageSize: Double { gtk_adjustment_get_page_size(pointer()) }

  /// From 0 on.
  public static func make(value: Double, upper: Double, pageSize: Double) -> Adjustment {
    Adjustment(gtk_adjustment_new(value, 0, upper, 1, pageSize, pageSize))
  }

  public func configure(
    value: Double, lower: Double, upper: Double, step: Double, page: Double, pageSize: Double
  ) {
    gtk_adjustment_configure(pointer(), value, lower, upper, step, page, pageSize)
  }

  /// The range or the size of what is seen of it.
  @discardableResult
  public func onSizeChanged(_ handler: @escaping () -> Void) -> SignalID {
    connect("changed", handler)
  }

  @discardableResult
  public func onValueChanged(_ handler: @escaping () -> Void) -> SignalID {
    connect("value-changed", handler)
  }
}
