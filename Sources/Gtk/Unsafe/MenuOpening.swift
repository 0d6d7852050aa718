import CGtk

extension MenuButton {
  /// Calls `prepare` whenever the button is about to open. It may set the menu or the popover only
  /// then: making one takes time, and most are never opened.
  public func beforeOpening(_ prepare: @escaping () -> Void) {
    gtk_menu_button_set_create_popup_func(
      pointer(), runPreparation, Callback<Void, Void>(prepare).retained, releaseObject)
    sayThatItOpensSomething()
  }

  /// To screen readers. GTK does so itself only when the menu is there.
  private func sayThatItOpensSomething() {
    guard let button = gtk_widget_get_first_child(pointer()) else { return }
    var property = GTK_ACCESSIBLE_PROPERTY_HAS_POPUP
    var value = GValue()
    gtk_accessible_property_init_value(property, &value)
    g_value_set_boolean(&value, 1)
    gtk_accessible_update_property_value(OpaquePointer(button), 1, &property, &value)
    g_value_unset(&value)
  }
}

private nonisolated let runPreparation: @convention(c) (OpaquePointer?, gpointer?) -> Void = {
  _, data in
  guard let data else { return }
  nonisolated(unsafe) let unsafeData = data
  MainActor.assumeIsolated {
    Unmanaged<Callback<Void, Void>>.fromOpaque(unsafeData).takeUnretainedValue().call(())
  }
}
