import CGtk

public final class Menu: Object {
  public init() { super.init(adopting: UnsafeMutableRawPointer(g_menu_new())) }

  /// `action`: `win.undo`, or `win.open::VALUE`.
  @discardableResult
  public func append(_ label: String, action: String) -> Menu {
    g_menu_append(pointer(), label, action)
    return self
  }

  /// An action whose value may contain anything.
  @discardableResult
  public func append(_ label: String, action: String, value: String) -> Menu {
    let item = g_menu_item_new(label, nil)
    g_menu_item_set_action_and_target_value(item, action, g_variant_new_string(value))
    g_menu_append_item(pointer(), item)
    g_object_unref(UnsafeMutableRawPointer(item))
    return self
  }

  @discardableResult
  public func append(section: Menu, title: String? = nil) -> Menu {
    g_menu_append_section(pointer(), title, section.pointer())
    return self
  }

  @discardableResult
  public func append(submenu: Menu, title: String) -> Menu {
    g_menu_append_submenu(pointer(), title, submenu.pointer())
    return self
  }

  public func removeAll() { g_menu_remove_all(pointer()) }
}
