import Foundation
import Gtk
import UpliftCore

/// Renaming what is open, or what stands in the sidebar.
extension MainWindow {
  /// Shift+F2.
  func renamePage() {
    guard let page else { return }
    // In a grid the key writes the evidence of the current cell.
    if (page as? PracticePage)?.writeNote() ?? false { return }
    page.endTyping()
    rename(page.place, over: titles) { [weak self] in self?.page?.takeFocus() }
  }

  /// A map that was just made is given its title, and typing goes on to its first stage.
  func nameNewMap() {
    guard let map = page as? JourneyPage else { return }
    guard addButton.isOpen else { return name(map) }
    // The menu gives the focus back to the map when it closes, which would end this.
    naming = Timeout.after(milliseconds: Self.menuClosing) { [weak self, weak map] in
      guard let self, let map, page === map else { return }
      name(map)
    }
  }

  private func name(_ map: JourneyPage) {
    rename(map.place, over: titles) { [weak self, weak map] in
      guard let map else { return }
      if self?.renaming?.isKept == true { map.beginFirstStage() } else { map.takeFocus() }
    }
  }

  static let menuClosing = 150

  /// - Parameters:
  ///   - part: of the widget, to point at.
  ///   - onLeft: puts the focus where it was.
  func rename(
    _ place: Place, over widget: Widget, _ part: Rectangle? = nil, onLeft: @escaping () -> Void
  ) {
    guard let session, !session.isReadOnly else { return }
    guard let (name, title) = session.outline.nameAndTitle(of: place) else {
      return say(tr("This page has no title of its own. Open a map, a group or a board."))
    }
    renaming?.close()
    renaming = RenamePopover(over: widget, part, name, title) { text in
      session.perform(session.outline.renaming(place, to: text))
    }
    renaming?.onLeft = onLeft
  }
}

extension WorkspaceOutline {
  /// What a place's title is called, and the title; nil where it has none of its own.
  func nameAndTitle(of place: Place) -> (name: String, title: String)? {
    switch place {
    case .journey(let id):
      journeyMaps.first { $0.id == id }.map { (tr("Title of the map"), $0.title) }
    case .group(let id): groups.first { $0.id == id }.map { (tr("Title of the group"), $0.title) }
    case .board(let id): boards.first { $0.id == id }.map { (tr("Title of the board"), $0.title) }
    case .overview, .people, .metrics, .dialogues, .promises, .initiatives, .barriers,
      .planDocument, .practice, .comparison, .past:
      nil
    }
  }

  /// Nil when it is called so already.
  func renaming(_ place: Place, to text: String) -> Edit? {
    let title = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch place {
    case .journey(let id):
      return journeyMaps.first { $0.id == id }
        .flatMap { Edit.changing($0, .rename) { $0.title = title } }
    case .group(let id):
      return groups.first { $0.id == id }
        .flatMap { Edit.changing($0, .rename) { $0.title = title } }
    case .board(let id):
      return boards.first { $0.id == id }
        .flatMap { Edit.changing($0, .rename) { $0.title = title } }
    case .overview, .people, .metrics, .dialogues, .promises, .initiatives, .barriers,
      .planDocument, .practice, .comparison, .past:
      return nil
    }
  }
}
