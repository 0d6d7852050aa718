import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// What is selected on a journey map, to be looked at closely and changed. It never takes the
/// focus by itself.
@MainActor public final class JourneyInspector {
  private let box = Box(.vertical)
  public var widget: Widget { box }

  private let session: Session
  private let go: (EntityReference) -> Void
  private var journey: JourneyContents?
  private var panel: (any InspectorPanel)?
  private var generation = 0
  private var listening: Listening?

  private lazy var mapPanel = MapPanel(session, go: go)
  private(set) lazy var cardPanel = CardPanel(session, go: go)
  private(set) lazy var cardsPanel = CardsPanel(session)
  private(set) lazy var severalPanel = SeveralPanel(session)
  private lazy var stepPanel = StepPanel(session, go: go)
  private lazy var stagePanel = StagePanel(session, go: go)
  private lazy var lanePanel = LanePanel(session, go: go)
  private lazy var linePanel = LinePanel()

  /// - Parameter go: somebody wants to see another record.
  public init(session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    self.go = go
    box.addClass("inspector")
    box.expandsVertically = true
    listening = session.onChange { [weak self] _ in self?.panel?.refreshLinks() }
  }

  /// Shows what is selected on a map as it is now.
  public func show(_ journey: JourneyContents, selection: [ItemSubject]) {
    generation += 1
    let own = generation
    let target = Target(selection, in: journey)
    if target != self.target {
      // That may bring a newer map here, by way of an edit, before this call goes on.
      panel?.commitTyping()
    }
    self.target = target
    let current = own == generation ? journey : self.journey ?? journey
    self.journey = current
    switch target {
    case .map:
      mapPanel.show(current)
      put(mapPanel)
    case .card(let id):
      cardPanel.show(id, current)
      put(cardPanel)
    case .cards(let ids):
      cardsPanel.show(ids, current)
      put(cardsPanel)
    case .several(let several):
      severalPanel.show(several, current)
      put(severalPanel)
    case .step(let id):
      stepPanel.show(id, current)
      put(stepPanel)
    case .stage(let id):
      stagePanel.show(id, current)
      put(stagePanel)
    case .lane(let id):
      lanePanel.show(id, current)
      put(lanePanel)
    case .line(let id):
      linePanel.show(id, current)
      put(linePanel)
    }
  }

  /// What is being typed goes to the disk now.
  public func commitTyping() { panel?.commitTyping() }

  private var target: Target?

  private func put(_ new: any InspectorPanel) {
    guard panel !== new else { return }
    panel = new
    box.removeAll()
    box.append(new.widget)
  }

  private enum Target: Equatable {
    case map
    case card(UUID)
    case cards([UUID])
    case several(SeveralPanel.Several)
    case step(UUID)
    case stage(UUID)
    case lane(UUID)
    case line(UUID)

    init(_ selection: [ItemSubject], in journey: JourneyContents) {
      let cards = selection.compactMap { subject -> UUID? in
        guard case .record(let reference) = subject, reference.kind == .card,
          journey.cards[reference.id] != nil
        else { return nil }
        return reference.id
      }
      let several = Self.several(selection, cards, in: journey)
      if several.isMixed || several.count > max(cards.count, 1) {
        self = .several(several)
        return
      }
      if cards.count > 1 {
        self = .cards(cards)
        return
      }
      if let card = cards.first {
        self = .card(card)
        return
      }
      self = selection.lazy.compactMap { Target($0, in: journey) }.first ?? .map
    }

    /// What is selected besides cards; a cell is no selected step.
    private static func several(
      _ selection: [ItemSubject], _ cards: [UUID], in journey: JourneyContents
    ) -> SeveralPanel.Several {
      var several = SeveralPanel.Several(cards: cards)
      let chosen = Set(selection.compactMap(\.reference))
      guard chosen.count > cards.count else { return several }
      several.stages = journey.stages.filter { chosen.contains($0.reference) }.map(\.id)
      several.steps = journey.steps.filter { chosen.contains($0.reference) }.map(\.id)
      several.lanes = journey.lanes.filter { chosen.contains($0.reference) }.map(\.id)
      return several
    }

    private init?(_ subject: ItemSubject, in journey: JourneyContents) {
      func step(_ id: UUID) -> Target? {
        journey.steps.contains { $0.id == id } ? .step(id) : nil
      }
      let target: Target?
      switch subject {
      case .record(let reference):
        let id = reference.id
        switch reference.kind {
        case .step: target = step(id)
        case .stage: target = journey.stages.contains { $0.id == id } ? .stage(id) : nil
        case .lane: target = journey.lanes.contains { $0.id == id } ? .lane(id) : nil
        case .blueprintLine: target = journey.lines.contains { $0.id == id } ? .line(id) : nil
        default: target = nil
        }
      case .cell(let cell): target = step(cell.stepID)
      case .emotion(let stepID, _): target = step(stepID.id)
      case .nestedMap(let stepID): target = step(stepID.id)
      case .addition, .connection, .part: target = nil
      }
      guard let target else { return nil }
      self = target
    }
  }
}
