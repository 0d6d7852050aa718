import Foundation
import Gtk
import UpliftCore

/// Several cards: what all of them can be given at once.
@MainActor final class CardsPanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var journey: JourneyContents?
  private var ids: [UUID] = []

  private let heading = InspectorHeading()
  private var evidence: SegmentedEditor<EvidenceLevel>?
  private var source: LineEditor?
  private let departments: ChipsEditor<Department>
  private let tags: TagsEditor
  private let shared = Label(
    tr("Departments and tags that all of them have."), classes: ["dim", "field-hint"])
  private var kind: ChoiceEditor<Lane.Kind?>?
  private var colour: SwatchEditor?

  init(_ session: Session) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    departments = ChipsEditor(
      \.name, name: tr("Departments that contribute"), adding: tr("Add a department"),
      new: tr("New department"), isEditable: !session.isReadOnly)
    tags = TagsEditor(session)
    build()
  }

  private func build() {
    form.append(heading.box)
    let evidence = SegmentedEditor(EvidenceLevel.allCases.map { ($0, Words.name($0)) }) {
      [weak self] level in
      self?.perform { $0.settingEvidence(of: $1, to: level) }
    }
    form.add(tr("Evidence"), evidence)
    let source = LineEditor { [weak self] text, typing in
      self?.perform { journey, ids in
        Edit.changing(ids.compactMap { journey.cards[$0] }, typing: typing) { $0.source = text }
      }
    }
    form.add(tr("Source"), source)
    form.heading(tr("Departments that contribute"))
    form.append(departments.widget)
    departments.onToggle = { [weak self] department in
      self?.perform { $0.switching(department: department.id, of: $1) }
    }
    departments.onNew = { [weak self] name in
      self?.perform { $0.addingDepartment(named: name, to: $1) }
    }
    form.heading(tr("Tags"))
    form.append(tags.widget)
    shared.alignment = 0
    shared.wraps = true
    form.append(shared)
    let kind = ChoiceEditor<Lane.Kind?>(CardPanel.kinds(nil)) { [weak self] kind in
      self?.perform { $0.settingKind(of: $1, to: kind) }
    }
    form.add(tr("Kind"), kind)
    let colour = SwatchEditor(byDefault: tr("By kind")) { [weak self] colour in
      self?.perform { $0.settingColour(of: $1, to: colour) }
    }
    form.add(tr("Colour"), colour)
    (self.evidence, self.source, self.kind, self.colour) = (evidence, source, kind, colour)
  }

  private func perform(_ edit: (JourneyContents, [UUID]) -> Edit?) {
    guard let journey else { return }
    session.perform(edit(journey, ids), saying: tr("Changing…"))
  }

  /// - Parameter isPart: of a selection with other things in it, which has a heading of its own.
  func show(_ ids: [UUID], _ journey: JourneyContents, isPart: Bool = false) {
    let cards = ids.compactMap { journey.cards[$0] }
    let source = cards.map(\.source).onlyValue
    if ids != self.ids { self.source?.begin(source ?? "") }
    self.ids = ids
    self.journey = journey
    heading.box.isVisible = !isPart
    let assumed = cards.count { $0.evidence == .assumed }
    heading.show(
      ntr("{count} card", "{count} cards", cards.count),
      tr("{count} assumed", ["count": assumed]))
    evidence?.show(cards.map(\.evidence).onlyValue)
    self.source?.entry.setPlaceholder(source == nil ? tr("Several values") : "")
    self.source?.show(source ?? "")
    departments.show(journey.sharedDepartments(of: ids), of: journey.departments)
    tags.show(ids, journey)
    kind?.show(cards.map(\.cardKind).onlyValue)
    let colours = cards.map(\.colour)
    colour?.show(colours.onlyValue ?? nil, isMixed: colours.onlyValue == nil)
  }

  func commitTyping() { form.commitTyping() }
}

extension Array where Element: Equatable {
  /// The value that all have; nil when they differ or there are none.
  var onlyValue: Element? {
    guard let first, allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
