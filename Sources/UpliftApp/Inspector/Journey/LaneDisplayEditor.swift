import Foundation
import Gtk
import UpliftCore

/// How a lane is shown; of a lane of emotions also how its scale is written and its curves drawn.
@MainActor final class LaneDisplayEditor {
  private let form: Form
  var widget: Widget { form.box }
  private let session: Session
  private var journey: JourneyContents?
  private var lane: Lane?
  private var personaID: UUID?

  private var shown: SwitchEditor?
  private var collapsed: SwitchEditor?
  private var pinned: SwitchEditor?
  private var height: NumberEditor?
  private var scale: SegmentedEditor<Lane.EmotionScale>?
  private var persona: ChoiceEditor<UUID?>?
  private var colour: SwatchEditor?
  private let emotions: Form
  private let curves = Box(.vertical, spacing: 2)
  private var future: (choice: ChoiceEditor<UUID?>, label: Label)?
  private var checks: [(id: UUID?, check: CheckButton)] = []
  private var isShowing = false

  init(_ session: Session) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    emotions = Form(isEditable: !session.isReadOnly)
    let shown = SwitchEditor(tr("Shown")) { [weak self] isOn in
      self?.change { $0.isHidden = !isOn }
    }
    let collapsed = SwitchEditor(tr("Collapsed")) { [weak self] isOn in
      self?.change { $0.isCollapsed = isOn }
    }
    let pinned = SwitchEditor(tr("Pinned: stays in sight")) { [weak self] isOn in
      self?.change { $0.isPinned = isOn }
    }
    form.heading(tr("How it is shown"))
    form.add(shown)
    form.add(collapsed)
    form.add(pinned)
    let bounds = Lane.heights
    let height = NumberEditor(Int(bounds.lowerBound)...Int(bounds.upperBound), isOptional: true) {
      [weak self] height, _ in
      guard let self, let journey, let lane else { return }
      session.perform(journey.settingHeight(of: lane.id, to: height.map(Double.init)))
    }
    height.line.entry.setPlaceholder(tr("As its cards need"))
    form.add(tr("Least height, in points"), height)
    let scale = SegmentedEditor(
      Lane.EmotionScale.allCases.map { ($0, JourneyWords.name(of: $0)) }
    ) { [weak self] scale in self?.change { $0.emotionScale = scale } }
    emotions.add(tr("Scale"), scale)
    emotions.heading(tr("Curves shown"))
    emotions.append(curves)
    let future = ChoiceEditor<UUID?> { [weak self] id in
      guard let self, let journey, let id else { return }
      session.perform(journey.overlaying(future: id, among: session.outline.journeyMaps))
    }
    self.future = (future, emotions.add(tr("Future, as the dashed curve"), future))
    let persona = ChoiceEditor<UUID?> { [weak self] id in
      guard let self else { return }
      personaID = id
      showColour()
    }
    emotions.add(tr("Curve of"), persona)
    let colour = SwatchEditor(byDefault: tr("By position")) { [weak self] colour in
      guard let self, let persona = journey?.personas.first(where: { $0.id == self.personaID })
      else { return }
      session.perform(Edit.changing(persona, .setColour) { $0.colour = colour })
    }
    emotions.add(tr("Its colour"), colour)
    form.append(emotions.box)
    (self.shown, self.collapsed, self.pinned) = (shown, collapsed, pinned)
    (self.height, self.scale, self.persona, self.colour) = (height, scale, persona, colour)
  }

  private func change(_ change: (inout Lane) -> Void) {
    guard let journey, let lane else { return }
    session.perform(journey.changingDisplay(of: lane.id, change))
  }

  func show(_ lane: Lane, _ journey: JourneyContents) {
    let own = lane.height.map { Int($0) }
    if self.lane?.id != lane.id { height?.begin(own) }
    self.lane = lane
    self.journey = journey
    shown?.show(!lane.isHidden)
    collapsed?.show(lane.isCollapsed)
    pinned?.show(lane.isPinned)
    height?.show(own)
    emotions.box.isVisible = lane.laneKind == .emotion
    scale?.show(lane.emotionScale)
    let people = journey.emotionPersonas.compactMap { id in
      journey.personas.first { $0.id == id }
    }
    if !people.contains(where: { $0.id == personaID }) { personaID = people.first?.id }
    persona?.widget.isSensitive = !people.isEmpty
    persona?.show(.some(personaID), of: people.map { (.some($0.id), Words.name($0)) })
    showCurves(journey)
    showFuture(journey)
    showColour()
  }

  private func showFuture(_ journey: JourneyContents) {
    guard let future else { return }
    let maps = journey.futureMaps
    future.label.isVisible = maps.count > 1
    future.choice.widget.isVisible = maps.count > 1
    future.choice.show(
      .some(maps.first?.id), of: maps.map { (.some($0.id), journey.name(ofFuture: $0)) })
  }

  private func showCurves(_ journey: JourneyContents) {
    guard let lane else { return }
    let chosen = journey.chosenCurves(of: lane.id)
    let felt = journey.emotionPersonas
    let people =
      felt
      + ([nil] + journey.personas.map { Optional($0.id) })
      .filter { chosen.contains($0) && !felt.contains($0) }
    isShowing = true
    defer { isShowing = false }
    if checks.map(\.id) != people {
      curves.removeAll()
      checks = people.map { person in
        let check = CheckButton(label: "")
        check.onToggled { [weak self] in self?.curvesChanged() }
        curves.append(check)
        return (person, check)
      }
    }
    for (id, check) in checks {
      check.setLabel(Words.curve(of: id, among: journey.personas))
      let isOn = chosen.isEmpty || chosen.contains(id)
      if check.isActive != isOn { check.isActive = isOn }
      // The last one stays: a lane without curves is a hidden one.
      check.isSensitive =
        !session.isReadOnly && people.count > 1 && !(isOn && chosen.count == 1)
    }
    curves.isVisible = !people.isEmpty
  }

  private func curvesChanged() {
    guard !isShowing, let journey, let lane else { return }
    let shown = Set(checks.filter { $0.check.isActive }.map(\.id))
    // All of them is everybody, also who comes later.
    let chosen = shown.count == checks.count ? [] : shown
    if let edit = journey.choosingCurves(chosen, in: lane.id) { session.perform(edit) }
  }

  private func showColour() {
    let person = journey?.personas.first { $0.id == personaID }
    colour?.widget.isSensitive = person != nil && !session.isReadOnly
    colour?.show(person?.colour)
  }

  func commitTyping() { form.commitTyping() }
}
