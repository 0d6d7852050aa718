import Gtk
import UpliftCore

/// Showing the open page to a room.
extension MainWindow {
  func presentPage() {
    guard let session, presentation == nil, let page, let source = page.presented else { return }
    page.endTyping()
    let shown = PresentationWindow(
      source, session: session, over: self, isDark: program.memory.presentsDark)
    shown.onDarkChosen = { [weak self] in self?.program.memory.presentsDark = $0 }
    shown.onLeft = { [weak self] in
      guard let self else { return }
      presentation = nil
      self.page?.takeFocus()
    }
    presentation = shown
    shown.present()
  }
}
