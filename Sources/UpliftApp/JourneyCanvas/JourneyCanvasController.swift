import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A journey map on a canvas.
public final class JourneyCanvasController: CanvasController {
  public let mapID: UUID
  public internal(set) var contents: JourneyContents
  var departmentsPopover: DepartmentsPopover?
  var pointOfViewPopover: PointOfViewPopover?
  /// A card that Enter does not lead away from, as long as it is written for the first time.
  var stayingAt: EntityReference?
  /// A stage whose title is being written for the first time.
  var newStageID: UUID?
  /// The step that was added last and is still without its name.
  var newStepID: UUID?
  /// A lane whose title is being written for the first time.
  var newLaneID: UUID?
  public let focus = JourneyFocus()
  /// Another filter is on, or what matches is something else.
  public var onFilterChanged: (() -> Void)?
  /// Somebody wants to see another record.
  public var onGo: ((EntityReference) -> Void)?

  /// Nil when the workspace has no such map.
  public init?(session: Session, mapID: UUID, theme: Theme) {
    let prepared = session.takePrepared(mapID)
    guard
      let contents = prepared?.contents
        ?? session.read({ try session.workspace.journey(mapID) })
    else { return nil }
    self.mapID = mapID
    self.contents = contents
    super.init(session: session, theme: theme, prepared: prepared)
    followDrops()
    canvas.standsBack = { [weak self] subject in
      guard let match = self?.focus.match, case .record(let reference) = subject else {
        return false
      }
      return !match.cards.contains(reference.id)
    }
    if !showTop() { refresh() }
  }

  override func makeScene(_ measuring: any TextMeasuring) -> Scene {
    let before = focus.match
    contents.focus = focus.update(contents, session)
    if focus.match != before { onFilterChanged?() }
    return JourneyLayout.scene(
      for: contents, measuring: measuring, theme: theme, options: .screen, cache: cache)
  }

  override func apply(_ change: WorkspaceChange) -> Bool { contents.apply(change) }

  override func reload() -> Bool {
    guard let new = session.read({ try session.workspace.journey(mapID) }) else { return false }
    contents = new
    return true
  }

  /// A future state's curve lies over this map, and is nothing of this map's own.
  public override func follow(_ change: WorkspaceChange) -> Bool {
    let touchesFuture = touchesFuture(change)
    focus.follow(change)
    guard super.follow(change) else { return false }
    if touchesFuture, draft == nil, reload() { refresh() }
    return true
  }

  /// As in a spreadsheet: the cell stays where a card goes, or what else stands in it.
  override func successor(
    of reference: EntityReference, gone: Set<EntityReference>
  ) -> ItemSubject? {
    switch reference.kind {
    case .step: return nearest(contents.steps, reference, gone)
    case .stage: return nearest(contents.stages, reference, gone)
    case .lane: return nearest(contents.shownLanes, reference, gone)
    default: break
    }
    guard let card = contents.cards[reference.id] else { return neighbourAfterDeletion() }
    let cell = Cell(laneID: card.laneID, stepID: card.stepID)
    guard !gone.contains(EntityReference(.lane, cell.laneID)),
      !gone.contains(EntityReference(.step, cell.stepID))
    else { return neighbourAfterDeletion() }
    let all = contents.cards(at: cell)
    let place = all.firstIndex { $0.id == card.id } ?? 0
    let rest = { (cards: ArraySlice<Card>) in cards.filter { !gone.contains($0.reference) } }
    let next = rest(all[place...]).first ?? rest(all[..<place]).last
    return next.map { .record($0.reference) } ?? .cell(cell)
  }

  /// What stays of the records after one that goes, or else before it.
  private func nearest<Record: Entity>(
    _ records: [Record], _ reference: EntityReference, _ gone: Set<EntityReference>
  ) -> ItemSubject? {
    guard let place = records.firstIndex(where: { $0.id == reference.id }) else { return nil }
    let stays = { (record: Record) in !gone.contains(record.reference) }
    let next = records[place...].first(where: stays) ?? records[..<place].last(where: stays)
    return next.map { .record($0.reference) }
  }

  private func touchesFuture(_ change: WorkspaceChange) -> Bool {
    let isBasis =
      !contents.futureEmotions.isEmpty
      || session.outline.journeyMaps.contains { $0.basisID == mapID }
    guard isBasis, !change.isWholesale else { return false }
    // Steps are matched by their titles, this map's own too.
    return change.upserts.contains { record in
      switch record {
      case let emotion as Emotion: !contents.steps.contains { $0.id == emotion.stepID }
      case is Step: true
      case let map as JourneyMap: map.id != mapID
      default: false
      }
    }
      || change.deletions.contains { reference in
        switch reference.kind {
        case .emotion: !contents.emotions.values.contains { $0.contains { $0.id == reference.id } }
        case .step, .stage: true
        case .journeyMap: reference.id != mapID
        default: false
        }
      }
  }

  override func text(of reference: EntityReference) -> String? {
    if reference.kind == .lane {
      return contents.lanes.first { $0.id == reference.id }.map { JourneyWords.title(of: $0) }
    }
    return contents.text(of: reference)
  }

  override func settingText(of reference: EntityReference, to text: String) -> Edit? {
    contents.settingText(of: reference, to: text, typing: typing)
  }

  override func deleting(_ references: [EntityReference]) -> Edit? {
    contents.deleting(references)
  }

  override func moving(
    _ references: [EntityReference], _ direction: UpliftCore.Direction
  ) -> Edit? {
    contents.moving(referencesLikeCurrent, direction)
  }

  override func pressed(_ key: Key, _ modifiers: Modifiers) -> Bool {
    pressedOnMap(key, modifiers)
  }

  override func pressedWhileEditing(_ key: Key, _ modifiers: Modifiers) -> Bool {
    pressedWhileWriting(key, modifiers)
  }

  override func follow(_ subject: ItemSubject) { followMark(subject) }
  override var copied: ClipboardOffer? { offerOfSelection }
  override var copiedPicture: ClipboardOffer? { offerOfPicture }
  /// The keyboard's place in an empty cell is no choice of that cell.
  override var isNothingSelected: Bool {
    guard canvas.selection.count == 1, case .cell(let cell)? = canvas.selection.first else {
      return canvas.selection.isEmpty
    }
    return isStop(.cell(cell)) && !hasOwnCells(cell.laneID)
  }
  override var cutting: Edit? { cuttingSelection }
  override var planning: Planning { planningPaste }
  override func pastesPicture() -> Bool { pastePicture() }

  override func drag(from grip: CanvasGrip) -> (any CanvasDrag)? {
    journeyDrag(grip).flatMap { JourneyCanvasDrag($0, grip, self) }
  }
  override func hasEdges(_ subject: ItemSubject) -> Bool { isCard(subject) }
  override func cursor(over grip: CanvasGrip) -> String? { journeyCursor(over: grip) }

  // MARK: Places

  override func isStop(_ subject: ItemSubject) -> Bool {
    if case .nestedMap = subject { return false }
    guard case .cell(let cell) = subject else { return true }
    if hasOwnCells(cell.laneID) { return true }
    if isEmotionLane(cell.laneID) { return contents.emotions[cell.stepID] == nil }
    return contents.cells[cell] == nil
  }

  /// Whether a lane's cells say something by themselves.
  private func hasOwnCells(_ laneID: UUID) -> Bool {
    contents.lanes.first { $0.id == laneID }.map { $0.isCollapsed || $0.laneKind == .departments }
      ?? false
  }

  override func open(_ subject: ItemSubject, typing: Character?) -> Bool {
    openDepartments(at: subject, typing: typing) || openPointOfView(at: subject, typing: typing)
  }

  override func canResize(_ subject: ItemSubject) -> Bool { isResizable(subject) }
  override func resize(_ subject: ItemSubject, to length: Double) { setLength(of: subject, length) }

  /// Shows a lane that is put away, when something in it is looked for.
  public override func select(_ reference: EntityReference) {
    showLane(of: reference)
    super.select(reference)
  }

  private func isEmotionLane(_ laneID: UUID) -> Bool {
    contents.lanes.first { $0.id == laneID }?.laneKind == .emotion
  }

  private func holdsCards(_ laneID: UUID) -> Bool {
    contents.lanes.first { $0.id == laneID }?.laneKind.holdsCards ?? false
  }

  override func draft(at subject: ItemSubject) -> CanvasDraft? {
    guard case .cell(let cell) = subject, holdsCards(cell.laneID) else { return nil }
    // Where cards are put away, whoever writes one wants to see it.
    perform(contents.opening(laneID: cell.laneID))
    return draft(contents.addingCard("", at: cell))
  }

  override func draftBelowCurrent() -> CanvasDraft? {
    switch canvas.current {
    case .cell(let cell): return draft(at: .cell(cell))
    case .record(let reference):
      guard let card = contents.cards[reference.id] else { return nil }
      let cell = Cell(laneID: card.laneID, stepID: card.stepID)
      return draft(contents.addingCard("", at: cell, after: card.id))
    default: return nil
    }
  }

  func draft(_ addition: Addition<Card>) -> CanvasDraft {
    CanvasDraft(reference: addition.record.reference, edit: addition.edit)
  }

  /// A lane that is called like its kind.
  override func isProposed(_ reference: EntityReference) -> Bool {
    contents.lanes.first { $0.id == reference.id }.map { $0.title.isEmpty && $0.subtitle.isEmpty }
      ?? false
  }

  override func textStyle(of reference: EntityReference) -> TextStyle {
    switch reference.kind {
    case .card:
      guard let card = contents.cards[reference.id] else { return theme.type.card }
      return contents.kind(of: card) == .thoughts ? theme.type.thought : theme.type.card
    case .stage: return theme.type.stage
    case .step: return theme.type.step
    default: return theme.type.laneTitle
    }
  }

  /// The step that the selection stands at.
  public var currentStepID: UUID? {
    switch canvas.current {
    case .cell(let cell): cell.stepID
    case .emotion(let step, _): step.id
    case .nestedMap(let step): step.id
    case .record(let reference):
      switch reference.kind {
      case .step: reference.id
      case .card: contents.cards[reference.id]?.stepID
      case .stage: contents.steps(of: reference.id).first?.id
      default: nil
      }
    default: nil
    }
  }

  /// The lane that the selection stands in.
  public var currentLaneID: UUID? {
    switch canvas.current {
    case .cell(let cell): cell.laneID
    case .record(let reference):
      switch reference.kind {
      case .lane: reference.id
      case .card: contents.cards[reference.id]?.laneID
      default: nil
      }
    default: nil
    }
  }

  // MARK: Adding

  public override func addBelow() {
    guard !session.isReadOnly else { return }
    switch canvas.current?.reference?.kind {
    case _ where contents.steps.isEmpty, .stage: addStage()
    case .step: addStep()
    case .lane, .blueprintLine: addLane()
    default: addCard()
    }
  }

  override func finished(_ subject: ItemSubject, _ ending: EditEnding) {
    guard let laneID = newLaneID, subject.reference?.id == laneID else { return }
    newLaneID = nil
    if case .cancelled = ending { return }
    let lines = Set(contents.lines.map(\.id))
    guard perform(contents.takingAtItsName(lane: laneID, typing: typing)) else { return }
    if let line = contents.lines.first(where: { !lines.contains($0.id) }) {
      select(line.reference)
    }
  }

  /// The lane or line of the blueprint that the selection stands in.
  var currentRowID: UUID? {
    if let reference = canvas.current?.reference, reference.kind == .blueprintLine {
      return reference.id
    }
    return currentLaneID
  }

  /// From a stage to its first step, which is written at once in a stage that was just added; from
  /// a step to the next one, from a lane to the one below. From the last step, and from one that
  /// was just added, to where there is nothing yet: whoever goes on writing must not write over
  /// anything.
  override func goOn(after subject: ItemSubject) {
    defer { (newStageID, newStepID) = (nil, nil) }
    guard let reference = subject.reference else { return super.goOn(after: subject) }
    if stayingAt == reference {
      stayingAt = nil
      return canvas.select(subject)
    }
    switch reference.kind {
    case .stage:
      guard let step = contents.steps(of: reference.id).first else { break }
      if newStageID == reference.id { edit(step.reference) } else { select(step.reference) }
      return
    case .step:
      let isNew = newStepID == reference.id && !contents.cards.isEmpty
      if !isNew, let next = contents.steps.following(reference.id) {
        return select(next.reference)
      }
      guard !contents.cards.isEmpty else { break }
      return canvas.select(emptyCell(under: reference.id).map { .cell($0) } ?? subject)
    case .lane:
      if let next = contents.lanes.following(reference.id) { select(next.reference) }
      return
    default: break
    }
    super.goOn(after: subject)
  }

  /// The uppermost cell of a step that cards belong into and none is in.
  private func emptyCell(under stepID: UUID) -> Cell? {
    contents.shownLanes.lazy.filter { $0.laneKind.holdsCards && !$0.isCollapsed }
      .map { Cell(laneID: $0.id, stepID: stepID) }
      .first { contents.cards(at: $0).isEmpty }
  }

  func edit(_ reference: EntityReference) {
    select(reference)
    canvas.beginEditing(replacing: false)
    canvas.selectEditedText()
  }

  public override func duplicate() {
    place(contents.duplicating(referencesLikeCurrent), saying: tr("Duplicating…"))
  }
}

extension Array where Element: Entity {
  /// What stands after the record with this id.
  fileprivate func following(_ id: UUID) -> Element? {
    guard let index = firstIndex(where: { $0.id == id }), index + 1 < count else { return nil }
    return self[index + 1]
  }
}
