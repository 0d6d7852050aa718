import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

extension JourneyCanvasController {
  public func addCard() {
    if let draft = draftBelowCurrent() {
      begin(draft)
    } else if let stepID = currentStepID ?? contents.steps.first?.id,
      let lane = contents.lanes.first(where: { $0.id == currentLaneID })
        ?? contents.lanes.first(where: { $0.laneKind.holdsCards })
    {
      begin(draft(at: .cell(Cell(laneID: lane.id, stepID: stepID))))
    }
  }

  /// A card of a kind at the current step, in the first lane of that kind or a new one. Enter stays
  /// with it: what is added next is of the same step.
  public func addCard(of kind: Lane.Kind) {
    guard let stepID = currentStepID ?? contents.steps.first?.id else { return }
    let draft = draft(contents.addingCard("", kind: kind, at: stepID))
    stayingAt = draft.reference
    begin(draft)
  }

  public func addStage() {
    let stageID = currentStepID.flatMap { id in contents.steps.first { $0.id == id }?.stageID }
    let addition = contents.addingStage(tr("New stage"), step: tr("New step"), after: stageID)
    guard perform(addition.edit) else { return }
    newStageID = addition.record.id
    edit(addition.record.reference)
  }

  /// After the step that is selected; in a stage that is selected, at its end.
  public func addStep() {
    let addition: Addition<Step>?
    if let stage = canvas.current?.reference, stage.kind == .stage {
      addition = contents.addingStep(tr("New step"), to: stage.id)
    } else {
      addition = contents.addingStep(tr("New step"), after: currentStepID)
    }
    guard let addition else { return addStage() }
    guard perform(addition.edit) else { return }
    newStepID = addition.record.id
    edit(addition.record.reference)
  }

  /// A lane whose title is to be written; called like a kind, it is of that kind.
  ///
  /// - Parameter isAbove: above what is selected, not below it.
  public func addLane(isAbove: Bool = false) {
    let addition =
      isAbove
      ? contents.addingLane(.text, before: currentRowID)
      : contents.addingLane(.text, after: currentRowID)
    guard perform(addition.edit) else { return }
    newLaneID = addition.record.id
    edit(addition.record.reference)
  }

  public func addLane(_ kind: Lane.Kind) {
    let addition = contents.addingLane(kind, after: currentRowID)
    if perform(addition.edit) { select(addition.record.reference) }
  }

  public func addLine(_ line: BlueprintLine.Line) {
    guard let addition = contents.addingLine(line, below: currentLaneID) else { return }
    if perform(addition.edit) { select(addition.record.reference) }
  }

  /// The first stage of a map that was just made is written next, and after it its first step.
  public func beginFirstStage() {
    guard !session.isReadOnly, let stage = contents.stages.first else { return }
    newStageID = stage.id
    edit(stage.reference)
  }

  /// A step is one; of a stage nobody could say which of its steps is meant.
  public func toggleMomentOfTruth() {
    guard canvas.current?.reference?.kind != .stage else {
      onSay?(tr("A step is a moment of truth: select one of the stage’s steps."))
      return
    }
    guard let stepID = currentStepID else { return }
    perform(contents.togglingMomentOfTruth(of: stepID))
  }
}
