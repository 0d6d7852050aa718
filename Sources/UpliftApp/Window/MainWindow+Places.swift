import Foundation
import Gtk
import UpliftCore

/// Opening workspaces, and the way around one.
extension MainWindow {
  func showStartPage() {
    program.style.addPages()
    let page = StartPage(program, window: self)
    startPage = page
    body.add(page.widget, name: "start")
    body.visibleName = "start"
    for widget in [
      sidebarButton, backButton, undoButton, redoButton, addButton, searchButton, exportButton,
    ] {
      widget.isVisible = false
    }
    presentButton.isVisible = false
    heading.text = tr("Uplift")
    subheading.text = ""
    subheading.isVisible = false
    title = tr("Uplift")
    page.takeFocus()
  }

  /// Shows a workspace in this window.
  func show(_ session: Session, at place: Place? = nil) {
    self.session = session
    if let startPage {
      body.visibleName = "workspace"
      body.remove(startPage.widget)
      self.startPage = nil
    }
    for widget in [
      sidebarButton, backButton, undoButton, redoButton, addButton, searchButton, exportButton,
    ] {
      widget.isVisible = true
    }
    subheading.isVisible = true
    let sidebar = Sidebar(session) { [weak self] in self?.open($0) }
    sidebar.onRename = { [weak self, weak sidebar] place, row in
      guard let sidebar else { return }
      self?.rename(place, over: sidebar.widget, row) { sidebar.takeFocus() }
    }
    self.sidebar = sidebar
    outer.setStart(sidebar.widget)
    outer.position = program.memory.sidebarWidth
    listenings = [
      session.onChange { [weak self] in self?.follow($0) },
      session.onProblem { [weak self] in self?.showProblem($0) },
      session.onEdit { [weak self] in self?.announce($0, $1) },
      session.onRefusal { [weak self] in
        guard let self, isActive else { return }
        say($0)
      },
      session.onLongWork { [weak self] in self?.showWork($0) },
    ]
    fold()
    open(
      place ?? program.memory.place(in: session.workspace.url, session.outline)
        ?? session.outline.journeyMaps.first.map { .journey($0.id) } ?? .overview)
    if let reason = session.workspace.readOnlyReason { toast.show(reason) }
  }

  /// Opens the search, which is made when it is first wanted.
  func openSearch(_ mode: SearchPanel.Mode) {
    guard let session else { return }
    let panel =
      search
      ?? SearchPanel(
        session, under: searchButton, here: { [weak self] in self?.page?.place },
        views: { [weak self] in self?.namedViews(of: session) ?? [] },
        show: { [weak self] in self?.show($0) }
      ) { [weak self] place, reference in
        self?.go(to: place, reference)
      }
    search = panel
    panel.show(mode)
  }

  /// Opens a place of the workspace.
  func open(_ place: Place) {
    guard session != nil, place != page?.place else {
      page?.takeFocus()
      return
    }
    go(to: place, nil)
  }

  func show(_ place: Place, of session: Session) {
    page?.commitTyping()
    catchUp(at: place)
    if pages[place] == nil, showOlder(place, of: session) { return }
    guard let page = pages[place] ?? makePage(place, session) else {
      if place != .overview { show(.overview, of: session) }
      return
    }
    show(page, at: place)
  }

  func show(_ page: any Page, at place: Place) {
    if pages[place] == nil {
      pages[place] = page
      page.connect(say: { [weak self] in self?.say($0) })
      page.connect(offer: { [weak self] in self?.toast.offer($0, $1, $2) })
      page.connect(regret: { [weak self] in self?.toast.show($0, action: ($1, $2)) })
      view.add(page.widget)
    }
    self.page = page
    view.show(page.widget)
    if !putsOffInspector { showInspector(of: page) }
    sidebar?.select(place)
    // At once: a program that is killed opens where one was all the same.
    if let session { program.memory.remember(place, in: session.workspace.url) }
    fold()
    refreshHeader()
    page.takeFocus()
  }

  func makePage(_ place: Place, _ session: Session) -> (any Page)? {
    if case .journey = place {} else { program.style.addPages() }
    return switch place {
    case .overview:
      OverviewPage(
        session, isDark: program.style.isDark, go: { [weak self] in self?.open($0) },
        show: { [weak self] in self?.goToPlace(of: $0) })
    case .people:
      PeoplePage(session) { [weak self] id in
        guard let self else { return }
        ExportDialog.show(over: self, session: session, subject: .persona(id))
      }
    case .metrics, .dialogues, .promises, .initiatives, .barriers:
      makeRecordsPage(place, session)
    case .planDocument:
      PlanDocumentPage(
        session, export: { [weak self] in self?.export($0, of: session) },
        print: { [weak self] in self?.printPage() },
        showOrganisation: { [weak self] in self?.open(.practice(.vision)) })
    case .practice(let practice): makePractice(practice, session)
    case .group(let id):
      GroupPage(
        session, groupID: id, go: { [weak self] in self?.open($0) },
        show: { [weak self] in self?.go(to: $0) },
        export: { [weak self] in self?.export($0, of: session) })
    case .journey(let id):
      JourneyPage(
        session, mapID: id, isDark: program.style.isDark,
        go: { [weak self] in self?.go(to: $0) })
    case .board(let id):
      BoardPage(
        session, boardID: id, isDark: program.style.isDark,
        go: { [weak self] in self?.go(to: $0) },
        export: { [weak self] in self?.export($0, of: session) })
    // It is read on another thread; see `showOlder`.
    case .past: nil
    case .comparison(let old, let new): makeComparison(session, old, new)
    }
  }

  func export(_ subject: ExportSubject, of session: Session) {
    page?.commitTyping()
    ExportDialog.show(over: self, session: session, subject: subject)
  }
}
