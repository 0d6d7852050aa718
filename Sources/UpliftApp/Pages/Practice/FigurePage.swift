import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A picture of what is worked out of records, or the same as a table. What stands in it leads to
/// its record.
@MainActor final class FigurePage: Page {
  let place: Place
  var title: String { figure.title }
  let figure: PlanFigure
  let view: FigureView
  private let session: Session
  private let open: (EntityReference) -> Void
  private let frame: Overlay
  private let stack = Stack()
  private let content: Box
  let table = FigureTable()
  let toggle = ToggleButton(
    icon: "view-list-symbolic", name: tr("As a table of words and numbers"))
  let details: FigureDetails
  private var popover: FigurePopover?
  private var say: ((String) -> Void)?
  private let choice: AccoladeChoice?
  private var maps: MapChooser?
  private var segments: SegmentChooser?
  /// Where there is nothing to see yet: what one does next.
  private(set) var beginning: Button?
  private var later: Timeout?

  /// - Parameters:
  ///   - choice: of a leaderboard: for which days.
  ///   - open: shows the details of a record.
  ///   - go: goes where a record belongs.
  ///   - export: a document that a record has.
  init(
    _ session: Session, _ place: Place, _ figure: PlanFigure, isDark: Bool,
    choice: AccoladeChoice? = nil,
    open: @escaping (EntityReference) -> Void, go: @escaping (EntityReference) -> Void,
    export: @escaping (ExportSubject) -> Void
  ) {
    self.session = session
    self.place = place
    self.figure = figure
    self.choice = choice
    self.open = open
    let hand = figure.hand(session)
    view = FigureView(theme: isDark ? .dark : .light, hand: hand)
    details = FigureDetails(session, go: go, export: export)
    stack.add(view.view.widget, name: "picture")
    stack.add(table.widget, name: "table")
    stack.expandsVertically = true
    content = Box(.vertical, [stack, view.view.bar])
    frame = Overlay(content)
    frame.addClass("canvas-frame")
    frame.expandsVertically = true
    view.view.addTool(toggle)
    toggle.onToggled { [weak self] in self?.turn() }
    view.onOpen = { [weak self] in self?.open($0) }
    view.onSelected = { [weak self] in self?.showSelected() }
    // Not while it is given its place.
    view.onDrawn = { [weak self] in
      guard let self, beginning != nil else { return }
      later = Timeout.whenIdle { [weak self] in self?.showBeginning() }
    }
    hand?.say = { [weak self] in self?.say?($0) }
    choice?.onChange { [weak self] in self?.read() }
    if figure == .departments {
      let chooser = MapChooser { [weak self] in self?.read() }
      addBar(chooser.widget)
      maps = chooser
    }
    if figure == .trends {
      let chooser = SegmentChooser { [weak self] in self?.read() }
      addBar(chooser.widget)
      segments = chooser
    }
    read()
  }

  private var kinds: Set<EntityKind> {
    choice == nil ? figure.kinds : figure.kinds.union([.organisation])
  }

  private func read() {
    guard let contents = session.read({ try session.workspace.contents(of: kinds) }) else {
      return
    }
    let chart = chart(contents, today: CalendarDay(Date()))
    view.show(chart)
    showBeginning()
    details.show(chart.table)
    if toggle.isActive { table.show(chart.table, rule: "") }
    showSelected()
  }

  private func chart(_ contents: WorkspaceContents, today: CalendarDay) -> any Chart {
    if let maps {
      maps.show(contents.journeyMaps)
      return figure.departments(contents, choosing: maps.chosen)
    }
    if let segments {
      segments.show(contents.readings)
      return figure.trends(contents, segments: segments.segments)
    }
    guard let choice else { return figure.chart(contents, today: today) }
    let start = contents.organisations.inOrder().first?.fiscalYearStart ?? 1
    return figure.champions(
      contents, period: choice.days.days(today: today, startMonth: start),
      called: choice.days.title())
  }

  /// Below the sentence in the picture, in logical pixels.
  private static let beginningTop = 96
  /// At most as low, however long the rule is.
  private static let lowestBeginning = 240

  /// - Parameter begin: makes the first record.
  func offerBeginning(_ title: String, _ begin: @escaping () -> Void) {
    let button = PageParts.adding(title, begin)
    button.horizontalAlignment = .center
    button.verticalAlignment = .start
    button.setMargins(top: Self.beginningTop)
    button.isSensitive = !session.isReadOnly
    beginning = button
    frame.addOverlay(button)
    showBeginning()
  }

  private func showBeginning() {
    beginning?.isVisible = view.isEmpty
    // Below the rule, where there is one.
    let bottom = view.canvas.scene?.items.map(\.frame.maxY).max() ?? 0
    if view.isEmpty {
      // What is chosen above the picture moves it down.
      let above = Int(content.frame(in: frame)?.y ?? 0)
      beginning?.setMargins(
        top: above + min(Self.lowestBeginning, max(Self.beginningTop, Int(bottom) + 12)))
    }
    view.view.bar.isVisible = beginning == nil || !view.isEmpty
  }

  private var kept: [AnyObject] = []
  /// Lives as long as the page.
  func keep(_ object: AnyObject) { kept.append(object) }

  /// Above the picture.
  func addBar(_ bar: Widget) {
    let box = Box(.horizontal, [bar])
    box.addClass("figure-bar")
    frame.setChild(nil)
    frame.setChild(Box(.vertical, [box, content]))
  }

  private func turn() {
    if toggle.isActive, let chart = view.chart { table.show(chart.table, rule: "") }
    stack.visibleName = toggle.isActive ? "table" : "picture"
    view.view.zoomTools.isSensitive = !toggle.isActive
  }

  private func showSelected() {
    details.show(view.selected, title: view.selectedWords)
  }

  private func open(_ subject: ItemSubject) {
    guard let chart = view.chart else { return }
    let references = chart.references(of: subject)
    if references.count == 1 { return open(references[0]) }
    guard !references.isEmpty, let frame = view.canvas.frame(of: subject) else { return }
    popover?.close()
    popover = FigurePopover(
      over: view.canvas, frame, title: view.canvas.words(of: subject) ?? "", references, session,
      go: open)
  }

  var widget: Widget { frame }
  var inspector: Widget? { details.widget }
  var exportSubject: ExportSubject? {
    if let map = maps?.chosen { return .departmentsOfMap(map) }
    if let segments { return .trends(segments.segments) }
    return choice.map { .leaderboards(figure, $0.days) } ?? .figure(figure)
  }

  func connect(say: @escaping (String) -> Void) { self.say = say }

  func follow(_ change: WorkspaceChange) -> Bool {
    if change.touches(kinds) { read() } else { showSelected() }
    return true
  }

  func copyPicture() {
    guard let chart = view.chart else { return }
    let options = view.options
    let offer = ClipboardOffer.picture { .chart(chart, options) }
    Clipboard.standard?.offer(offer.types, offer.make)
    say?(tr("All of it is on the clipboard as a picture."))
  }

  func takeFocus() {
    if view.isEmpty, let beginning {
      beginning.grabFocus()
    } else if !toggle.isActive || !table.takeFocus() {
      view.canvas.grabFocus()
    }
  }
  func reveal(_ reference: EntityReference) { view.canvas.select(.record(reference)) }
  func commitTyping() {
    details.commitTyping()
    for object in kept { (object as? PeriodChooser)?.commitTyping() }
  }
  func appearanceChanged(isDark: Bool) { view.setTheme(isDark ? .dark : .light) }
}

extension FigurePage: RegisterPageExtra {
  func refresh() { read() }
}
