import Foundation
import Gtk
import UpliftCore

/// The map itself, when nothing on it is selected.
@MainActor final class MapPanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var journey: JourneyContents?
  private var id: UUID?

  private var title: TextEditor?
  private let subtitle = Label("", classes: ["inspector-subtitle"])
  private var persona: ChoiceEditor<UUID?>?
  private var state: SegmentedEditor<JourneyMap.State>?
  private var basis: ChoiceEditor<UUID?>?
  private var status: ChoiceEditor<JourneyMap.Status>?
  private var texts: [(editor: TextEditor, field: WritableKeyPath<JourneyMap, String>)] = []
  private var width: ColumnWidthEditor?
  private let figures = FiguresView()
  private let evidence: EvidenceView
  private var voice: CustomerVoiceView?
  private let voiceBox = Box(.vertical)
  private let go: (EntityReference) -> Void
  private let links: LinksEditor

  private let showPersona = Button(label: tr("Show persona"))

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    self.go = go
    evidence = EvidenceView(go: go)
    links = LinksEditor(session, go: go)
    form = Form(isEditable: !session.isReadOnly)
    let title = TextEditor(classes: ["quiet", "inspector-title"], isTitle: true, hint: tr("Title"))
    {
      [weak self] text, typing in
      guard let self, let journey else { return }
      session.perform(
        journey.settingText(of: journey.map.reference, to: text, typing: typing))
    }
    title.setName(tr("Title"))
    form.add(title)
    subtitle.alignment = 0
    form.append(subtitle)
    let persona = ChoiceEditor<UUID?> { [weak self] id in self?.change { $0.personaID = id } }
    form.add(tr("Point of view"), persona)
    showPersona.horizontalAlignment = .start
    showPersona.addClass("small-text-button")
    showPersona.setMargins(top: 6)
    showPersona.onClicked { [weak self] in
      if let persona = self?.journey?.persona { go(persona.reference) }
    }
    form.append(showPersona)
    addText(tr("Scenario"), \.scenario)
    addText(tr("Expectations"), \.expectations)
    let state = SegmentedEditor(JourneyMap.State.allCases.map { ($0, Self.short($0)) }) {
      [weak self] state in self?.change { $0.state = state }
    }
    form.add(tr("State"), state)
    let basis = ChoiceEditor<UUID?> { [weak self] id in self?.change { $0.basisID = id } }
    form.add(tr("Based on"), basis)
    addText(tr("Owner"), \.owner)
    let status = ChoiceEditor(JourneyMap.Status.allCases.map { ($0, Words.name($0)) }) {
      [weak self] status in self?.change { $0.status = status }
    }
    form.add(tr("Status"), status)
    let width = ColumnWidthEditor { [weak self] width in
      guard let self, let journey else { return }
      session.perform(journey.settingColumnWidth(to: width))
    }
    form.add(tr("Column width"), width)
    self.width = width
    form.heading(tr("What is known"))
    form.append(figures.widget)
    evidence.widget.setMargins(top: 6)
    form.append(evidence.widget)
    form.heading(tr("Customers were not asked"))
    voiceBox.addClass("field-box")
    form.append(voiceBox)
    form.append(links.widget)
    (self.title, self.persona, self.state) = (title, persona, state)
    (self.basis, self.status) = (basis, status)
  }

  private func addText(_ title: String, _ field: WritableKeyPath<JourneyMap, String>) {
    let editor = TextEditor { [weak self] text, typing in
      self?.change(typing: typing) { $0[keyPath: field] = text }
    }
    form.add(title, editor)
    texts.append((editor, field))
  }

  private func change(typing: UUID? = nil, _ change: (inout JourneyMap) -> Void) {
    guard let journey else { return }
    session.perform(Edit.changing(journey.map, typing: typing, change))
  }

  private static func short(_ state: JourneyMap.State) -> String {
    switch state {
    case .current: tr("Current")
    case .future: tr("Future")
    }
  }

  func show(_ journey: JourneyContents) {
    let map = journey.map
    let isOther = id != map.id
    if isOther {
      links.show(map.reference)
      title?.begin(map.title)
      for text in texts { text.editor.begin(map[keyPath: text.field]) }
    }
    id = map.id
    self.journey = journey
    title?.show(map.title)
    for text in texts { text.editor.show(map[keyPath: text.field]) }
    subtitle.text = [tr("Journey map"), Words.name(map.state)].joined(separator: " · ")
    persona?.show(
      .some(map.personaID),
      of: [(nil, tr("Nobody yet"))] + journey.personas.map { ($0.id, Words.name($0)) })
    showPersona.isVisible = journey.persona != nil
    state?.show(map.state)
    status?.show(map.status)
    showBasis(map)
    width?.show(map.columnWidth)
    figures.show(JourneyFigures(journey))
    showVoice(isOther: isOther)
    showEvidence(journey)
  }

  private func showVoice(isOther: Bool) {
    if isOther, let id {
      voiceBox.removeAll()
      let made = CustomerVoiceView(session, onMap: id, go: go)
      voice = made
      voiceBox.append(made.widget)
    } else {
      voice?.refresh()
    }
  }

  private func showBasis(_ map: JourneyMap) {
    let all = session.outline.journeyMaps
    // What comes from this map cannot be what it comes from.
    func comesFromThis(_ other: JourneyMap) -> Bool {
      var seen: Set<UUID> = []
      var next: JourneyMap? = other
      while let current = next, seen.insert(current.id).inserted {
        if current.id == map.id { return true }
        next = all.first { $0.id == current.basisID }
      }
      return false
    }
    let maps = all.filter { !comesFromThis($0) || $0.id == map.basisID }
    basis?.show(
      .some(map.basisID), of: [(nil, tr("No other map"))] + maps.map { ($0.id, $0.title) })
  }

  func commitTyping() { form.commitTyping() }

  private func showEvidence(_ journey: JourneyContents) {
    evidence.show(EvidenceSummary(journey, backedCards: Set(journey.extras.backings.values)))
  }

  func refreshLinks() {
    links.refresh()
    voice?.refresh()
    if let journey { showBasis(journey.map) }
  }
}
