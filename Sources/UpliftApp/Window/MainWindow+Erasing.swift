import Gtk
import UpliftCore

/// Erasing a person.
extension MainWindow {
  func addErasingAction() {
    addTextAction("erase-person") { [weak self] in self?.erasePerson($0) }
  }

  /// - Parameter name: who; empty to choose.
  func erasePerson(_ name: String) {
    guard let session else { return }
    guard !session.isReadOnly else {
      return say(tr("The workspace is read-only: nobody can be erased from it."))
    }
    EraseDialog.show(
      over: self, session: session, name: name, go: { [weak self] in self?.go(to: $0) },
      prepare: { [weak self] in self?.page?.endTyping() })
  }
}
