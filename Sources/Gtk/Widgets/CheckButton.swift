import CGtk

public final class CheckButton: Widget {
  private let group = CheckButtonGroup()

  public init(label: String) {
    super.init(gtk_check_button_new_with_label(label))
    addArrows(group)
  }

  /// With a label that goes on in the next line where there is no room.
  public init(wrapping label: String) {
    super.init(gtk_check_button_new())
    let text = Label(label)
    text.wraps = true
    text.alignment = 0
    gtk_check_button_set_child(pointer(), text.pointer())
    setAccessibleLabel(label)
    addArrows(group)
  }

  public func setLabel(_ label: String) { gtk_check_button_set_label(pointer(), label) }

  public var isActive: Bool {
    get { gtk_check_button_get_active(pointer()) != 0 }
    set { gtk_check_button_set_active(pointer(), newValue ? 1 : 0) }
  }

  /// Makes radio buttons of the two.
  public func join(_ other: CheckButton) {
    gtk_check_button_set_group(pointer(), other.pointer())
    group.isJoined = true
    other.group.isJoined = true
  }

  @discardableResult
  public func onToggled(_ handler: @escaping () -> Void) -> SignalID {
    connect("toggled", handler)
  }
}
