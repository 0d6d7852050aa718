import Foundation
import Gtk
import UpliftCore

/// A window: the start page, or a workspace with its sidebar, the page that is open, and the
/// inspector for what is selected on it.
@MainActor public final class MainWindow: ApplicationWindow {
  /// Under these widths, in logical pixels, the panels fold away by themselves.
  static let widthForInspector = 1000
  /// As much as every page needs beside the sidebar: a window that is made narrower by its edge
  /// never gets under what it needs while that is shown.
  static let widthForSidebar = 980

  unowned let program: UpliftProgram
  var session: Session?
  var page: (any Page)?

  let heading = Label("", classes: ["view-title"])
  let subheading = Label("", classes: ["view-subtitle"])
  let titles = Box(.vertical)
  let header = HeaderBar()
  let sidebarButton: ToggleButton
  let backButton: Button
  let undoButton: Button
  let redoButton: Button
  let addButton: MenuButton
  let searchButton: Button
  let presentButton: Button
  let exportButton: Button
  let compareButton: MenuButton
  let menuButton: MenuButton
  /// Controls of the page that is open.
  let toolBox = Box(.horizontal, spacing: 6)
  var shownTools: [Widget] = []
  let body = Stack()
  let outer = Paned(.horizontal)
  let inner = Paned(.horizontal)
  let view = Stack()
  let inspectorFrame = ScrolledWindow()
  let toast = Toast()
  var errorBar: ErrorBar?
  var sidebar: Sidebar?
  var search: SearchPanel?
  /// Where in the page or inspector the keyboard was last.
  var lastFocus: Widget?
  var renaming: RenamePopover?
  /// A map that was just made is about to be given its title.
  var naming: Timeout?
  var startPage: StartPage?
  var presentation: PresentationWindow?
  var listenings: [Listening] = []
  /// Looks how far a long work is.
  var watching: Timeout?
  var pages: [Place: any Page] = [:]
  /// Pages that were not told of changes, since others were seen.
  var outdated: Set<Place> = []
  var additions: [PageAddition] = []
  /// What runs a meeting.
  var boardActions: [Action] = []
  var back: [Visit] = []
  /// Where a link led, until something is done there.
  var arrival: Visit?
  var forward: [Visit] = []
  var wantsSidebar: Bool
  var wantsInspector: Bool
  /// Until the window is on the screen.
  var putsOffInspector = false
  /// Logical pixels.
  var lastWidth: Int

  init(_ program: UpliftProgram) {
    self.program = program
    wantsSidebar = program.memory.showsSidebar
    wantsInspector = program.memory.showsInspector
    lastWidth = program.memory.windowWidth
    sidebarButton = ToggleButton(icon: "sidebar-show-symbolic", name: tr("Sidebar"))
    backButton = Button(icon: "go-previous-symbolic", name: tr("Back"))
    undoButton = Button(icon: "edit-undo-symbolic", name: tr("Undo"))
    redoButton = Button(icon: "edit-redo-symbolic", name: tr("Redo"))
    addButton = MenuButton(label: tr("Add"))
    searchButton = Button(icon: "system-search-symbolic", name: tr("Search (Ctrl+F)"))
    presentButton = Button(label: ptr("action", "Present"))
    exportButton = Button(label: tr("Export"))
    compareButton = MenuButton(label: tr("Compare"))
    menuButton = MenuButton(icon: "open-menu-symbolic", name: tr("Menu"))
    super.init(program.application)
    addClass("uplift")
    setIcon(UpliftProgram.identifier)
    setSizeRequest(width: 360, height: 300)
    setDefaultSize(width: program.memory.windowWidth, height: program.memory.windowHeight)
    if program.memory.isMaximised { isMaximised = true }
    buildHeader()
    buildBody()
    addWindowActions()
    addWayControllers()
    addArrivalController()
    addViewController()
    addComparing()
    addRunningActions()
    addErasingAction()
    onWidthChanged { [weak self] in self?.widthChanged($0) }
    onCloseRequest { [weak self] in
      self?.leave()
      return false
    }
  }
}
