import Foundation
import GRDB

extension Rank: DatabaseValueConvertible {
  public var databaseValue: DatabaseValue { text.databaseValue }

  public static func fromDatabaseValue(_ value: DatabaseValue) -> Rank? {
    String.fromDatabaseValue(value).flatMap(Rank.init)
  }
}

extension CalendarDay: DatabaseValueConvertible {
  public var databaseValue: DatabaseValue { description.databaseValue }

  public static func fromDatabaseValue(_ value: DatabaseValue) -> CalendarDay? {
    String.fromDatabaseValue(value).flatMap(CalendarDay.init)
  }
}

extension Instant: DatabaseValueConvertible {
  public var databaseValue: DatabaseValue { description.databaseValue }

  public static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
    String.fromDatabaseValue(value).flatMap(Instant.init)
  }
}

extension Card {
  /// By position, because a map may hold ten thousand: `SELECT` with `Card.columns`.
  static let columns =
    "card.id, card.laneID, card.stepID, card.rank, card.span, card.cardKind, card.text, "
    + "card.colour, card.evidence, card.source, card.basisID, card.pictureID, card.metricID"

  static func fromColumns(_ row: Row) throws -> Card {
    func value<Value: RawRepresentable<String>>(_ index: Int) throws -> Value? {
      guard let text = try row.decode(String?.self, atIndex: index) else { return nil }
      guard let value = Value(rawValue: text) else { throw ImpossibleValue(kind: .card) }
      return value
    }
    guard let rank = Rank(try row.decode(String.self, atIndex: 3)),
      let evidence: EvidenceLevel = try value(8)
    else { throw ImpossibleValue(kind: .card) }
    let card = Card(
      id: try row.decode(UUID.self, atIndex: 0), laneID: try row.decode(UUID.self, atIndex: 1),
      stepID: try row.decode(UUID.self, atIndex: 2), rank: rank,
      span: try row.decode(Int.self, atIndex: 4), kind: try value(5),
      text: try row.decode(String.self, atIndex: 6), colour: try value(7), evidence: evidence,
      source: try row.decode(String.self, atIndex: 9),
      basisID: try row.decode(UUID?.self, atIndex: 10),
      pictureID: try row.decode(UUID?.self, atIndex: 11),
      metricID: try row.decode(UUID?.self, atIndex: 12))
    return try card.withinBounds()
  }

  /// What `Codable` would say, in a third of the time.
  public func encode(to container: inout PersistenceContainer) {
    container["id"] = id
    container["laneID"] = laneID
    container["stepID"] = stepID
    container["rank"] = rank
    container["span"] = span
    container["cardKind"] = cardKind?.rawValue
    container["text"] = text
    container["colour"] = colour?.rawValue
    container["evidence"] = evidence.rawValue
    container["source"] = source
    container["basisID"] = basisID
    container["pictureID"] = pictureID
    container["metricID"] = metricID
  }
}
