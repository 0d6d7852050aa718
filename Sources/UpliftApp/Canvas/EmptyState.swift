import Gtk
import UpliftCore

/// Says what to do where there is nothing yet, and has the button for it.
@MainActor enum EmptyState {
  static func widget(
    _ title: String, _ text: String, button: String, _ action: @escaping () -> Void
  ) -> Box {
    let heading = Label(title, classes: ["empty-title"])
    let explanation = Label(text, classes: ["empty-text"])
    explanation.wraps = true
    explanation.setCentred(true)
    explanation.setWidthInCharacters(maximum: 48)
    let start = Button(label: button)
    start.addClass("suggested")
    start.horizontalAlignment = .center
    start.onClicked(action)
    let box = Box(.vertical, spacing: 12, [heading, explanation, start])
    box.addClass("empty-state")
    box.horizontalAlignment = .center
    box.verticalAlignment = .center
    return box
  }

  /// The same where something stands already, over the toolbar.
  static func hint(_ text: String, button: String, _ action: @escaping () -> Void) -> Box {
    let explanation = Label(text)
    explanation.wraps = true
    explanation.alignment = 0
    explanation.setWidthInCharacters(minimum: 24, maximum: 44)
    let start = Button(label: button)
    start.addClass("suggested")
    start.verticalAlignment = .center
    start.onClicked(action)
    let box = Box(.horizontal, spacing: 16, [explanation, start])
    box.addClass("canvas-hint")
    box.horizontalAlignment = .center
    box.verticalAlignment = .end
    return box
  }
}
