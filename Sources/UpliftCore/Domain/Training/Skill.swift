import Foundation

/// Something that people can learn.
public struct Skill: Ranked {
  public static let kind = EntityKind.skill

  public var id: UUID
  public var rank: Rank
  public var title: String
  public var meaning: String

  public init(
    id: UUID = UUID(),
    rank: Rank,
    title: String = "",
    meaning: String = ""
  ) {
    self.id = id
    self.rank = rank
    self.title = title
    self.meaning = meaning
  }
}
