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
  private var kind: ChoiceEditor<Lane.Kind?>?
  private var colour: SwatchEditor?

  init(_ session: Session) {
    self.session = session
    form = Form(isEditable: !session.isReadOnly)
    form.append(heading.box)
    let evidence = SegmentedEditor(EvidenceLevel.allCases.map { ($0, Words.name($0)) }) {
      [weak self] level in
      self?.perform { $0.settingEvidence(of: $1, to: level) }
    }
    form.add(tr("Evidence"), evidence)
    let kind = ChoiceEditor<Lane.Kind?>(CardPanel.kinds(nil)) { [weak self] kind in
      self?.perform { $0.settingKind(of: $1, to: kind) }
    }
    form.add(tr("Kind"), kind)
    let colour = SwatchEditor(byDefault: tr("By kind")) { [weak self] colour in
      self?.perform { $0.settingColour(of: $1, to: colour) }
    }
    form.add(tr("Colour"), colour)
    (self.evidence, self.kind, self.colour) = (evidence, kind, colour)
  }

  private func perform(_ edit: (JourneyContents, [UUID]) -> Edit?) {
    guard let journey else { return }
    session.perform(edit(journey, ids))
  }

  func show(_ ids: [UUID], _ journey: JourneyContents) {
    self.ids = ids
    self.journey = journey
    let cards = ids.compactMap { journey.cards[$0] }
    let assumed = cards.count { $0.evidence == .assumed }
    heading.show(
      ntr("{count} card", "{count} cards", cards.count),
      tr("{count} assumed", ["count": assumed]))
    evidence?.show(cards.map(\.evidence).onlyValue)
    kind?.show(cards.map(\.cardKind).onlyValue)
    let colours = cards.map(\.colour)
    colour?.show(colours.onlyValue ?? nil, isMixed: colours.onlyValue == nil)
  }

  func commitTyping() {}
}

extension Array where Element: Equatable {
  /// The value that all have; nil when they differ or there are none.
  var onlyValue: Element? {
    guard let first, allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
