import Foundation
import Gtk
import UpliftCore

/// Several things of different kinds, or several steps, stages or lanes: what each kind of them
/// can be given at once.
@MainActor final class SeveralPanel: InspectorPanel {
  private let box = Box(.vertical)
  var widget: Widget { box }
  private let session: Session
  private let heading = InspectorHeading()
  private let cards: CardsPanel
  private let stepsForm: Form
  private let stagesForm: Form
  private let lanesForm: Form
  private var journey: JourneyContents?
  private var several = Several()

  private var decides: ChoiceEditor<Bool>?
  private var nested: ChoiceEditor<UUID?>?
  private var stageColour: SwatchEditor?
  private var laneKind: ChoiceEditor<Lane.Kind>?
  private var laneStates: [(editor: ChoiceEditor<Bool>, field: WritableKeyPath<Lane, Bool>)] = []

  /// Ids by kind, each in the order of the map.
  struct Several: Equatable {
    var cards: [UUID] = []
    var steps: [UUID] = []
    var stages: [UUID] = []
    var lanes: [UUID] = []

    var count: Int { cards.count + steps.count + stages.count + lanes.count }
    var isMixed: Bool { [cards, steps, stages, lanes].count { !$0.isEmpty } > 1 }
  }

  init(_ session: Session) {
    self.session = session
    cards = CardsPanel(session)
    stepsForm = Form(isEditable: !session.isReadOnly)
    stagesForm = Form(isEditable: !session.isReadOnly)
    lanesForm = Form(isEditable: !session.isReadOnly)
    buildSteps()
    buildStages()
    buildLanes()
    for child in [heading.box, cards.widget, stepsForm.box, stagesForm.box, lanesForm.box] {
      box.append(child)
    }
  }

  private func buildSteps() {
    let decides = ChoiceEditor<Bool>(Self.yesAndNo) { [weak self] isMoment in
      self?.changeSteps(.setMomentOfTruth) { $0.isMomentOfTruth = isMoment }
    }
    stepsForm.add(tr("Moment of truth"), decides)
    let nested = ChoiceEditor<UUID?> { [weak self] map in
      self?.changeSteps(.setNestedMap) { $0.opensMapID = map }
    }
    stepsForm.add(tr("Opens the map"), nested)
    (self.decides, self.nested) = (decides, nested)
  }

  private func buildStages() {
    let colour = SwatchEditor(byDefault: tr("By position")) { [weak self] colour in
      guard let self, let journey else { return }
      let stages = journey.stages.filter { self.several.stages.contains($0.id) }
      session.perform(Edit.changing(stages, .setColour) { $0.colour = colour })
    }
    stagesForm.add(tr("Colour of the stages"), colour)
    stageColour = colour
  }

  private func buildLanes() {
    let kind = ChoiceEditor(Lane.Kind.allCases.map { ($0, Words.name($0)) }) { [weak self] kind in
      self?.changeLanes(.setKind) { $0.laneKind = kind }
    }
    lanesForm.add(tr("Kind of the lanes"), kind)
    for (title, field) in [
      (tr("Hidden"), \Lane.isHidden), (tr("Collapsed"), \.isCollapsed), (tr("Pinned"), \.isPinned),
    ] as [(String, WritableKeyPath<Lane, Bool>)] {
      let editor = ChoiceEditor<Bool>(Self.yesAndNo) { [weak self] isOn in
        self?.changeLanes(.setLaneDisplay) { $0[keyPath: field] = isOn }
      }
      lanesForm.add(title, editor)
      laneStates.append((editor, field))
    }
    laneKind = kind
  }

  private static var yesAndNo: [(value: Bool, title: String)] {
    [(false, tr("No")), (true, tr("Yes"))]
  }

  private func changeSteps(_ name: EditName, _ change: (inout Step) -> Void) {
    guard let journey else { return }
    let steps = journey.steps.filter { several.steps.contains($0.id) }
    session.perform(Edit.changing(steps, name, change))
  }

  private func changeLanes(_ name: EditName, _ change: (inout Lane) -> Void) {
    guard let journey else { return }
    let lanes = journey.lanes.filter { several.lanes.contains($0.id) }
    session.perform(Edit.changing(lanes, name, change))
  }

  func show(_ several: Several, _ journey: JourneyContents) {
    self.several = several
    self.journey = journey
    let counts = [
      several.stages.isEmpty ? "" : ntr("{count} stage", "{count} stages", several.stages.count),
      several.steps.isEmpty ? "" : ntr("{count} step", "{count} steps", several.steps.count),
      several.lanes.isEmpty ? "" : ntr("{count} lane", "{count} lanes", several.lanes.count),
      several.cards.isEmpty ? "" : ntr("{count} card", "{count} cards", several.cards.count),
    ].filter { !$0.isEmpty }
    heading.show(counts.joined(separator: ", "), tr("A change goes to all of them at once."))
    cards.widget.isVisible = !several.cards.isEmpty
    if !several.cards.isEmpty { cards.show(several.cards, journey, isPart: true) }
    let steps = journey.steps.filter { several.steps.contains($0.id) }
    stepsForm.box.isVisible = !steps.isEmpty
    decides?.show(steps.map(\.isMomentOfTruth).onlyValue)
    nested?.show(
      steps.map(\.opensMapID).onlyValue,
      of: [(nil, tr("No map"))]
        + session.outline.journeyMaps.filter { $0.id != journey.map.id }.map { ($0.id, $0.title) })
    let stages = journey.stages.filter { several.stages.contains($0.id) }
    stagesForm.box.isVisible = !stages.isEmpty
    let colours = stages.map(\.colour)
    stageColour?.show(colours.onlyValue ?? nil, isMixed: colours.onlyValue == nil)
    let lanes = journey.lanes.filter { several.lanes.contains($0.id) }
    lanesForm.box.isVisible = !lanes.isEmpty
    laneKind?.show(lanes.map(\.laneKind).onlyValue)
    for state in laneStates { state.editor.show(lanes.map { $0[keyPath: state.field] }.onlyValue) }
  }

  func commitTyping() { cards.commitTyping() }
}
