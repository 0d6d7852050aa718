import CGtk

/// Something that can be done, by name: from menus, buttons and keys.
public final class Action: Object {
  init(name: String) {
    super.init(adopting: UnsafeMutableRawPointer(g_simple_action_new(name, nil)))
  }

  init(name: String, parameterType: String) {
    let type = g_variant_type_new(parameterType)
    super.init(adopting: UnsafeMutableRawPointer(g_simple_action_new(name, type)))
    g_variant_type_free(type)
  }

  init(toggle name: String, isOn: Bool) {
    super.init(
      adopting: UnsafeMutableRawPointer(
        g_simple_action_new_stateful(name, nil, g_variant_new_boolean(isOn ? 1 : 0))))
  }

  init(choice name: String, value: String) {
    let type = g_variant_type_new("s")
    super.init(
      adopting: UnsafeMutableRawPointer(
        g_simple_action_new_stateful(name, type, g_variant_new_string(value))))
    g_variant_type_free(type)
  }

  public var isEnabled: Bool {
    get { g_action_get_enabled(pointer()) != 0 }
    set { g_simple_action_set_enabled(pointer(), newValue ? 1 : 0) }
  }

  /// Of a toggle.
  public var isOn: Bool {
    get {
      guard let state = g_action_get_state(pointer()) else { return false }
      defer { g_variant_unref(state) }
      return g_variant_get_boolean(state) != 0
    }
    set { g_simple_action_set_state(pointer(), g_variant_new_boolean(newValue ? 1 : 0)) }
  }

  /// Of a choice.
  public var choice: String {
    get {
      guard let state = g_action_get_state(pointer()) else { return "" }
      defer { g_variant_unref(state) }
      return borrowed(g_variant_get_string(state, nil))
    }
    set { g_simple_action_set_state(pointer(), g_variant_new_string(newValue)) }
  }
}

/// What holds actions: an application (`app.`), a window (`win.`), a group with a prefix.
public protocol ActionMap: Object {}

extension ActionMap {
  @discardableResult
  public func addAction(_ name: String, _ handler: @escaping () -> Void) -> Action {
    add(Action(name: name)) { _ in handler() }
  }

  /// An action with a text as its parameter: `win.open::PATH`.
  @discardableResult
  public func addTextAction(_ name: String, _ handler: @escaping (String) -> Void) -> Action {
    add(Action(name: name, parameterType: "s")) { parameter in
      handler(borrowed(parameter.flatMap { g_variant_get_string($0, nil) }))
    }
  }

  /// An action that is on or off; a menu shows a check mark.
  @discardableResult
  public func addToggle(
    _ name: String, isOn: Bool, _ handler: @escaping (Bool) -> Void
  ) -> Action {
    let action = Action(toggle: name, isOn: isOn)
    return add(action) { [weak action] _ in
      guard let action else { return }
      action.isOn.toggle()
      handler(action.isOn)
    }
  }

  /// An action with one of several values; a menu shows radio buttons.
  @discardableResult
  public func addChoice(
    _ name: String, value: String, _ handler: @escaping (String) -> Void
  ) -> Action {
    let action = Action(choice: name, value: value)
    return add(action) { [weak action] parameter in
      guard let parameter else { return }
      let value = borrowed(g_variant_get_string(parameter, nil))
      action?.choice = value
      handler(value)
    }
  }

  public func removeAction(_ name: String) { g_action_map_remove_action(pointer(), name) }

  private func add(_ action: Action, _ handler: @escaping (OpaquePointer?) -> Void) -> Action {
    action.connectAnswering("activate") { arguments in
      handler(arguments.variant(0))
      return .none
    }
    g_action_map_add_action(pointer(), action.pointer())
    // Toggles look at their own state: the wrapper lives as long as what it is added to.
    keep(action)
    return action
  }
}

/// Actions for a part of a window; see `Widget.insertActions`.
public final class ActionGroup: Object, ActionMap {
  public init() {
    super.init(adopting: UnsafeMutableRawPointer(g_simple_action_group_new()))
  }
}
