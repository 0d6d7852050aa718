import CGtk

/// What listens to keys, buttons and wheels. Add it with `widget.addController`.
open class EventController: Object {
  public enum Phase {
    /// Before the widgets inside.
    case capture
    /// Only what is for the widget itself.
    case target
    /// After the widgets inside.
    case bubble

    var value: GtkPropagationPhase {
      switch self {
      case .capture: GTK_PHASE_CAPTURE
      case .target: GTK_PHASE_TARGET
      case .bubble: GTK_PHASE_BUBBLE
      }
    }
  }

  public func setPhase(_ phase: Phase) {
    gtk_event_controller_set_propagation_phase(pointer(), phase.value)
  }

  /// Keys held during the event that is being handled.
  public var modifiers: Modifiers {
    Modifiers(gtk_event_controller_get_current_event_state(pointer()))
  }
}
