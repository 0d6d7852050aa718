import Foundation

/// Something that is decided again and again.
public struct Decision: Ranked {
  public static let kind = EntityKind.decision

  public var id: UUID
  public var rank: Rank
  public var title: String
  public var notes: String

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    notes: String = ""
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.notes = notes
  }
}

/// What part a role has in a decision.
public struct DecisionRole: Assignment {
  public static let kind = EntityKind.decisionRole

  public enum Part: String, CaseIterable, Codable, Sendable {
    case responsible
    case accountable
    case consulted
    case informed
    case accountableAndResponsible = "accountable_and_responsible"
  }

  public var id: UUID
  public var decisionID: UUID
  public var roleID: UUID
  public var part: Part

  public init(
    id: UUID = UUID(),
    decisionID: UUID,
    roleID: UUID,
    part: Part = .consulted
  ) {
    self.id = id
    self.decisionID = decisionID
    self.roleID = roleID
    self.part = part
  }

  public var ownerID: UUID { decisionID }
  public var targetID: UUID { roleID }
}

extension DecisionRole.Part {
  /// As the method abbreviates it: R, A, C, I.
  public var letters: String {
    switch self {
    case .responsible: "R"
    case .accountable: "A"
    case .consulted: "C"
    case .informed: "I"
    case .accountableAndResponsible: "A R"
    }
  }
}
