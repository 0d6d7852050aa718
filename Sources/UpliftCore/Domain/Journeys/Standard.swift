import Foundation

/// How something is done every time: the code of practice, how it is checked, and who keeps it.
public struct Standard: Ranked {
  public static let kind = EntityKind.standard

  public var id: UUID
  public var rank: Rank
  public var stepID: UUID?
  public var promiseID: UUID?
  /// The code of practice.
  public var practice: String
  /// How it is checked.
  public var howChecked: String
  /// Who keeps it.
  public var keeper: String
  /// When it was checked last.
  public var checkedOn: CalendarDay?

  public init(
    id: UUID = UUID(),
    rank: Rank,
    stepID: UUID? = nil,
    promiseID: UUID? = nil,
    practice: String = "",
    howChecked: String = "",
    keeper: String = "",
    checkedOn: CalendarDay? = nil
  ) {
    self.id = id
    self.rank = rank
    self.stepID = stepID
    self.promiseID = promiseID
    self.practice = practice
    self.howChecked = howChecked
    self.keeper = keeper
    self.checkedOn = checkedOn
  }
}
