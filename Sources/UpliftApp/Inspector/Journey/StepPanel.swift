import Foundation
import Gtk
import UpliftCore

/// A step: its title, whether it decides, and how it feels to whom.
@MainActor final class StepPanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var journey: JourneyContents?
  private var id: UUID?

  private var title: TextEditor?
  private let subtitle = Label("", classes: ["inspector-subtitle"])
  private var decides: SwitchEditor?
  private let departments: ChipsEditor<Department>
  private let emotions = Box(.vertical, spacing: 4)
  private var curve: ChoiceEditor<UUID?>?
  private var rows: [EmotionRow] = []
  private var focusing: Timeout?
  private let nested: NestedMapEditor
  let standards: StandardsEditor
  private let links: LinksEditor

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    links = LinksEditor(session, go: go)
    nested = NestedMapEditor(session, go: go)
    standards = StandardsEditor(session, go: go)
    departments = ChipsEditor(
      \.name, name: tr("Departments behind this step"), adding: tr("Add a department"),
      new: tr("New department"), isEditable: !session.isReadOnly)
    let title = TextEditor(classes: ["quiet", "inspector-title"], isTitle: true, hint: tr("Title"))
    {
      [weak self] text, typing in
      self?.perform { $0.settingText(of: EntityReference(.step, $1), to: text, typing: typing) }
    }
    title.setName(tr("Title"))
    form.add(title)
    subtitle.alignment = 0
    subtitle.wraps = true
    form.append(subtitle)
    let decides = SwitchEditor(tr("Moment of truth")) { [weak self] _ in
      self?.perform { $0.togglingMomentOfTruth(of: $1) }
    }
    form.add(decides)
    let rule = Label(
      tr("A step that decides whether the customer stays."), classes: ["dim", "field-hint"])
    rule.alignment = 0
    rule.wraps = true
    form.append(rule)
    form.heading(tr("Emotion, −2 to +2"))
    form.append(emotions)
    let curve = ChoiceEditor<UUID?> { [weak self] person in
      guard let person else { return }
      self?.addEmotion(of: person)
    }
    curve.setName(tr("Whose emotion to add"))
    form.add(curve)
    self.curve = curve
    form.heading(tr("Opens the map"))
    form.append(nested.widget)
    form.heading(tr("Departments behind this step"))
    form.append(departments.widget)
    departments.onToggle = { [weak self] department in
      self?.perform { $0.toggling(department: department.id, behind: $1) }
    }
    departments.onNew = { [weak self] name in
      self?.perform { $0.addingDepartment(named: name, behind: $1) }
    }
    form.heading(tr("Standards"))
    form.append(standards.widget)
    form.append(links.widget)
    (self.title, self.decides) = (title, decides)
  }

  /// The new value is where one goes on: the list that it was chosen from may be gone now.
  private func addEmotion(of person: UUID) {
    perform { $0.settingEmotion(at: $1, to: 0, for: person) }
    // The list gives the focus back when it closes.
    focusing = Timeout.after(milliseconds: 1) { [weak self] in
      self?.rows.first { $0.personaID == person }?.takeFocus()
    }
  }

  private func perform(_ edit: (JourneyContents, UUID) -> Edit?) {
    guard let journey, let id else { return }
    session.perform(edit(journey, id))
  }

  func show(_ id: UUID, _ journey: JourneyContents) {
    guard let step = journey.steps.first(where: { $0.id == id }) else { return }
    let isOther = self.id != id
    if isOther { title?.begin(step.title) }
    self.id = id
    self.journey = journey
    title?.show(step.title)
    let stage = journey.stages.first { $0.id == step.stageID }
    subtitle.text = [tr("Step"), stage?.title ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
    decides?.show(step.isMomentOfTruth)
    showEmotions(of: id, journey)
    nested.show(id, journey)
    departments.show(journey.departments(behind: id), of: journey.departments)
    standards.show(id)
    if isOther { links.show(step.reference) }
  }

  /// The point of view first, then the others who feel something somewhere on the map.
  private func showEmotions(of id: UUID, _ journey: JourneyContents) {
    var people: [UUID?] = journey.emotionPersonas
    if !people.contains(journey.map.personaID) { people.insert(journey.map.personaID, at: 0) }
    if rows.map(\.personaID) != people {
      emotions.removeAll()
      rows = people.map { person in
        EmotionRow(person, isEditable: !session.isReadOnly) { [weak self] value in
          self?.perform { journey, id in
            journey.settingEmotion(at: id, to: value, for: person)
          }
        }
      }
      rows.forEach { emotions.append($0.box) }
    }
    for row in rows {
      let person = journey.personas.first { $0.id == row.personaID }
      let value = journey.emotions[id]?.first { $0.personaID == row.personaID }?.value
      row.show(person.map(Words.name) ?? tr("The customer"), value)
    }
    let others = journey.personas.filter { !people.contains($0.id) }
    curve?.widget.isVisible = !others.isEmpty
    curve?.show(
      .some(nil), of: [(nil, tr("Add the emotion of…"))] + others.map { ($0.id, Words.name($0)) })
  }

  func commitTyping() { form.commitTyping() }
  func refreshLinks() {
    links.refresh()
    guard let id, let journey else { return }
    nested.show(id, journey)
    standards.show(id)
  }
}

/// How one persona feels at the step.
@MainActor private final class EmotionRow {
  let personaID: UUID?
  let box: Box
  private let name = Label()
  private let spin = SpinButton(Emotion.scale, step: 0.5, digits: 1)
  private let clear = Button(icon: "edit-clear-symbolic", name: tr("No emotion here"))
  private var isShowing = false

  init(_ personaID: UUID?, isEditable: Bool, _ set: @escaping (Double?) -> Void) {
    self.personaID = personaID
    name.alignment = 0
    name.setEllipsis(.end)
    name.expandsHorizontally = true
    name.setTarget(spin)
    clear.hasFrame = false
    box = Box(.horizontal, spacing: 6, [name, spin, clear])
    spin.isSensitive = isEditable
    // A wheel that turns over it scrolls the inspector; it does not change how somebody feels.
    spin.ignoreWheel()
    spin.onValueChanged { [weak self] in
      guard let self, !isShowing else { return }
      set(spin.value)
    }
    clear.onClicked { set(nil) }
  }

  func takeFocus() { spin.grabFocus() }

  func show(_ person: String, _ value: Double?) {
    name.text = person
    name.tooltip = person
    spin.setAccessibleLabel(tr("Emotion of {name}", ["name": person]))
    clear.isSensitive = value != nil && spin.isSensitive
    spin.setClass("dim", value == nil)
    spin.tooltip = value == nil ? tr("No emotion here yet") : ""
    guard spin.value != value ?? 0 else { return }
    isShowing = true
    spin.value = value ?? 0
    isShowing = false
  }
}
