import Foundation

/// What the organisation stands for.
public struct CultureValue: Ranked {
  public static let kind = EntityKind.cultureValue

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

/// How one sees a value in what people do.
public struct Behaviour: Ranked {
  public static let kind = EntityKind.behaviour

  public var id: UUID
  public var valueID: UUID
  public var rank: Rank
  public var text: String

  public init(
    id: UUID = UUID(),
    valueID: UUID,
    rank: Rank,
    text: String = ""
  ) {
    self.id = id
    self.valueID = valueID
    self.rank = rank
    self.text = text
  }
}
