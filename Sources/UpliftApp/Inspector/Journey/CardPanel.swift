import Foundation
import Gtk
import UpliftCore

/// One card.
@MainActor final class CardPanel: InspectorPanel {
  private let session: Session
  private let form: Form
  var widget: Widget { form.box }
  private var journey: JourneyContents?
  private var id: UUID?

  private(set) var text: TextEditor?
  private let subtitle = Label("", classes: ["inspector-subtitle"])
  private var evidence: SegmentedEditor<EvidenceLevel>?
  private var source: TextEditor?
  private let sources: LinksEditor
  private let addresses: AddressList
  private let voiceNotice: Box
  private let departments: ChipsEditor<Department>
  private let channels: ChannelsEditor
  private let metric: MetricEditor
  private var kind: ChoiceEditor<Lane.Kind?>?
  private var span: NumberEditor?
  private let spanRule = Label("", classes: ["dim", "field-hint"])
  private var colour: SwatchEditor?
  private let tags: TagsEditor
  private var picture: PictureEditor?
  private let links: LinksEditor
  private let causes: CausesEditor
  private let basis: BasisView

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    departments = ChipsEditor(
      \.name, name: tr("Departments that contribute"), adding: tr("Add a department"),
      new: tr("New department"), isEditable: !session.isReadOnly)
    sources = LinksEditor(session, part: .sources, go: go)
    addresses = AddressList()
    let notice = Label(tr("Customers were not asked"))
    let rule = Label(CustomerVoice.rule, classes: ["notice-rule"])
    for label in [notice, rule] {
      label.alignment = 0
      label.wraps = true
      label.setWidthInCharacters(maximum: 1)
    }
    voiceNotice = Box(.vertical, spacing: 4, [notice, rule])
    voiceNotice.addClass("notice")
    voiceNotice.setMargins(top: 8)
    voiceNotice.isVisible = false
    links = LinksEditor(session, part: .allButSources, go: go)
    tags = TagsEditor(session)
    channels = ChannelsEditor(session, go: go)
    metric = MetricEditor(session)
    causes = CausesEditor(session, go: go)
    basis = BasisView(session, go: go)
    build()
  }

  private func build() {
    let text = TextEditor(
      classes: ["quiet", "inspector-title"], isTitle: true, hint: tr("Text of the card")
    ) {
      [weak self] text, typing in
      self?.perform { $0.settingText(of: EntityReference(.card, $1), to: text, typing: typing) }
    }
    text.setName(tr("Text"))
    form.add(text)
    subtitle.alignment = 0
    subtitle.wraps = true
    form.append(subtitle)
    let evidence = SegmentedEditor(EvidenceLevel.allCases.map { ($0, Words.name($0)) }) {
      [weak self] level in
      self?.perform { $0.settingEvidence(of: [$1], to: level) }
    }
    form.add(tr("Evidence"), evidence)
    let source = TextEditor(hint: tr("Source, in words or as a web address")) {
      [weak self] text, typing in
      self?.perform { $0.settingSource(of: $1, to: text, typing: typing) }
    }
    form.heading(tr("Backed by"))
    form.append(sources.widget)
    source.setName(tr("Source, in words or as a web address"))
    form.add(source)
    form.append(addresses.widget)
    form.append(voiceNotice)
    form.append(basis.widget)
    form.append(metric.widget)
    form.append(causes.widget)
    form.heading(tr("Channels"))
    form.append(channels.widget)
    form.heading(tr("Picture"))
    let picture = PictureEditor(session, side: 120, isRound: false) { [weak self] picture in
      self?.perform { journey, id in
        picture.map { journey.setting(picture: $0, of: id) } ?? journey.removingPictures(of: [id])
      }
    }
    form.add(picture)
    self.picture = picture
    form.heading(tr("Departments that contribute"))
    form.append(departments.widget)
    departments.onToggle = { [weak self] department in
      self?.perform { $0.toggling(department: department.id, of: $1) }
    }
    departments.onNew = { [weak self] name in
      self?.perform { $0.addingDepartment(named: name, to: $1) }
    }
    form.heading(tr("Tags"))
    form.append(tags.widget)
    form.append(links.widget)
    let kind = ChoiceEditor<Lane.Kind?> { [weak self] kind in
      self?.perform { $0.settingKind(of: [$1], to: kind) }
    }
    form.add(tr("Kind"), kind)
    let span = NumberEditor(1...999) { [weak self] span, _ in
      self?.perform { journey, id in span.flatMap { journey.settingSpan(of: id, to: $0) } }
    }
    form.add(tr("Steps that it covers"), span)
    spanRule.alignment = 0
    form.append(spanRule)
    let colour = SwatchEditor(byDefault: tr("By kind")) { [weak self] colour in
      self?.perform { $0.settingColour(of: [$1], to: colour) }
    }
    form.add(tr("Colour"), colour)
    (self.text, self.evidence, self.source) = (text, evidence, source)
    (self.kind, self.span, self.colour) = (kind, span, colour)
  }

  /// An opportunity of customers whom nobody has asked says so, by the rule of the map's list.
  private func showVoice(of card: Card, _ journey: JourneyContents) {
    let lane = journey.lanes.first { $0.id == card.laneID }
    let isOpportunity = (card.cardKind ?? lane?.laneKind) == .opportunities
    let voice =
      isOpportunity
      ? session.read { try session.workspace.customerVoice(onMap: journey.map.id) } : nil
    voiceNotice.isVisible = voice?.opportunities.contains { $0.id == card.id } ?? false
  }

  private func perform(_ edit: (JourneyContents, UUID) -> Edit?) {
    guard let journey, let id else { return }
    session.perform(edit(journey, id))
  }

  func show(_ id: UUID, _ journey: JourneyContents) {
    guard let card = journey.cards[id] else { return }
    let isOther = self.id != id
    if isOther {
      text?.begin(card.text)
      source?.begin(card.source)
      span?.begin(card.span)
    }
    self.id = id
    self.journey = journey
    showVoice(of: card, journey)
    text?.show(card.text)
    source?.show(card.source)
    span?.show(card.span)
    let lane = journey.lanes.first { $0.id == card.laneID }
    let step = journey.steps.firstIndex { $0.id == card.stepID }
    subtitle.text = [
      Words.oneCard(journey.kind(of: card)), step.map { journey.steps[$0].title } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    evidence?.show(card.evidence)
    channels.show(card, journey)
    metric.show(card, journey)
    causes.show(journey.kind(of: card) == .painPoints ? card : nil)
    picture?.show(journey.picture(of: card), name: card.text)
    departments.show(journey.departments(of: id), of: journey.departments)
    tags.show([id], journey)
    kind?.show(.some(card.cardKind), of: Self.kinds(lane))
    if let step {
      spanRule.text = tr("1 to {count}", ["count": journey.steps.count - step])
    }
    colour?.show(card.colour)
    addresses.show(card.source)
    basis.show(card, of: journey.map)
    if isOther {
      sources.show(card.reference)
      links.show(card.reference)
    }
  }

  static func kinds(_ lane: Lane?) -> [(value: Lane.Kind?, title: String)] {
    let own = lane.map { tr("As its lane: {kind}", ["kind": Words.oneCard($0.laneKind)]) }
    return [(nil, own ?? tr("As its lane"))]
      + Lane.Kind.ofCards.map { ($0, Words.oneCard($0)) }
  }

  func commitTyping() {
    form.commitTyping()
    metric.commitTyping()
    causes.commitTyping()
  }
  func refreshLinks() {
    causes.refresh()
    sources.refresh()
    links.refresh()
  }
}
