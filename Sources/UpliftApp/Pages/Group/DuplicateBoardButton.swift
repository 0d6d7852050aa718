import Gtk
import UpliftCore

/// Makes another board like one: with its notes or without.
@MainActor enum DuplicateBoardButton {
  static func make(isReadOnly: Bool, _ duplicate: @escaping (_ withNotes: Bool) -> Void) -> Widget {
    let button = MenuButton(icon: "edit-copy-symbolic", name: tr("Duplicate board"))
    let group = ActionGroup()
    group.addAction("with-notes") { duplicate(true) }
    group.addAction("without-notes") { duplicate(false) }
    button.insertActions(group, prefix: "copy")
    button.setMenu(
      Menu()
        .append(tr("Duplicate with its notes"), action: "copy.with-notes")
        .append(tr("Duplicate without notes"), action: "copy.without-notes"))
    button.hasFrame = false
    button.addClass("small-button")
    button.verticalAlignment = .center
    button.isSensitive = !isReadOnly
    return button
  }
}
