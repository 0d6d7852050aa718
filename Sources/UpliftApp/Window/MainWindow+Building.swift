import Foundation
import Gtk
import UpliftCore

extension MainWindow {
  func buildHeader() {
    heading.setEllipsis(.end)
    subheading.setEllipsis(.end)
    titles.append(heading)
    titles.append(subheading)
    titles.verticalAlignment = .center
    header.setTitle(titles)
    backButton.onClicked { [weak self] in self?.goBack() }
    backButton.isSensitive = false
    undoButton.setAction("win.undo")
    redoButton.setAction("win.redo")
    searchButton.setAction("win.search")
    presentButton.setAction("win.present")
    presentButton.tooltip = tr("Present (F5)")
    exportButton.setAction("win.export")
    exportButton.addClass("suggested")
    addButton.beforeOpening { [weak self] in
      guard let self, let page else { return }
      addButton.setMenu(menuOfAdditions(to: page))
    }
    addButton.addClass("text-button")
    sidebarButton.onToggled { [weak self] in
      guard let self, sidebarButton.isActive != isSidebarShown else { return }
      toggleSidebar()
    }
    for widget in [sidebarButton, backButton, undoButton, redoButton, addButton] {
      header.packStart(widget)
    }
    // A click up here leaves the keyboard where one works.
    for widget in [
      sidebarButton, backButton, undoButton, redoButton, searchButton, presentButton,
      exportButton,
    ] {
      widget.takesFocusOnClick = false
    }
    menuButton.beforeOpening { [weak self] in self?.setEntries() }
    menuButton.setPrimary(true)
    header.packEnd(menuButton)
    header.packEnd(exportButton)
    header.packEnd(presentButton)
    header.packEnd(compareButton)
    header.packEnd(toolBox)
    header.packEnd(searchButton)
    setTitlebar(header)
  }

  /// Logical pixels that the page's bars take at its foot, the zoom among them.
  private var footHeight: Int {
    let whole = body
    let tops = (page?.bars ?? []).compactMap { bar -> Double? in
      guard bar.isMapped, let frame = bar.frame(in: whole),
        frame.y > Double(whole.height) / 2
      else { return nil }
      return frame.y
    }
    return tops.min().map { max(0, whole.height - Int($0)) } ?? 0
  }

  /// Whether what has the keyboard stands in the middle of so many logical pixels at the foot.
  private func worksAtFoot(_ height: Int) -> Bool {
    let whole = body
    guard let focus, focus.isInside(view), let frame = focus.frame(in: whole),
      // A canvas is the page itself.
      frame.height < Double(whole.height) / 3
    else { return false }
    let middle = Double(whole.width) / 2
    return frame.y + frame.height > Double(whole.height - height)
      && frame.x < middle + Self.halfMessage && frame.x + frame.width > middle - Self.halfMessage
  }

  /// Logical pixels from the middle to the end of a message.
  private static let halfMessage = 320.0

  private func setEntries() {
    let entries = Popover(menu: primaryMenu())
    // Closed from a submenu it keeps the keyboard, and no key would do anything any more.
    entries.onClosed { [weak self] in
      Task {
        guard let self, !self.view.containsFocus, !self.inspectorFrame.containsFocus else { return }
        self.returnFocus()
      }
    }
    menuButton.setPopover(entries)
  }

  func primaryMenu() -> Menu {
    let files = Menu()
      .append(tr("New workspace…"), action: "win.new")
      .append(tr("Open…"), action: "win.open")
      .append(tr("Open sample"), action: "win.sample")
      .append(tr("New window"), action: "win.new-window")
    let work = Menu()
      .append(tr("Import…"), action: "win.import")
      .append(tr("Export…"), action: "win.export")
      .append(tr("Print…"), action: "win.print")
      .append(tr("Copy as picture"), action: "win.copy-picture")
      .append(tr("Rename…"), action: "win.rename")
      .append(ptr("action", "Present"), action: "win.present")
      .append(submenu: menuOfCounterparts(), title: tr("Compare"))
      .append(tr("History"), action: "win.history")
      .append(tr("Inspector"), action: "win.inspector")
      .append(tr("Filter"), action: "win.filter")
      .append(tr("Tags"), action: "win.tags")
      .append(tr("Erase a person…"), action: "win.erase-person", value: "")
    let running = Menu()
      .append(tr("Private writing"), action: "win.private-writing")
      .append(tr("Vote"), action: "win.vote")
      .append(tr("Start or pause the timer"), action: "win.timer")
      .append(tr("Next phase of the agenda"), action: "win.next-phase")
    let help = Menu()
      .append(tr("Preferences"), action: "win.preferences")
      .append(tr("Keyboard shortcuts"), action: "win.shortcuts")
      .append(tr("Help"), action: "win.help")
      .append(tr("About Uplift"), action: "win.about")
    return Menu().append(section: files).append(section: work).append(section: running)
      .append(section: help)
  }

  func buildBody() {
    followFocus()
    let bar = ErrorBar(
      saveCopy: { [weak self] in self?.saveCopy() },
      dismiss: { [weak self] in
        self?.session?.dismissProblem()
        self?.returnFocus()
      })
    errorBar = bar
    view.expandsHorizontally = true
    view.expandsVertically = true
    // A page that is not seen does not keep the window wide.
    view.isHomogeneous = false
    body.isHomogeneous = false
    inspectorFrame.setPolicy(horizontal: .never, vertical: .automatic)
    // Wider than anything in it needs, so that the map does not move with what is selected.
    inspectorFrame.setSizeRequest(width: 288)
    inner.setStart(view, resizes: true)
    inner.setEnd(inspectorFrame, resizes: false)
    outer.setEnd(inner, resizes: true)
    let overlay = Overlay(outer)
    overlay.addOverlay(toast.widget)
    toast.footHeight = { [weak self] in self?.footHeight ?? 0 }
    toast.covers = { [weak self] in self?.worksAtFoot($0) ?? false }
    toast.onLeft = { [weak self] in self?.page?.takeFocus() }
    let workspace = Box(.vertical, [bar.widget, overlay])
    overlay.expandsVertically = true
    body.add(workspace, name: "workspace")
    setChild(body)
  }
}
