import Foundation
import GRDB

// The database side of what came with version 4: a table each, a column a property.

extension Organisation: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Customer: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension TargetChange: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension LanePersona: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Cause: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Goal: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Leader: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension LeaderAct: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension WorkRole: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension CXRole: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Decision: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension DecisionRole: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Opportunity: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension GutScore: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension InitiativeDepartment: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension InitiativeCause: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Audience: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension InitiativeAudience: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Message: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension MessageAudience: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension ResourceNeed: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Milestone: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Standard: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Breakdown: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Training: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension FollowUp: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Skill: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension SkillLevel: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Tip: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension CultureValue: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Behaviour: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension PurposeAnswer: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension ClimatePulse: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension EmployeeVoice: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Turnover: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Champion: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension Criterion: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension Candidate: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension CandidateScore: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension ReadinessRound: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}

extension ReadinessRating: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }

  public init(row: Row) throws {
    self = try FetchableRecordDecoder().decode(Self.self, from: row).withinBounds()
  }
}

extension PlanDocument: FetchableRecord, PersistableRecord {
  public static var databaseTableName: String { kind.rawValue }
}
