import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A journey map with the inspector of what is selected on it.
@MainActor final class JourneyPage: Page {
  let place: Place
  let widget: Widget
  private let controller: JourneyCanvasController
  private let details: JourneyInspector
  private var isInspected = false
  private let empty: Box
  /// Of a map on which nothing is written yet.
  private let hint: Box
  /// Of a map with steps and no lane that cards belong into.
  private let laneHint: Box
  private let lanes: LanesButton
  private var menu: CanvasMenu?
  private let filter: FilterTools
  private let path: MapPathView

  /// Nil when the workspace has no such map.
  init?(_ session: Session, mapID: UUID, isDark: Bool, go: @escaping (EntityReference) -> Void) {
    guard
      let controller = JourneyCanvasController(
        session: session, mapID: mapID, theme: isDark ? .dark : .light)
    else { return nil }
    self.controller = controller
    lanes = LanesButton(controller)
    controller.view.addTool(lanes.widget)
    place = .journey(mapID)
    details = JourneyInspector(session: session, go: go)
    empty = EmptyState.widget(
      tr("This map is empty"),
      tr("A journey is a row of stages, each with its steps. Begin with what happens first."),
      button: tr("Add a stage")
    ) { [weak controller] in controller?.addStage() }
    hint = EmptyState.hint(
      tr(
        "Select a cell and type what happens there. Enter on a step or stage names it, Ctrl+Enter adds the next one."
      ), button: tr("Write the first card")
    ) { [weak controller] in controller?.addCard() }
    laneHint = EmptyState.hint(
      tr("Cards stand in lanes: actions, thoughts, pain points and more. This map has none."),
      button: tr("Add a lane of actions")
    ) { [weak controller] in controller?.addLane(.actions) }
    controller.onGo = go
    path = MapPathView(session, go: go)
    let frame = Overlay(controller.view.widget)
    frame.addClass("canvas-frame")
    frame.addOverlay(empty)
    frame.addOverlay(hint)
    frame.addOverlay(laneHint)
    frame.expandsVertically = true
    widget = Box(.vertical, [path.widget, frame])
    filter = FilterTools(controller)
    controller.onFilterChanged = { [weak filter] in filter?.show() }
    controller.onChanged = { [weak self] in self?.selectionChanged() }
    controller.onMenuRequested = { [weak self] x, y in self?.showMenu(x, y) }
    selectionChanged()
    path.show(mapID)
  }

  var title: String {
    let title = controller.contents.map.title
    return title.isEmpty ? tr("Untitled map") : title
  }

  var subtitle: String {
    switch controller.contents.map.state {
    case .current: tr("current state")
    case .future: tr("future state")
    }
  }

  var inspector: Widget? { details.widget }

  func fillInspector() {
    guard !isInspected else { return }
    isInspected = true
    showDetails()
  }

  var bars: [Widget] { [controller.view.bar] }
  var selectedPart: MapPart? { controller.selectedPart }
  var exportSubject: ExportSubject? { .journey(controller.mapID) }
  var presented: (any PresentationSource)? { PresentedJourney(controller) }

  var exportFilter: JourneyFilter { controller.focus.filter }
  var currentRecord: EntityReference? { controller.currentRecord }

  var additions: [PageAddition] {
    guard !controller.session.isReadOnly else { return [] }
    var list = [
      PageAddition(tr("Stage")) { [weak self] in self?.controller.addStage() },
      PageAddition(tr("Step")) { [weak self] in self?.controller.addStep() },
    ]
    if !controller.contents.steps.isEmpty {
      list.append(PageAddition(tr("Card")) { [weak self] in self?.controller.addCard() })
      list.append(
        PageAddition(tr("Picture…")) { [weak self] in self?.controller.choosePicture() })
    }
    for kind in Lane.Kind.allCases {
      let name = JourneyWords.name(of: kind)
      list.append(
        PageAddition(tr("Lane: {name}", ["name": name])) { [weak self] in
          self?.controller.addLane(kind)
        })
    }
    for line in BlueprintLine.Line.allCases
    where !controller.contents.lines.contains(where: { $0.line == line }) {
      list.append(
        PageAddition(JourneyWords.name(of: line)) { [weak self] in self?.controller.addLine(line) })
    }
    return list
  }

  func follow(_ change: WorkspaceChange) -> Bool {
    path.follow(change, mapID: controller.mapID)
    return controller.follow(change)
  }
  func connect(say: @escaping (String) -> Void) { controller.onSay = say }
  func connect(offer: @escaping (String, String, @escaping () -> Void) -> Void) {
    controller.onOffer = offer
  }
  func connect(regret: @escaping (String, String, @escaping () -> Void) -> Void) {
    controller.onRegret = regret
  }
  func copyPicture() { controller.copyPicture() }
  func takeFocus() { controller.canvas.grabFocus() }
  func select(whatCameBackIn change: WorkspaceChange) {
    controller.select(whatCameBackIn: change)
  }
  func reveal(_ reference: EntityReference) {
    // The map itself is here as a whole; nothing on it stands for it.
    guard reference.id != controller.mapID else { return }
    controller.visit(reference)
    controller.select(reference)
    controller.canvas.flash(.record(reference))
  }

  func commitTyping() {
    controller.commitTyping()
    details.commitTyping()
  }

  func endTyping() {
    controller.canvas.endEditing()
    details.commitTyping()
  }

  /// A map that was just made has its title; its first stage is written next.
  func beginFirstStage() { controller.beginFirstStage() }

  func openFilter() { filter.open() }

  /// Without a filter there is nothing to go to: its form opens.
  func goToMatch(backwards: Bool) {
    guard controller.focus.match != nil else { return filter.open() }
    controller.goToMatch(backwards: backwards)
  }

  func appearanceChanged(isDark: Bool) { controller.theme = isDark ? .dark : .light }

  private func selectionChanged() {
    lanes.show()
    if isInspected { showDetails() }
    let contents = controller.contents
    empty.isVisible = contents.stages.isEmpty
    let isBlank =
      !contents.steps.isEmpty && contents.cards.isEmpty && contents.emotions.isEmpty
      && !controller.session.isReadOnly
    let hasLanes = contents.lanes.contains(where: \.laneKind.holdsCards)
    hint.isVisible = isBlank && hasLanes
    laneHint.isVisible = isBlank && !hasLanes
  }

  private func showDetails() {
    details.show(controller.contents, selection: controller.orderedSelection)
  }

  private func showMenu(_ x: Double, _ y: Double) {
    guard !controller.session.isReadOnly else { return }
    menu?.close()
    menu = CanvasMenu(over: controller.canvas, x: x, y: y, controller.menuSections)
  }
}
