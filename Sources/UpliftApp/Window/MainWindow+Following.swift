import Foundation
import Gtk
import UpliftCore

/// The window follows what happens to the workspace.
extension MainWindow {
  func follow(_ change: WorkspaceChange) {
    guard let session else { return }
    arrival = nil
    toast.recheck()
    if change.touchesOutline { sidebar?.fill() }
    for (place, page) in pages {
      if session.outline.contains(place) {
        if page !== self.page, !page.followsUnseen {
          outdated.insert(place)
          continue
        }
        if page.follow(change) { continue }
      }
      forget(page, at: place)
      if self.page?.place == place {
        self.page = nil
        inspectorFrame.setChild(nil)
        show(session.outline.contains(place) ? place : .overview, of: session)
      }
    }
    refreshHeader()
  }

  private func forget(_ page: any Page, at place: Place) {
    view.remove(page.widget)
    pages[place] = nil
    outdated.remove(place)
  }

  /// A page that was not seen while something changed is brought up to date; one that shows what is
  /// gone goes, too.
  func catchUp(at place: Place) {
    guard outdated.remove(place) != nil, let page = pages[place],
      !page.follow(WorkspaceChange.wholesale)
    else { return }
    forget(page, at: place)
  }

  func showProblem(_ sentence: String?) {
    errorBar?.show(sentence, offersCopy: session?.offersCopy ?? false)
    refreshHeader()
  }

  /// Where nothing gets into the file any more, the work goes on in a copy of it.
  func saveCopy() {
    guard let session else { return }
    let chooser = FileChooser(.save, title: tr("Save a copy"), parent: self)
    chooser.addFilter(tr("Uplift workspaces"), patterns: ["*.uplift"])
    chooser.setName(session.workspace.url.lastPathComponent)
    chooser.show { [weak self] url in
      guard let self, let url else { return }
      let file = url.pathExtension == "uplift" ? url : url.appendingPathExtension("uplift")
      do {
        try session.workspace.saveCopy(at: file)
        program.open(file, in: self, at: page?.place)
      } catch {
        session.report(error)
      }
    }
  }

  func announce(_ edit: Edit, _ change: WorkspaceChange) {
    announceShorterCards(edit)
    guard isActive, edit.name == .delete || edit.name == .cut,
      // A text that was given up while it was written is no step of its own.
      edit.coalescing == nil
    else { return }
    var gone = page?.deletionWords ?? DeletionWords.listed(change.deletions)
    guard !gone.isEmpty else { return }
    if page?.deletionWords != nil {
      let named = Set(
        edit.changes.compactMap { change in
          if case .delete(let reference) = change { reference } else { nil }
        })
      let along = DeletionWords.listed(change.deletions.filter { !named.contains($0) })
      if !along.isEmpty {
        gone = tr("{things}, and with that {more}", ["things": gone, "more": along])
      }
    }
    sayDone(
      edit.name == .cut
        ? tr("Cut: {things}", ["things": gone]) : tr("Deleted: {things}", ["things": gone]))
  }

  /// A step that goes elsewhere leaves the cards that lay over it shorter, and coming back does not
  /// make them longer again.
  private func announceShorterCards(_ edit: Edit) {
    guard isActive, edit.name == .move else { return }
    let count = edit.changes.count { change in
      guard case .update(let old, let new) = change, let before = old as? Card,
        let after = new as? Card
      else { return false }
      return after.span < before.span
    }
    guard count > 0 else { return }
    sayDone(
      ntr("{count} card covers fewer steps now.", "{count} cards cover fewer steps now.", count))
  }

  /// Says what was just done, with a button that takes it back. Something else that is done after
  /// it takes the button away: it would take back that.
  func sayDone(_ text: String) {
    guard let session, let step = session.read({ try session.workspace.currentStep() }) else {
      return
    }
    let isNewest = { (try? session.workspace.currentStep()) == step }
    toast.show(
      text,
      action: (
        tr("Undo"),
        { [weak self] in
          if isNewest() { self?.undo() }
        }
      ), while: isNewest)
  }

  /// Says where an undo or redo has come to, until something else is done.
  func sayTravelled(_ text: String) {
    guard let session else { return }
    let step = try? session.workspace.currentStep()
    toast.show(text, while: { (try? session.workspace.currentStep()) == step })
  }

  /// Says something that is no error.
  func say(_ text: String, action: (String, () -> Void)? = nil) {
    toast.show(text, action: action)
  }

  func refreshHeader() {
    guard let session, let page else { return }
    let state =
      session.isUnsaved || session.offersCopy
      ? tr("not saved") : session.isReadOnly ? tr("read-only") : tr("saved")
    heading.text = page.title
    let details = [session.outline.workspace.title, page.subtitle, state]
      .filter { !$0.isEmpty && $0 != page.title }.joined(separator: " · ")
    // Whether it is saved must not be what is cut off.
    subheading.text = hasRoomForButtons ? details : state
    titles.tooltip = [page.title, details, session.workspace.readOnlyReason ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "\n")
    title = [page.title, session.outline.workspace.title].filter { !$0.isEmpty }
      .joined(separator: " — ")
    let undo = session.undoTitle
    let redo = session.redoTitle
    undoButton.tooltip = undo.map { tr("Undo: {title} (Ctrl+Z)", ["title": $0]) } ?? tr("Undo")
    redoButton.tooltip =
      redo.map { tr("Redo: {title} (Ctrl+Shift+Z)", ["title": $0]) } ?? tr("Redo")
    undoButton.isSensitive = undo != nil && !session.isReadOnly
    redoButton.isSensitive = redo != nil && !session.isReadOnly
    exportButton.isSensitive = page.exportSubject != nil
    presentButton.isVisible = page.presented != nil && hasRoomForButtons
    addButton.isSensitive = !session.isReadOnly
    refreshComparing()
    refreshBoardActions()
    showTools()
  }

  /// What can be added just now; its items name places in `additions`.
  func menuOfAdditions(to page: any Page) -> Menu {
    additions = page.additions
    let menu = Menu()
    let here = Menu()
    for (index, addition) in additions.enumerated() {
      here.append(addition.label, action: "win.add", value: String(index))
    }
    let things = Menu()
      .append(tr("Journey map"), action: "win.add", value: "journey")
      .append(tr("Employee advisory group"), action: "win.add", value: "employees")
      .append(tr("Customer advisory board"), action: "win.add", value: "customers")
      .append(tr("Focus group"), action: "win.add", value: "focus")
    if groupForBoard != nil {
      let boards = Menu()
      for template in BoardTemplate.allCases {
        boards.append(template.title, action: "win.add", value: "board:" + template.rawValue)
      }
      things.append(submenu: boards, title: tr("Board"))
    }
    if !additions.isEmpty { menu.append(section: here) }
    return menu.append(section: things)
  }
}
