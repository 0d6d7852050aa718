import Foundation
import Gtk
import UpliftCore

/// A window: the start page, or a workspace with its sidebar, the page that is open, and the
/// inspector for what is selected on it.
@MainActor public final class MainWindow: ApplicationWindow {
  /// Under these widths, in logical pixels, the panels fold away by themselves.
  private static let widthForInspector = 1000
  private static let widthForSidebar = 820

  unowned let program: UpliftProgram
  private(set) var session: Session?
  private(set) var page: (any Page)?

  private let heading = Label("", classes: ["view-title"])
  private let subheading = Label("", classes: ["view-subtitle"])
  private let header = HeaderBar()
  private let sidebarButton: ToggleButton
  private let undoButton: Button
  private let redoButton: Button
  private let addButton: MenuButton
  private let addMenu = Menu()
  private let searchButton: Button
  private let exportButton: Button
  private let body = Stack()
  private let outer = Paned(.horizontal)
  private let inner = Paned(.horizontal)
  private let view = Stack()
  private let inspectorFrame = ScrolledWindow()
  private let toast = Toast()
  private var errorBar: ErrorBar?
  private var sidebar: Sidebar?
  private var search: SearchPanel?
  private var startPage: StartPage?
  private var listenings: [Listening] = []
  private var pages: [Place: any Page] = [:]
  private var additions: [PageAddition] = []
  private var back: [Place] = []
  private var forward: [Place] = []
  private var wantsSidebar: Bool
  private var wantsInspector: Bool
  /// Logical pixels.
  private var lastWidth: Int

  init(_ program: UpliftProgram) {
    self.program = program
    wantsSidebar = program.memory.showsSidebar
    wantsInspector = program.memory.showsInspector
    lastWidth = program.memory.windowWidth
    sidebarButton = ToggleButton(icon: "sidebar-show-symbolic", name: tr("Sidebar"))
    undoButton = Button(icon: "edit-undo-symbolic", name: tr("Undo"))
    redoButton = Button(icon: "edit-redo-symbolic", name: tr("Redo"))
    addButton = MenuButton(label: tr("Add"))
    searchButton = Button(icon: "system-search-symbolic", name: tr("Search (Ctrl+F)"))
    exportButton = Button(label: tr("Export"))
    super.init(program.application)
    addClass("uplift")
    setIcon(UpliftProgram.identifier)
    setSizeRequest(width: 360, height: 300)
    setDefaultSize(width: program.memory.windowWidth, height: program.memory.windowHeight)
    if program.memory.isMaximised { isMaximised = true }
    buildHeader()
    buildBody()
    addWindowActions()
    onWidthChanged { [weak self] in self?.widthChanged($0) }
    onCloseRequest { [weak self] in
      self?.leave()
      return false
    }
    showStartPage()
  }

  // MARK: Building

  private func buildHeader() {
    heading.setEllipsis(.end)
    subheading.setEllipsis(.end)
    let titles = Box(.vertical, [heading, subheading])
    titles.verticalAlignment = .center
    header.setTitle(titles)
    undoButton.setAction("win.undo")
    redoButton.setAction("win.redo")
    searchButton.setAction("win.search")
    exportButton.setAction("win.export")
    exportButton.addClass("suggested")
    addButton.setMenu(addMenu)
    addButton.addClass("text-button")
    sidebarButton.onToggled { [weak self] in
      guard let self, sidebarButton.isActive != isSidebarShown else { return }
      toggleSidebar()
    }
    for widget in [sidebarButton, undoButton, redoButton, addButton] { header.packStart(widget) }
    // A click up here leaves the keyboard where one works.
    for widget in [sidebarButton, undoButton, redoButton, searchButton, exportButton] {
      widget.takesFocusOnClick = false
    }
    let menu = MenuButton(icon: "open-menu-symbolic", name: tr("Menu"), menu: primaryMenu())
    menu.setPrimary(true)
    header.packEnd(menu)
    header.packEnd(exportButton)
    header.packEnd(searchButton)
    setTitlebar(header)
  }

  private func primaryMenu() -> Menu {
    let files = Menu()
      .append(tr("New workspace…"), action: "win.new")
      .append(tr("Open…"), action: "win.open")
      .append(tr("Open sample"), action: "win.sample")
      .append(tr("New window"), action: "win.new-window")
    let work = Menu()
      .append(tr("Import…"), action: "win.import")
      .append(tr("Export…"), action: "win.export")
      .append(tr("History"), action: "win.history")
      .append(tr("Inspector"), action: "win.inspector")
    let help = Menu()
      .append(tr("Preferences"), action: "win.preferences")
      .append(tr("Keyboard shortcuts"), action: "win.shortcuts")
      .append(tr("Help"), action: "win.help")
      .append(tr("About Uplift"), action: "win.about")
    return Menu().append(section: files).append(section: work).append(section: help)
  }

  private func buildBody() {
    let bar = ErrorBar { [weak self] in self?.session?.dismissProblem() }
    errorBar = bar
    view.expandsHorizontally = true
    view.expandsVertically = true
    inspectorFrame.setPolicy(horizontal: .never, vertical: .automatic)
    inspectorFrame.setSizeRequest(width: 248)
    inner.setStart(view, resizes: true)
    inner.setEnd(inspectorFrame, resizes: false)
    outer.setEnd(inner, resizes: true)
    let overlay = Overlay(outer)
    overlay.addOverlay(toast.widget)
    let workspace = Box(.vertical, [bar.widget, overlay])
    overlay.expandsVertically = true
    body.add(workspace, name: "workspace")
    setChild(body)
  }

  private func addWindowActions() {
    addAction("undo") { [weak self] in self?.undo() }
    addAction("redo") { [weak self] in self?.redo() }
    addAction("search") { [weak self] in self?.search?.show(.everything) }
    addAction("go-to") { [weak self] in self?.search?.show(.names) }
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
    addAction("history") { [weak self] in
      guard let self, let session else { return }
      HistoryDialog.show(over: self, session: session)
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

  // MARK: Workspaces

  func showStartPage() {
    let page = StartPage(program, window: self)
    startPage = page
    body.add(page.widget, name: "start")
    body.visibleName = "start"
    for widget in [sidebarButton, undoButton, redoButton, addButton, searchButton, exportButton] {
      widget.isVisible = false
    }
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
    for widget in [sidebarButton, undoButton, redoButton, addButton, searchButton, exportButton] {
      widget.isVisible = true
    }
    subheading.isVisible = true
    let sidebar = Sidebar(session) { [weak self] in self?.open($0) }
    self.sidebar = sidebar
    outer.setStart(sidebar.widget)
    outer.position = program.memory.sidebarWidth
    search = SearchPanel(session, under: searchButton) { [weak self] place, reference in
      self?.open(place)
      if let reference { self?.page?.reveal(reference) }
    }
    listenings = [
      session.onChange { [weak self] in self?.follow($0) },
      session.onProblem { [weak self] in self?.showProblem($0) },
      session.onEdit { [weak self] in self?.announce($0) },
    ]
    fold()
    open(place ?? session.outline.journeyMaps.first.map { .journey($0.id) } ?? .overview)
    if let reason = session.workspace.readOnlyReason { toast.show(reason) }
  }

  /// Opens a place of the workspace.
  func open(_ place: Place) {
    guard let session, place != page?.place else {
      page?.takeFocus()
      return
    }
    if let current = page?.place {
      back.append(current)
      forward = []
    }
    show(place, of: session)
  }

  /// Goes to a record, wherever it is.
  func go(to reference: EntityReference) {
    guard let session else { return }
    let place = session.read { try session.workspace.place(of: reference) }
    guard let target = Place(showing: reference, in: place) else { return }
    open(target)
    page?.reveal(reference)
  }

  private func goBack() {
    guard let session, let place = back.popLast() else { return }
    if let current = page?.place { forward.append(current) }
    show(session.outline.contains(place) ? place : .overview, of: session)
  }

  private func goForward() {
    guard let session, let place = forward.popLast() else { return }
    if let current = page?.place { back.append(current) }
    show(session.outline.contains(place) ? place : .overview, of: session)
  }

  private func show(_ place: Place, of session: Session) {
    page?.commitTyping()
    guard let page = pages[place] ?? makePage(place, session) else {
      if place != .overview { show(.overview, of: session) }
      return
    }
    if pages[place] == nil {
      pages[place] = page
      view.add(page.widget, name: String(describing: place))
    }
    self.page = page
    view.show(page.widget)
    inspectorFrame.setChild(page.inspector)
    sidebar?.select(place)
    fold()
    refreshHeader()
    page.takeFocus()
  }

  private func makePage(_ place: Place, _ session: Session) -> (any Page)? {
    switch place {
    case .overview: OverviewPage(session) { [weak self] in self?.open($0) }
    case .people: PeoplePage(session)
    case .group(let id): GroupPage(session, groupID: id) { [weak self] in self?.open($0) }
    case .journey(let id):
      JourneyPage(
        session, mapID: id, isDark: program.style.isDark,
        go: { [weak self] in self?.go(to: $0) })
    case .board(let id):
      BoardPage(
        session, boardID: id, isDark: program.style.isDark,
        go: { [weak self] in self?.go(to: $0) })
    }
  }

  // MARK: Following changes

  private func follow(_ change: WorkspaceChange) {
    guard let session else { return }
    if change.isWholesale || change.touchesOutline { sidebar?.fill() }
    for (place, page) in pages {
      if session.outline.contains(place), page.follow(change) { continue }
      view.remove(page.widget)
      pages[place] = nil
      if self.page?.place == place {
        self.page = nil
        inspectorFrame.setChild(nil)
        show(session.outline.contains(place) ? place : .overview, of: session)
      }
    }
    refreshHeader()
  }

  private func showProblem(_ sentence: String?) {
    errorBar?.show(sentence)
    refreshHeader()
  }

  private func announce(_ edit: Edit) {
    guard isActive, edit.name == .delete || edit.name == .cut else { return }
    let count = edit.changes.filter { if case .delete = $0 { true } else { false } }.count
    toast.show(
      ntr("{count} thing deleted", "{count} things deleted", count),
      action: (tr("Undo"), { [weak self] in self?.undo() }))
  }

  /// Says something that is no error.
  func say(_ text: String, action: (String, () -> Void)? = nil) {
    toast.show(text, action: action)
  }

  func refreshHeader() {
    guard let session, let page else { return }
    let state =
      session.problem != nil
      ? tr("not saved") : session.isReadOnly ? tr("read-only") : tr("saved")
    heading.text = page.title
    subheading.text = [session.outline.workspace.title, page.subtitle, state]
      .filter { !$0.isEmpty }.joined(separator: " · ")
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
    addButton.isSensitive = !session.isReadOnly
    fillAddMenu(page)
  }

  private func fillAddMenu(_ page: any Page) {
    additions = page.additions
    addMenu.removeAll()
    let here = Menu()
    for (index, addition) in additions.enumerated() {
      here.append(addition.label, action: "win.add", value: String(index))
    }
    let things = Menu()
      .append(tr("Journey map"), action: "win.add", value: "journey")
      .append(tr("Employee advisory group"), action: "win.add", value: "employees")
      .append(tr("Customer advisory board"), action: "win.add", value: "customers")
      .append(tr("Focus group"), action: "win.add", value: "focus")
    if groupForBoard != nil { things.append(tr("Board"), action: "win.add", value: "board") }
    if !additions.isEmpty { addMenu.append(section: here) }
    addMenu.append(section: things)
  }

  // MARK: Actions

  private func undo() {
    if page.map({ hasFocus($0.widget) }) != true, activateOnFocus("text.undo") { return }
    page?.endTyping()
    if let title = session?.undo() { toast.show(tr("Undone: {title}", ["title": title])) }
  }

  private func redo() {
    if page.map({ hasFocus($0.widget) }) != true, activateOnFocus("text.redo") { return }
    page?.endTyping()
    if let title = session?.redo() { toast.show(tr("Done again: {title}", ["title": title])) }
  }

  /// The group of the page that is open, else the only one.
  private var groupForBoard: UUID? {
    guard let session else { return nil }
    switch page?.place {
    case .group(let id): return id
    case .board(let id): return session.outline.boards.first { $0.id == id }?.groupID
    default: return session.outline.groups.count == 1 ? session.outline.groups[0].id : nil
    }
  }

  private func add(_ what: String) {
    guard let session else { return }
    if let index = Int(what) {
      if additions.indices.contains(index) { additions[index].perform() }
      return
    }
    let outline = session.outline
    switch what {
    case "journey":
      let added = outline.addingJourney()
      if session.perform(added.edit) { open(.journey(added.record.id)) }
    case "board":
      guard let groupID = groupForBoard else { return }
      let added = outline.addingBoard(to: groupID)
      if session.perform(added.edit) { open(.board(added.record.id)) }
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

  private func openStartPage() {
    if session == nil { startPage?.takeFocus() } else { program.openWindow() }
  }

  private func chooseFile() {
    let chooser = FileChooser(.open, title: tr("Open a workspace"), parent: self)
    chooser.addFilter(tr("Uplift workspaces"), patterns: ["*.uplift"])
    chooser.addFilter(tr("All files"), patterns: ["*"])
    chooser.show { [weak self] url in
      guard let self, let url else { return }
      program.open(url, in: self)
    }
  }

  private func openSample() { program.openSample(in: self) }

  private func chooseImport() {
    guard let session else { return }
    let chooser = FileChooser(.open, title: tr("Import"), parent: self)
    chooser.addFilter(
      tr("Journeys, boards and workspaces"),
      patterns: ["*.mmd", "*.mermaid", "*.md", "*.csv", "*.tsv", "*.json"])
    chooser.addFilter(tr("All files"), patterns: ["*"])
    chooser.show { [weak self] url in
      guard let self, let url else { return }
      importFile(url, into: session)
    }
  }

  /// Reads and adds a file in the background, so that the window goes on.
  private func importFile(_ url: URL, into session: Session) {
    let workspace = session.workspace
    let waiting = Timeout.after(milliseconds: 500) { [weak self] in
      self?.say(tr("Importing “{file}”…", ["file": url.lastPathComponent]))
    }
    Task { [weak self] in
      let result = await Task.detached { () -> Result<(Edit, [String]), any Error> in
        Result {
          let document = try Importing.read(url)
          let edit = document.edit(into: try workspace.contents())
          try workspace.perform(edit)
          return (edit, document.remarks)
        }
      }.value
      waiting.cancel()
      guard let self else { return }
      switch result {
      case .success((let edit, let remarks)):
        say(
          ([tr("Imported “{file}”", ["file": url.lastPathComponent])] + remarks)
            .joined(separator: "\n"),
          action: (tr("Undo"), { [weak self] in self?.undo() }))
        showImported(edit)
      case .failure(let error):
        MessageDialog(tr("Nothing was imported"), String(describing: error), over: self).present()
      }
    }
  }

  private func showImported(_ edit: Edit) {
    for case .insert(let record) in edit.changes {
      if record is JourneyMap || record is Board || record is AdvisoryGroup {
        go(to: record.reference)
        return
      }
    }
  }

  private func export() {
    guard let session, let subject = page?.exportSubject else { return }
    page?.commitTyping()
    ExportDialog.show(over: self, session: session, subject: subject)
  }

  // MARK: Panels

  private var isSidebarShown: Bool { sidebar?.widget.isVisible ?? false }

  private func toggleSidebar() {
    wantsSidebar = !isSidebarShown
    sidebar?.widget.isVisible = wantsSidebar
    sidebarButton.isActive = wantsSidebar
    if wantsSidebar { sidebar?.takeFocus() } else { page?.takeFocus() }
    program.memory.showsSidebar = wantsSidebar
  }

  private func toggleInspector() {
    guard page?.inspector != nil else { return }
    let isShown = inspectorFrame.isVisible
    wantsInspector = !isShown
    inspectorFrame.isVisible = wantsInspector
    if !wantsInspector { page?.takeFocus() }
    program.memory.showsInspector = wantsInspector
  }

  /// Puts the keyboard where one works.
  func takeFocus() {
    if let page { page.takeFocus() } else { startPage?.takeFocus() }
  }

  /// The parts of the window that F6 goes through, as one reads them.
  private var areas: [(widget: Widget, takeFocus: () -> Void)] {
    guard let page, let sidebar else { return [] }
    var areas: [(widget: Widget, takeFocus: () -> Void)] = [(header, { self.header.focusFirst() })]
    if isSidebarShown { areas.append((sidebar.widget, { sidebar.takeFocus() })) }
    areas.append((view, { page.takeFocus() }))
    if inspectorFrame.isVisible {
      areas.append((inspectorFrame, { self.inspectorFrame.focusFirst() }))
    }
    return areas
  }

  private func goToArea(_ step: Int) {
    let areas = areas
    guard !areas.isEmpty else { return }
    page?.commitTyping()
    guard let current = areas.firstIndex(where: { $0.widget.containsFocus }) else {
      page?.takeFocus()
      return
    }
    areas[(current + step + areas.count) % areas.count].takeFocus()
  }

  private func widthChanged(_ width: Int) {
    let before = lastWidth
    lastWidth = width
    let isCrossing = [Self.widthForInspector, Self.widthForSidebar].contains {
      (before < $0) != (width < $0)
    }
    if isCrossing { fold() }
  }

  /// Shows the panels that are wanted and for which there is room.
  private func fold() {
    inspectorFrame.isVisible =
      wantsInspector && page?.inspector != nil && lastWidth >= Self.widthForInspector
    sidebar?.widget.isVisible = wantsSidebar && lastWidth >= Self.widthForSidebar
    sidebarButton.isActive = isSidebarShown
  }

  func appearanceChanged(isDark: Bool) {
    for page in pages.values { page.appearanceChanged(isDark: isDark) }
  }

  private func leave() {
    page?.commitTyping()
    if !isMaximised, width > 0 {
      // Without the frame and shadow, which come on top of it next time.
      (program.memory.windowWidth, program.memory.windowHeight) = defaultSize
    }
    program.memory.isMaximised = isMaximised
    if isSidebarShown { program.memory.sidebarWidth = max(outer.position, 160) }
    search?.leave()
    listenings = []
    for page in pages.values { view.remove(page.widget) }
    pages = [:]
    page = nil
    program.closed(self)
  }
}
