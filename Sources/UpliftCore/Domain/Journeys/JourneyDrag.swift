import Foundation

/// What somebody drags on a map.
public enum JourneyDrag: Hashable, Sendable {
  public enum Edge: Hashable, Sendable {
    /// Where the card begins.
    case leading
    case trailing
  }

  /// `grabbed` is the one that the pointer holds, and among them.
  case cards([UUID], grabbed: UUID)
  case steps([UUID])
  case stages([UUID])
  /// Lanes and blueprint lines.
  case rows([EntityReference])
  /// `personaID` nil: nobody in particular.
  case emotion(stepID: UUID, personaID: UUID?)
  /// An edge of a card that is to cover more or fewer steps.
  case edge(Edge, of: UUID)

  /// The records that move.
  public var references: [EntityReference] {
    switch self {
    case .cards(let ids, _): ids.map { EntityReference(.card, $0) }
    case .steps(let ids): ids.map { EntityReference(.step, $0) }
    case .stages(let ids): ids.map { EntityReference(.stage, $0) }
    case .rows(let references): references
    case .emotion: []
    case .edge(_, let id): [EntityReference(.card, id)]
    }
  }
}

/// Where it would land.
public enum JourneyDropTarget: Hashable, Sendable {
  case cards(CardLanding)
  /// Before a step of the stage that is not itself dragged, or at its end.
  case steps(stageID: UUID, before: UUID?)
  case stages(before: UUID?)
  case rows(before: EntityReference?)
  /// −2…+2.
  case emotion(Double)
  /// The card covers `span` steps from this one on.
  case extent(stepID: UUID, span: Int)
}

/// Where dragged cards come down: all as far along and as far down as the grabbed one, so that
/// they keep their shape.
public struct CardLanding: Hashable, Sendable {
  /// Where the grabbed card comes to stand.
  public var cell: Cell
  /// In that cell, before this card, which is not dragged itself; nil: after the last.
  public var before: UUID?
  /// How many steps each card goes along; backwards below 0.
  public var stepShift: Int
  /// How many of `lanes` each card goes down; up below 0.
  public var laneShift: Int
  /// The lanes that count, in order.
  public var lanes: [UUID]

  public init(cell: Cell, before: UUID?, stepShift: Int, laneShift: Int, lanes: [UUID]) {
    self.cell = cell
    self.before = before
    self.stepShift = stepShift
    self.laneShift = laneShift
    self.lanes = lanes
  }
}

/// An edit that puts things somewhere, and the things, so that they can be selected.
public struct Placement: Sendable {
  public var edit: Edit
  public var references: [EntityReference]

  public init(edit: Edit, references: [EntityReference]) {
    self.edit = edit
    self.references = references
  }
}
