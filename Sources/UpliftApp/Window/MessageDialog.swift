import Gtk
import UpliftCore

/// A sentence that must be read, and a button.
@MainActor final class MessageDialog: Dialog {
  init(_ heading: String, _ sentence: String, over parent: Window) {
    super.init(heading, over: parent, width: 440, height: -1)
    window.isModal = true
    let text = Label(sentence)
    text.wraps = true
    text.isSelectable = true
    text.alignment = 0
    text.setWidthInCharacters(minimum: 36, maximum: 60)
    let understood = Button(label: tr("Understood"))
    understood.addClass("suggested")
    understood.horizontalAlignment = .end
    understood.onClicked { [weak self] in self?.window.close() }
    let box = Box(.vertical, spacing: 16, [text, understood])
    box.setMargins(20)
    window.setChild(box)
    window.setDefaultWidget(understood)
    understood.grabFocus()
  }
}
