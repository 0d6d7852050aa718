import Foundation
import Gtk
import UpliftCore

/// The panels beside the page, and the way between them.
extension MainWindow {
  var isSidebarShown: Bool { sidebar?.widget.isVisible ?? false }

  func toggleSidebar() {
    wantsSidebar = !isSidebarShown
    sidebar?.widget.isVisible = wantsSidebar
    sidebarButton.isActive = wantsSidebar
    if wantsSidebar { sidebar?.takeFocus() } else { returnFocus() }
    program.memory.showsSidebar = wantsSidebar
  }

  func toggleInspector() {
    guard page?.inspector != nil else { return }
    let isShown = inspectorFrame.isVisible
    wantsInspector = !isShown
    inspectorFrame.isVisible = wantsInspector
    if !wantsInspector { returnFocus() }
    program.memory.showsInspector = wantsInspector
  }

  /// Leaves the inspector empty until the window's first frame is on the screen: it takes as long
  /// to make as all the rest. Before the window is presented.
  func putOffInspector() {
    putsOffInspector = true
    onFirstFrame { [weak self] in
      Task {
        guard let self, self.putsOffInspector else { return }
        self.putsOffInspector = false
        if let page = self.page { self.showInspector(of: page) }
      }
    }
  }

  func showInspector(of page: any Page) {
    program.style.addPages()
    page.fillInspector()
    inspectorFrame.setChild(page.inspector)
  }

  /// Remembers where one works, while a menu or a message takes the keyboard.
  func followFocus() {
    onChange(of: "focus-widget") { [weak self] in
      guard let self, let focus, focus.isInside(view) || focus.isInside(inspectorFrame) else {
        return
      }
      lastFocus = focus
    }
  }

  /// Puts the keyboard back to where it was last, without going elsewhere on the page.
  func returnFocus() {
    // What has the keyboard may be out of sight: who has scrolled looks at something else.
    let scroller = lastFocus?.verticalScroller?.verticalAdjustment
    let place = scroller?.value
    guard let lastFocus, lastFocus.isInside(view) || lastFocus.isInside(inspectorFrame),
      lastFocus.takeFocusBack()
    else { return takeFocus() }
    if let place { scroller?.value = place }
  }

  /// Puts the keyboard where one works.
  func takeFocus() {
    if let page { page.takeFocus() } else { startPage?.takeFocus() }
  }

  /// The parts of the window that F6 goes through, as one reads them.
  var areas: [(widget: Widget, takeFocus: () -> Void)] {
    guard let page, let sidebar else { return [] }
    var areas: [(widget: Widget, takeFocus: () -> Void)] = [(header, { self.header.focusFirst() })]
    if isSidebarShown { areas.append((sidebar.widget, { sidebar.takeFocus() })) }
    areas.append((view, { page.takeFocus() }))
    for bar in page.bars where bar.isVisible { areas.append((bar, { bar.focusFirst() })) }
    if inspectorFrame.isVisible {
      areas.append((inspectorFrame, { self.inspectorFrame.focusFirst() }))
    }
    return areas
  }

  func goToArea(_ step: Int) {
    let areas = areas
    guard !areas.isEmpty else { return }
    page?.commitTyping()
    // A bar may stand inside the page.
    guard let current = areas.lastIndex(where: { $0.widget.containsFocus }) else {
      page?.takeFocus()
      return
    }
    areas[(current + step + areas.count) % areas.count].takeFocus()
  }

  func widthChanged(_ width: Int) {
    let before = lastWidth
    lastWidth = width
    let isCrossing = [Self.widthForInspector, Self.widthForSidebar].contains {
      (before < $0) != (width < $0)
    }
    if isCrossing { fold() }
  }

  /// Shows the panels that are wanted and for which there is room.
  func fold() {
    inspectorFrame.isVisible =
      wantsInspector && page?.inspector != nil && lastWidth >= Self.widthForInspector
    sidebar?.widget.isVisible = wantsSidebar && lastWidth >= Self.widthForSidebar
    sidebarButton.isActive = isSidebarShown
    refreshHeader()
  }

  /// Without it, presenting and comparing are in the main menu only, and the title has their place.
  var hasRoomForButtons: Bool { lastWidth >= Self.widthForInspector }

  func appearanceChanged(isDark: Bool) {
    for page in pages.values { page.appearanceChanged(isDark: isDark) }
    presentation?.refresh()
  }

  func leave() {
    page?.commitTyping()
    if !isMaximised, width > 0 {
      // Without the frame and shadow, which come on top of it next time.
      (program.memory.windowWidth, program.memory.windowHeight) = defaultSize
    }
    program.memory.isMaximised = isMaximised
    if isSidebarShown { program.memory.sidebarWidth = max(outer.position, 160) }
    search?.leave()
    renaming?.close()
    presentation?.leave()
    listenings = []
    for page in pages.values { view.remove(page.widget) }
    pages = [:]
    page = nil
    program.closed(self)
  }
}
