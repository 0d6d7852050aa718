import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// How lanes and columns are shown.
extension JourneyCanvasController {
  /// Points by which a key makes a lane higher or a column wider.
  private static let growth = 16.0

  // MARK: Size

  func isResizable(_ subject: ItemSubject) -> Bool {
    guard case .record(let reference) = subject else { return false }
    if reference.kind == .step { return true }
    return contents.lanes.contains { $0.id == reference.id && !$0.isCollapsed }
  }

  func setLength(of subject: ItemSubject, _ length: Double) {
    guard case .record(let reference) = subject else { return }
    if reference.kind == .step {
      perform(contents.settingColumnWidth(to: length))
    } else {
      perform(contents.settingHeight(of: reference.id, to: length))
    }
  }

  /// Shift+Alt+arrows: a lane higher or lower, on a header of a step the columns wider or narrower.
  func pressedLength(_ key: Key) -> Bool {
    switch key {
    case .down, .keypadDown: return growLane(by: Self.growth)
    case .up, .keypadUp: return growLane(by: -Self.growth)
    case .right, .keypadRight: return growColumns(by: isMirrored ? -Self.growth : Self.growth)
    case .left, .keypadLeft: return growColumns(by: isMirrored ? Self.growth : -Self.growth)
    default: return false
    }
  }

  private var isMirrored: Bool { canvas.scene?.isMirrored ?? false }

  private func growLane(by growth: Double) -> Bool {
    guard let laneID = currentLaneID, let lane = contents.lanes.first(where: { $0.id == laneID }),
      !lane.isCollapsed, let shown = shownLength(of: lane.reference)?.height
    else { return false }
    if growth < 0 {
      // Lower than its cards need it cannot be: then it is as high as they need.
      guard let own = lane.height else { return true }
      let fits = own < shown - 0.5
      perform(contents.settingHeight(of: laneID, to: fits ? nil : own + growth))
    } else {
      perform(contents.settingHeight(of: laneID, to: shown + growth))
    }
    return true
  }

  private func growColumns(by growth: Double) -> Bool {
    guard case .record(let reference) = canvas.current, reference.kind == .step,
      let shown = shownLength(of: reference)?.width
    else { return false }
    perform(contents.settingColumnWidth(to: shown + growth))
    return true
  }

  private func shownLength(of reference: EntityReference) -> Size? {
    canvas.scene?.items.first { $0.subject == .record(reference) }?.frame.size
  }

  // MARK: Put away

  /// A lane that is hidden or collapsed opens, so that what is in it can be seen.
  func showLane(of reference: EntityReference) {
    guard
      let laneID = reference.kind == .lane ? reference.id : contents.cards[reference.id]?.laneID,
      let edit = contents.opening(laneID: laneID)
    else { return }
    if reference.kind == .lane, contents.lanes.contains(where: { $0.id == laneID && !$0.isHidden })
    {
      return
    }
    if session.isReadOnly {
      contents = contents.after(edit)
      refresh()
    } else {
      perform(edit)
    }
  }

  // MARK: Menu

  private var selectedLanes: [Lane] {
    let ids = Set(selectedReferences.filter { $0.kind == .lane }.map(\.id))
    return contents.lanes.filter { ids.contains($0.id) }
  }

  /// What can be done with how the selected lanes and the columns are shown.
  var laneEntries: [CanvasMenu.Entry] {
    var entries: [CanvasMenu.Entry] = []
    let lanes = selectedLanes
    if let first = lanes.first {
      entries.append(display(tr("Hide lane"), lanes) { $0.isHidden = true })
      entries.append(
        display(first.isCollapsed ? tr("Expand lane") : tr("Collapse lane"), lanes) {
          $0.isCollapsed = !first.isCollapsed
        })
      entries.append(
        display(first.isPinned ? tr("Unpin lane") : tr("Pin lane"), lanes) {
          $0.isPinned = !first.isPinned
        })
      if lanes.contains(where: { $0.height != nil }) {
        entries.append(display(tr("Fit height"), lanes) { $0.height = nil })
      }
      if lanes.allSatisfy({ $0.laneKind == .emotion }) {
        entries.append(
          .init(
            tr("Scale"),
            Lane.EmotionScale.allCases.map { scale in
              display(JourneyWords.name(of: scale), lanes) { $0.emotionScale = scale }
            }))
        entries += curveEntries(lanes)
        entries += futureEntries
      }
    }
    if selectedReferences.contains(where: { $0.kind == .step }) {
      entries.append(
        .init(
          tr("Column width"),
          ColumnWidth.choices.map { choice in
            .init(choice.title) { [weak self] in
              guard let self else { return }
              perform(contents.settingColumnWidth(to: choice.value))
            }
          }))
    }
    let hidden = contents.hiddenLanes
    if !hidden.isEmpty, lanes.isEmpty == false || selectedReferences.isEmpty {
      entries.append(
        .init(
          tr("Show hidden lane"),
          hidden.map { lane in display(Words.title(lane), [lane]) { $0.isHidden = false } }))
    }
    return entries
  }

  private func curveEntries(_ lanes: [Lane]) -> [CanvasMenu.Entry] {
    let people = contents.emotionPersonas
    guard people.count > 1 || lanes.contains(where: { !contents.chosenCurves(of: $0.id).isEmpty })
    else { return [] }
    func entry(_ title: String, _ personaIDs: Set<UUID?>) -> CanvasMenu.Entry {
      .init(title) { [weak self] in
        guard let self else { return }
        let changes = lanes.flatMap {
          contents.choosingCurves(personaIDs, in: $0.id)?.changes ?? []
        }
        if !changes.isEmpty { perform(Edit(.setLaneDisplay, changes)) }
      }
    }
    return [
      .init(
        tr("Curves"),
        [entry(tr("Everybody’s"), [])]
          + people.map { entry(Words.curve(of: $0, among: contents.personas), [$0]) })
    ]
  }

  /// Which of several future maps the dashed curve is of.
  private var futureEntries: [CanvasMenu.Entry] {
    guard contents.futureMaps.count > 1 else { return [] }
    return [
      .init(
        tr("Dashed curve"),
        contents.futureMaps.map { future in
          .init(contents.name(ofFuture: future)) { [weak self] in
            guard let self else { return }
            perform(
              contents.overlaying(future: future.id, among: session.outline.journeyMaps))
          }
        })
    ]
  }

  private func display(
    _ title: String, _ lanes: [Lane], _ change: @escaping (inout Lane) -> Void
  ) -> CanvasMenu.Entry {
    let ids = lanes.map(\.id)
    return .init(title) { [weak self] in
      guard let self else { return }
      perform(contents.changingDisplay(of: ids, change))
    }
  }

  /// Personas who feel nothing yet at the step that the keys are at.
  var emotionEntries: [CanvasMenu.Entry] {
    guard let stepID = currentStepID, isAtEmotions else { return [] }
    let known = Set((contents.emotions[stepID] ?? []).map(\.personaID))
    let others = contents.personas.filter { !known.contains($0.id) }
    guard !others.isEmpty else { return [] }
    return [
      .init(
        tr("Add emotion of"),
        others.map { persona in
          .init(Words.name(persona)) { [weak self] in self?.addEmotion(of: persona.id, at: stepID) }
        })
    ]
  }

  private var isAtEmotions: Bool {
    if case .emotion = canvas.current { return true }
    return contents.lanes.first { $0.id == currentLaneID }?.laneKind == .emotion
  }

  private func addEmotion(of personaID: UUID, at stepID: UUID) {
    guard perform(contents.settingEmotion(at: stepID, to: 0, for: personaID)) else { return }
    canvas.select(
      .emotion(
        stepID: EntityReference(.step, stepID), personaID: EntityReference(.persona, personaID)))
  }

  // MARK: Departments

  private func departmentsCell(_ subject: ItemSubject?) -> Cell? {
    guard case .cell(let cell) = subject,
      let lane = contents.lanes.first(where: { $0.id == cell.laneID }),
      lane.laneKind == .departments, !lane.isCollapsed
    else { return nil }
    return cell
  }

  func openDepartments(at subject: ItemSubject, typing: Character?) -> Bool {
    guard let cell = departmentsCell(subject), let frame = canvas.frame(of: subject) else {
      return false
    }
    departmentsPopover?.close()
    departmentsPopover = DepartmentsPopover(
      over: canvas, frame, stepID: cell.stepID, typing: typing, controller: self)
    return true
  }

  /// Delete in a cell of departments takes all of them away.
  func pressedDepartments(_ key: Key) -> Bool {
    guard let cell = departmentsCell(canvas.current) else { return false }
    switch key {
    case .delete, .keypadDelete, .backspace:
      perform(contents.clearingDepartments(behind: cell.stepID))
      return true
    default: return false
    }
  }
}
