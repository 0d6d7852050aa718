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
    + "card.colour, card.evidence, card.source"

  static func fromColumns(_ row: Row) throws -> Card {
    guard let rank = Rank(row[3]), let evidence = EvidenceLevel(rawValue: row[8]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "card")
    }
    return Card(
      id: row[0], laneID: row[1], stepID: row[2], rank: rank, span: row[4],
      kind: (row[5] as String?).flatMap(Lane.Kind.init), text: row[6],
      colour: (row[7] as String?).flatMap(Swatch.init), evidence: evidence, source: row[9])
  }
}
