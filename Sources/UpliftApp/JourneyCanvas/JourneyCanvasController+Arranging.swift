import Foundation
import UpliftCore
import UpliftDrawing

/// What moves, copies and reshapes several things at once.
extension JourneyCanvasController {
  /// Of the selection what is of the current one's sort: a lane and the cards in it do not move
  /// together.
  var referencesLikeCurrent: [EntityReference] {
    let references = selectedReferences
    guard let first = canvas.current?.reference ?? references.first else { return [] }
    let alike = references.filter { Self.isAlike($0.kind, first.kind) }
    return alike.contains(first) ? alike : [first]
  }

  static func isAlike(_ one: EntityKind, _ other: EntityKind) -> Bool {
    let rows: Set<EntityKind> = [.lane, .blueprintLine]
    return one == other || rows.contains(one) && rows.contains(other)
  }

  /// Carries out a placement and selects what it has put somewhere.
  ///
  /// - Parameters:
  ///   - title: "Duplicating…", said when it takes long.
  ///   - done: once that is selected.
  func place(
    _ placement: Placement?, current: EntityReference? = nil, saying title: String,
    then done: @escaping () -> Void = {}
  ) {
    guard let placement else { return }
    session.perform(placement.edit, saying: title) { [weak self] isDone in
      guard let self, isDone else { return }
      let subjects = placement.references.map { ItemSubject.record($0) }
      guard !subjects.isEmpty else { return done() }
      let chosen = current.map { ItemSubject.record($0) }
      let first = chosen.flatMap { subjects.contains($0) ? $0 : nil } ?? subjects.last
      canvas.select(Set(subjects), current: first)
      done()
    }
  }

  var canDuplicate: Bool {
    guard let kind = referencesLikeCurrent.first?.kind else { return false }
    return switch kind {
    case .card, .step, .stage: true
    case .lane:
      contents.copyableLanes.contains { referencesLikeCurrent.contains($0.reference) }
    default: false
    }
  }

  func convertSelection(to kind: Lane.Kind) {
    let cards = selectedReferences.filter { $0.kind == .card }
    place(contents.converting(cards.map(\.id), to: kind), saying: tr("Changing…")) { [weak self] in
      guard let self, let current = canvas.current else { return }
      canvas.reveal(current)
    }
  }

  // MARK: Stages

  /// The first step of the new stage; nil where no stage can be split.
  private var splittingStep: Step? {
    guard canvas.current?.reference?.kind != .stage, let id = currentStepID,
      let step = contents.steps.first(where: { $0.id == id }),
      contents.steps(of: step.stageID).first?.id != id
    else { return nil }
    return step
  }

  private var mergingStage: Stage? {
    var id: UUID?
    if let reference = canvas.current?.reference, reference.kind == .stage {
      id = reference.id
    } else if let stepID = currentStepID {
      id = contents.steps.first { $0.id == stepID }?.stageID
    }
    guard let id, contents.stage(after: id) != nil else { return nil }
    return contents.stages.first { $0.id == id }
  }

  var canSplitStage: Bool { splittingStep != nil }
  var canMergeStage: Bool { mergingStage != nil }

  /// The step that is selected begins a stage of its own, whose title is edited next.
  public func splitStage() {
    guard !session.isReadOnly else { return }
    guard let step = splittingStep else {
      onSay?(
        tr("Select the step before which the stage is split. It cannot be the first of its stage."))
      return
    }
    guard
      let addition = contents.splittingStage(before: step.id, title: tr("New stage")),
      perform(addition.edit)
    else { return }
    edit(addition.record.reference)
  }

  /// The stage takes in the next one.
  public func mergeStage() {
    guard !session.isReadOnly else { return }
    guard let stage = mergingStage else {
      onSay?(tr("Select the stage that takes in the one after it, or a step of it."))
      return
    }
    guard let next = contents.stage(after: stage.id),
      let links = session.read({ try session.workspace.links(of: next.reference) }),
      perform(contents.mergingStage(stage.id, links: links))
    else { return }
    select(stage.reference)
  }
}
