import CGtk

public final class Separator: Widget {
  public init(_ orientation: Orientation) { super.init(gtk_separator_new(orientation.value)) }
}

public final class Spinner: Widget {
  public init() { super.init(gtk_spinner_new()) }

  public var isSpinning: Bool {
    get { gtk_spinner_get_spinning(pointer()) != 0 }
    set { gtk_spinner_set_spinning(pointer(), newValue ? 1 : 0) }
  }
}

public final class ProgressBar: Widget {
  public init() { super.init(gtk_progress_bar_new()) }

  /// 0…1.
  public var fraction: Double {
    get { gtk_progress_bar_get_fraction(pointer()) }
    set { gtk_progress_bar_set_fraction(pointer(), newValue) }
  }
  /// For when nobody knows how much there is to do.
  public func pulse() { gtk_progress_bar_pulse(pointer()) }
  public func setText(_ text: String?) {
    gtk_progress_bar_set_text(pointer(), text)
    gtk_progress_bar_set_show_text(pointer(), text == nil ? 0 : 1)
  }
}

public final class Switch: Widget {
  public init() { super.init(gtk_switch_new()) }

  public var isOn: Bool {
    get { gtk_switch_get_active(pointer()) != 0 }
    set { gtk_switch_set_active(pointer(), newValue ? 1 : 0) }
  }

  @discardableResult
  public func onChanged(_ handler: @escaping () -> Void) -> SignalID {
    onChange(of: "active", handler)
  }
}
