import Foundation

/// Somebody who looks after customer experience.
public struct CXRole: Ranked {
  public static let kind = EntityKind.cxRole

  public var id: UUID
  public var rank: Rank
  public var title: String
  public var holder: String
  public var team: String
  public var reportsTo: String
  /// At which table it has a seat.
  public var seat: String
  /// Set when it sits inside one department.
  public var departmentID: UUID?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    holder: String = "",
    team: String = "",
    reportsTo: String = "",
    seat: String = "",
    departmentID: UUID? = nil
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.holder = holder
    self.team = team
    self.reportsTo = reportsTo
    self.seat = seat
    self.departmentID = departmentID
  }
}
