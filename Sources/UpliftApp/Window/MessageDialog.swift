import Gtk
import UpliftCore

/// One sentence that must be read, and a button.
@MainActor struct MessageDialog {
  private let heading: String
  private let sentence: String

  init(_ heading: String, _ sentence: String) {
    self.heading = heading
    self.sentence = sentence
  }

  func show(over parent: Window) {
    let window = Window()
    window.addClass("uplift")
    window.title = heading
    window.isModal = true
    window.isResizable = false
    window.setTransient(for: parent)
    let text = Label(sentence)
    text.wraps = true
    text.isSelectable = true
    text.alignment = 0
    text.setWidthInCharacters(minimum: 36, maximum: 60)
    let close = Button(label: tr("Understood"))
    close.addClass("suggested")
    close.horizontalAlignment = .end
    close.onClicked { [weak window] in window?.close() }
    let box = Box(.vertical, spacing: 16, [text, close])
    box.setMargins(20)
    window.setChild(box)
    let keys = KeyController()
    keys.onPressed { [weak window] key, _ in
      guard key == .escape else { return false }
      window?.close()
      return true
    }
    window.addController(keys)
    window.present()
    close.grabFocus()
  }
}
