import CGtk

public final class KeyController: EventController {
  public init() { super.init(adopting: UnsafeMutableRawPointer(gtk_event_controller_key_new())) }

  /// True: the key goes no further.
  @discardableResult
  public func onPressed(_ handler: @escaping (Key, Modifiers) -> Bool) -> SignalID {
    connectAnswering("key-pressed") { arguments in
      let modifiers = Modifiers(GdkModifierType(rawValue: arguments.flags(2)))
      return .bool(handler(Key(code: arguments.uint(0)), modifiers))
    }
  }

  @discardableResult
  public func onReleased(_ handler: @escaping (Key, Modifiers) -> Void) -> SignalID {
    connectAnswering("key-released") { arguments in
      handler(
        Key(code: arguments.uint(0)), Modifiers(GdkModifierType(rawValue: arguments.flags(2))))
      return .none
    }
  }

  /// Hands the key that is being handled to another widget, input method and all. Only inside
  /// `onPressed` and `onReleased`.
  @discardableResult
  public func forward(to widget: Widget) -> Bool {
    gtk_event_controller_key_forward(pointer(), widget.pointer()) != 0
  }
}
