import Foundation

/// One persona's path in one scenario, in its current or a future state.
public struct JourneyMap: Ranked {
  public static let kind = EntityKind.journeyMap

  public enum State: String, CaseIterable, Codable, Sendable {
    case current, future
  }

  public enum Status: String, CaseIterable, Codable, Sendable {
    case hypothesis, researched, agreed
  }

  /// Points of a column's own width.
  public static let columnWidths = 80.0...1000.0

  public var id: UUID
  public var rank: Rank
  public var title: String
  /// The point of view; nil in a map that nobody has given one yet.
  public var personaID: UUID?
  public var scenario: String
  public var expectations: String
  public var state: State
  /// The current map that a future one came from.
  public var basisID: UUID?
  public var owner: String
  public var status: Status
  /// Points of every step's column; nil: as wide as the steps need.
  public var columnWidth: Double?

  public init(
    id: UUID = UUID(), rank: Rank, title: String, personaID: UUID? = nil, scenario: String = "",
    expectations: String = "", state: State = .current, basisID: UUID? = nil, owner: String = "",
    status: Status = .hypothesis, columnWidth: Double? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.personaID = personaID
    self.scenario = scenario
    self.expectations = expectations
    self.state = state
    self.basisID = basisID
    self.owner = owner
    self.status = status
    self.columnWidth = columnWidth
  }
}

/// A phase of a journey.
public struct Stage: Ranked {
  public static let kind = EntityKind.stage
  public var id: UUID
  public var mapID: UUID
  public var rank: Rank
  public var title: String
  /// Nil: by position.
  public var colour: Swatch?
  /// The stage that this one was copied from when a future map was made. That stage may be gone.
  public var basisID: UUID?

  public init(
    id: UUID = UUID(), mapID: UUID, rank: Rank, title: String, colour: Swatch? = nil,
    basisID: UUID? = nil
  ) {
    self.id = id
    self.mapID = mapID
    self.rank = rank
    self.title = title
    self.colour = colour
    self.basisID = basisID
  }
}

/// One thing that happens in a stage.
public struct Step: Ranked {
  public static let kind = EntityKind.step
  public var id: UUID
  public var stageID: UUID
  public var rank: Rank
  public var title: String
  /// Decides whether the customer stays.
  public var isMomentOfTruth: Bool
  /// The step that this one was copied from when a future map was made. That step may be gone.
  public var basisID: UUID?
  /// Another map that shows this step in detail.
  public var opensMapID: UUID?

  public init(
    id: UUID = UUID(), stageID: UUID, rank: Rank, title: String, isMomentOfTruth: Bool = false,
    basisID: UUID? = nil, opensMapID: UUID? = nil
  ) {
    self.id = id
    self.stageID = stageID
    self.rank = rank
    self.title = title
    self.isMomentOfTruth = isMomentOfTruth
    self.basisID = basisID
    self.opensMapID = opensMapID
  }
}

/// How a persona feels at a step.
public struct Emotion: Ranked {
  public static let kind = EntityKind.emotion

  /// −2 (as bad as it gets) … +2 (delighted).
  public static let scale = -2.0...2.0

  public var id: UUID
  public var stepID: UUID
  /// Nil: the customer, whoever that is.
  public var personaID: UUID?
  public var rank: Rank
  /// −2…+2.
  public var value: Double

  public init(
    id: UUID = UUID(), stepID: UUID, personaID: UUID? = nil, rank: Rank = .middle, value: Double
  ) {
    self.id = id
    self.stepID = stepID
    self.personaID = personaID
    self.rank = rank
    self.value = value
  }
}

/// A line of a service blueprint. It stands between two lanes: its rank is one among the lanes'.
public struct BlueprintLine: Ranked {
  public static let kind = EntityKind.blueprintLine

  public enum Line: String, CaseIterable, Codable, Sendable {
    case interaction, visibility
    case internalInteraction = "internal_interaction"
  }

  public var id: UUID
  public var mapID: UUID
  public var rank: Rank
  public var line: Line

  public init(id: UUID = UUID(), mapID: UUID, rank: Rank, line: Line) {
    self.id = id
    self.mapID = mapID
    self.rank = rank
    self.line = line
  }
}
