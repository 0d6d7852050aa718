import Foundation

/// A role that people have at work: for decisions, skills and hiring.
public struct WorkRole: Ranked {
  public static let kind = EntityKind.workRole

  public var id: UUID
  public var rank: Rank
  public var title: String
  public var departmentID: UUID?
  public var purpose: String

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    departmentID: UUID? = nil,
    purpose: String = ""
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.departmentID = departmentID
    self.purpose = purpose
  }
}
