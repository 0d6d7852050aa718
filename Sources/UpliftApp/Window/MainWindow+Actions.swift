import Foundation
import Gtk
import UpliftCore

/// What menus, buttons and keys do.
extension MainWindow {
  func addWindowActions() {
    addAction("undo") { [weak self] in self?.undo() }
    addAction("redo") { [weak self] in self?.redo() }
    addAction("search") { [weak self] in self?.openSearch(.everything) }
    addAction("go-to") { [weak self] in self?.openSearch(.names) }
    addAction("rename") { [weak self] in self?.renamePage() }
    addAction("filter") { [weak self] in (self?.page as? JourneyPage)?.openFilter() }
    addAction("next-match") { [weak self] in
      (self?.page as? JourneyPage)?.goToMatch(backwards: false)
    }
    addAction("previous-match") { [weak self] in
      (self?.page as? JourneyPage)?.goToMatch(backwards: true)
    }
    // On a map, where nothing is put together, as in other programs.
    addAction("gather") { [weak self] in
      guard let board = self?.page as? BoardPage else {
        self?.activateAction("win.next-match")
        return
      }
      board.cluster()
    }
    addAction("part") { [weak self] in
      guard let board = self?.page as? BoardPage else {
        self?.activateAction("win.previous-match")
        return
      }
      board.dissolve()
    }
    addAction("tags") { [weak self] in
      guard let self, let session else { return }
      TagsDialog.show(over: self, session: session)
    }
    addAction("sidebar") { [weak self] in self?.toggleSidebar() }
    addAction("inspector") { [weak self] in self?.toggleInspector() }
    addAction("next-area") { [weak self] in self?.goToArea(1) }
    addAction("previous-area") { [weak self] in self?.goToArea(-1) }
    addAction("back") { [weak self] in self?.goBack() }
    addAction("forward") { [weak self] in self?.goForward() }
    addAction("new") { [weak self] in self?.openStartPage() }
    addAction("open") { [weak self] in self?.chooseFile() }
    addAction("sample") { [weak self] in self?.openSample() }
    addAction("new-window") { [weak self] in
      guard let self else { return }
      program.openWindow(session: session, place: page?.place)
    }
    addAction("close") { [weak self] in self?.close() }
    addAction("import") { [weak self] in self?.chooseImport() }
    addAction("export") { [weak self] in self?.export() }
    addAction("print") { [weak self] in self?.printPage() }
    addAction("copy-picture") { [weak self] in self?.copyPicture() }
    addAction("present") { [weak self] in self?.presentPage() }
    addAction("history") { [weak self] in
      guard let self, let session else { return }
      HistoryDialog.show(over: self, session: session) { [weak self] sequence in
        self?.open(.past(sequence))
      }
    }
    addAction("preferences") { [weak self] in
      guard let self else { return }
      PreferencesDialog.show(over: self)
    }
    addAction("shortcuts") { [weak self] in
      guard let self else { return }
      ShortcutsDialog.show(over: self)
    }
    addAction("help") { [weak self] in
      guard let self else { return }
      HelpDialog.show(over: self)
    }
    addAction("about") { [weak self] in
      guard let self else { return }
      AboutDialog.show(over: self)
    }
    addTextAction("add") { [weak self] in self?.add($0) }
  }

  func undo() {
    if page.map({ hasFocus($0.widget) }) != true, changesFocusedText("text.undo") { return }
    if let refusal = page?.undoRefusal ?? session?.undoRefusal { return say(refusal) }
    page?.endTyping()
    session?.undo { [weak self] result in
      switch result {
      case .done(let title):
        let place = self?.showTravelled()
        self?.sayTravelled(
          place.map { tr("Undone in {place}: {title}", ["place": $0, "title": title]) }
            ?? tr("Undone: {title}", ["title": title]))
      case .cancelled: self?.say(tr("The undo was cancelled. Nothing has changed."))
      case .nothing: break
      }
    }
  }

  func redo() {
    if page.map({ hasFocus($0.widget) }) != true, changesFocusedText("text.redo") { return }
    page?.endTyping()
    session?.redo { [weak self] result in
      switch result {
      case .done(let title):
        let place = self?.showTravelled()
        self?.sayTravelled(
          place.map { tr("Done again in {place}: {title}", ["place": $0, "title": title]) }
            ?? tr("Done again: {title}", ["title": title]))
      case .cancelled: self?.say(tr("The redo was cancelled. Nothing has changed."))
      case .nothing: break
      }
    }
  }

  /// What an undo or redo has brought back or changed is selected. Where it is on another map or
  /// board, one goes there, to see it.
  ///
  /// - Returns: the title of where one has gone.
  private func showTravelled() -> String? {
    guard let session, let change = session.travelled else { return nil }
    let places = session.travelledPlaces.compactMap { Place(showing: $0, in: nil) }
      .filter { session.outline.contains($0) }
    var title: String?
    if let page, page.showsOnePlace, let first = places.first, !places.contains(page.place) {
      go(to: first, nil)
      title = self.title(of: first)
    }
    page?.select(whatCameBackIn: change)
    return title
  }

  /// The group of the page that is open, else the only one.
  var groupForBoard: UUID? {
    guard let session else { return nil }
    switch page?.place {
    case .group(let id): return id
    case .board(let id): return session.outline.boards.first { $0.id == id }?.groupID
    default: return session.outline.groups.count == 1 ? session.outline.groups[0].id : nil
    }
  }

  func add(_ what: String) {
    guard let session else { return }
    if let index = Int(what) {
      if additions.indices.contains(index) { additions[index].perform() }
      // The menu gives the focus back to its button.
      naming = Timeout.after(milliseconds: Self.menuClosing) { [weak self] in
        guard let self, let page, !hasFocus(page.widget) else { return }
        page.takeFocus()
      }
      return
    }
    let outline = session.outline
    if what.hasPrefix("board:"), let template = BoardTemplate(rawValue: String(what.dropFirst(6))) {
      guard let groupID = groupForBoard else { return }
      if let board = session.addBoard(to: groupID, template) { open(.board(board)) }
      return
    }
    switch what {
    case "journey":
      let added = outline.addingJourney()
      guard session.perform(added.edit) else { return }
      open(.journey(added.record.id))
      nameNewMap()
    default:
      let added =
        switch what {
        case "customers":
          outline.addingGroup(.customerAdvisoryBoard, title: tr("Customer advisory board"))
        case "focus": outline.addingGroup(.focusGroup, title: tr("Focus group"))
        default: outline.addingGroup(.employeeAdvisoryGroup, title: tr("Employee advisory group"))
        }
      if session.perform(added.edit) { open(.group(added.record.id)) }
    }
  }

  func openStartPage() {
    if session == nil { startPage?.takeFocus() } else { program.openWindow() }
  }

  func chooseFile() {
    let chooser = FileChooser(.open, title: tr("Open a workspace"), parent: self)
    chooser.addFilter(tr("Uplift workspaces"), patterns: ["*.uplift"])
    chooser.addFilter(tr("All files"), patterns: ["*"])
    chooser.show { [weak self] url in
      guard let self, let url else { return }
      program.open(url, in: self)
    }
  }

  func openSample() { program.openSample(in: self) }

  func chooseImport() {
    guard let session else { return }
    let chooser = FileChooser(.open, title: tr("Import"), parent: self)
    chooser.addFilter(
      tr("Journeys, boards and workspaces"),
      patterns: ["*.mmd", "*.mermaid", "*.md", "*.csv", "*.tsv", "*.json", "*.canvas"])
    chooser.addFilter(tr("All files"), patterns: ["*"])
    chooser.show { [weak self] url in
      guard let self, let url else { return }
      importFile(url, into: session)
    }
  }

  /// The windows wait, say how far it is, and offer to cancel.
  func importFile(_ url: URL, into session: Session) {
    session.importFile(url) { [weak self] result in
      guard let self else { return }
      switch result {
      case .success(let imported):
        showImported(imported.edit)
        sayDone(
          ([tr("Imported “{file}”", ["file": url.lastPathComponent])] + imported.remarks)
            .joined(separator: "\n"))
      case .failure(is CancellationError):
        say(tr("The import was cancelled. Nothing was imported."))
      case .failure(let error):
        MessageDialog(tr("Nothing was imported"), String(describing: error), over: self).present()
      }
    }
  }

  func showImported(_ edit: Edit) {
    for case .insert(let record) in edit.changes {
      if record is JourneyMap || record is Board || record is AdvisoryGroup {
        go(to: record.reference)
        return
      }
    }
  }

  func export() {
    guard let session, let subject = page?.exportSubject else { return }
    page?.commitTyping()
    ExportDialog.show(
      over: self, session: session, subject: subject, part: page?.selectedPart,
      filter: page?.exportFilter ?? JourneyFilter())
  }

  func printPage() {
    guard let session, let page, let subject = page.exportSubject else {
      return say(tr("There is nothing to print here. Open a map, a board or a group."))
    }
    page.commitTyping()
    PrintDialog.show(
      over: self, session: session, subject: subject, part: page.selectedPart,
      filter: page.exportFilter)
  }

  func copyPicture() {
    guard let page, page.exportSubject?.isPicture ?? false else {
      return say(tr("There is no picture here. Open a map or a board."))
    }
    page.commitTyping()
    page.copyPicture()
  }
}
