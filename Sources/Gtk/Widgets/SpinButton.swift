import CGtk

public final class SpinButton: Widget {
  public init(_ range: ClosedRange<Double>, step: Double = 1, digits: Int = 0) {
    super.init(gtk_spin_button_new_with_range(range.lowerBound, range.upperBound, step))
    gtk_spin_button_set_digits(pointer(), guint(digits))
    gtk_spin_button_set_numeric(pointer(), 1)
  }

  public var value: Double {
    get { gtk_spin_button_get_value(pointer()) }
    set { gtk_spin_button_set_value(pointer(), newValue) }
  }

  @discardableResult
  public func onValueChanged(_ handler: @escaping () -> Void) -> SignalID {
    connect("value-changed", handler)
  }
}
