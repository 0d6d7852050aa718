import Foundation

/// How well something is known.
public enum EvidenceLevel: String, CaseIterable, Codable, Sendable {
  case observed, reported, assumed
}

/// A colour that somebody chose, from a palette that every theme knows.
public enum Swatch: String, CaseIterable, Codable, Sendable {
  case blue, teal, green, ochre, orange, red, pink, violet, slate
}

/// What stands in a lane at a step.
public struct Card: Ranked {
  public static let kind = EntityKind.card
  public var id: UUID
  public var laneID: UUID
  /// The first step that it stands at.
  public var stepID: UUID
  public var rank: Rank
  /// Steps that it covers, 1 or more; a card that would reach past the last step ends there.
  public var span: Int
  /// Nil: the kind of its lane.
  public var cardKind: Lane.Kind?
  public var text: String
  /// Nil: by kind.
  public var colour: Swatch?
  public var evidence: EvidenceLevel
  /// Where it is known from: a reading, a dialogue, an address.
  public var source: String
  /// The card that this one was copied from when a future map was made. That card may be gone.
  public var basisID: UUID?
  /// A picture, of which `text` is the caption.
  public var pictureID: UUID?
  /// A metric, whose readings it shows.
  public var metricID: UUID?

  public init(
    id: UUID = UUID(), laneID: UUID, stepID: UUID, rank: Rank, span: Int = 1,
    kind: Lane.Kind? = nil, text: String, colour: Swatch? = nil,
    evidence: EvidenceLevel = .assumed, source: String = "",
    basisID: UUID? = nil, pictureID: UUID? = nil, metricID: UUID? = nil
  ) {
    self.id = id
    self.laneID = laneID
    self.stepID = stepID
    self.rank = rank
    self.span = span
    cardKind = kind
    self.text = text
    self.colour = colour
    self.evidence = evidence
    self.source = source
    self.basisID = basisID
    self.pictureID = pictureID
    self.metricID = metricID
  }
}

/// A department that contributes to what a card says.
public struct CardDepartment: Assignment {
  public static let kind = EntityKind.cardDepartment
  public var id: UUID
  public var cardID: UUID
  public var departmentID: UUID

  public init(id: UUID = UUID(), cardID: UUID, departmentID: UUID) {
    self.id = id
    self.cardID = cardID
    self.departmentID = departmentID
  }

  public var ownerID: UUID { cardID }
  public var targetID: UUID { departmentID }
}
