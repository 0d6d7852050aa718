import CGtk

public enum PointerButton: UInt32, Sendable {
  case any = 0
  case primary = 1
  case middle = 2
  case secondary = 3
  /// At the side of some mice, for going back and forward.
  case back = 8
  case forward = 9
}

public final class ClickController: EventController {
  public init(button: PointerButton = .primary) {
    super.init(adopting: UnsafeMutableRawPointer(gtk_gesture_click_new()))
    gtk_gesture_single_set_button(pointer(), button.rawValue)
  }

  /// `count`: 2 for the second press of a double click. Coordinates are the widget's.
  @discardableResult
  public func onPressed(
    _ handler: @escaping (_ count: Int, _ x: Double, _ y: Double) -> Void
  ) -> SignalID {
    connectAnswering("pressed") { arguments in
      handler(arguments.int(0), arguments.double(1), arguments.double(2))
      return .none
    }
  }

  @discardableResult
  public func onReleased(
    _ handler: @escaping (_ count: Int, _ x: Double, _ y: Double) -> Void
  ) -> SignalID {
    connectAnswering("released") { arguments in
      handler(arguments.int(0), arguments.double(1), arguments.double(2))
      return .none
    }
  }

  /// Nobody else gets this press.
  public func claim() {
    gtk_gesture_set_state(pointer(), GTK_EVENT_SEQUENCE_CLAIMED)
  }
}

public final class DragController: EventController {
  public init(button: PointerButton = .primary) {
    super.init(adopting: UnsafeMutableRawPointer(gtk_gesture_drag_new()))
    gtk_gesture_single_set_button(pointer(), button.rawValue)
  }

  @discardableResult
  public func onBegin(_ handler: @escaping (_ x: Double, _ y: Double) -> Void) -> SignalID {
    pair("drag-begin", handler)
  }
  /// How far from where it began.
  @discardableResult
  public func onUpdate(_ handler: @escaping (_ dx: Double, _ dy: Double) -> Void) -> SignalID {
    pair("drag-update", handler)
  }
  @discardableResult
  public func onEnd(_ handler: @escaping (_ dx: Double, _ dy: Double) -> Void) -> SignalID {
    pair("drag-end", handler)
  }

  /// Somebody else took the press, or the window lost it. `onEnd` follows.
  @discardableResult
  public func onCancel(_ handler: @escaping () -> Void) -> SignalID {
    connectAnswering("cancel") { _ in
      handler()
      return .none
    }
  }

  public func claim() { gtk_gesture_set_state(pointer(), GTK_EVENT_SEQUENCE_CLAIMED) }
  public func deny() { gtk_gesture_set_state(pointer(), GTK_EVENT_SEQUENCE_DENIED) }

  private func pair(_ signal: String, _ handler: @escaping (Double, Double) -> Void) -> SignalID {
    connectAnswering(signal) { arguments in
      handler(arguments.double(0), arguments.double(1))
      return .none
    }
  }
}

public final class MotionController: EventController {
  public init() {
    super.init(adopting: UnsafeMutableRawPointer(gtk_event_controller_motion_new()))
  }

  @discardableResult
  public func onMotion(_ handler: @escaping (_ x: Double, _ y: Double) -> Void) -> SignalID {
    connectAnswering("motion") { arguments in
      handler(arguments.double(0), arguments.double(1))
      return .none
    }
  }
  @discardableResult
  public func onLeave(_ handler: @escaping () -> Void) -> SignalID { connect("leave", handler) }
}

public final class ScrollController: EventController {
  public init() {
    super.init(
      adopting: UnsafeMutableRawPointer(
        gtk_event_controller_scroll_new(GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES)))
  }

  /// Whether what it scrolls now comes in pixels, not in clicks of a wheel.
  public var isInPixels: Bool {
    gtk_event_controller_scroll_get_unit(pointer()) == GDK_SCROLL_UNIT_SURFACE
  }

  /// In clicks of a wheel; a touchpad gives parts of one. True: nobody else scrolls.
  @discardableResult
  public func onScroll(_ handler: @escaping (_ dx: Double, _ dy: Double) -> Bool) -> SignalID {
    connectAnswering("scroll") { arguments in
      .bool(handler(arguments.double(0), arguments.double(1)))
    }
  }
}

/// Two fingers apart or together.
public final class ZoomController: EventController {
  public init() { super.init(adopting: UnsafeMutableRawPointer(gtk_gesture_zoom_new())) }

  @discardableResult
  public func onBegin(_ handler: @escaping () -> Void) -> SignalID {
    connectAnswering("begin") { _ in
      handler()
      return .none
    }
  }

  /// How much larger than when it began, and the point between the fingers.
  @discardableResult
  public func onScale(
    _ handler: @escaping (_ factor: Double, _ x: Double, _ y: Double) -> Void
  ) -> SignalID {
    connectAnswering("scale-changed") { [weak self] arguments in
      guard let self else { return .none }
      var x = 0.0
      var y = 0.0
      gtk_gesture_get_bounding_box_center(self.pointer(), &x, &y)
      handler(arguments.double(0), x, y)
      return .none
    }
  }
}

public final class FocusController: EventController {
  public init() {
    super.init(adopting: UnsafeMutableRawPointer(gtk_event_controller_focus_new()))
  }

  /// The focus came to the widget or to one inside it.
  @discardableResult
  public func onEnter(_ handler: @escaping () -> Void) -> SignalID { connect("enter", handler) }
  @discardableResult
  public func onLeave(_ handler: @escaping () -> Void) -> SignalID { connect("leave", handler) }
}
