import Foundation
import GRDB

/// Which columns of the file hold what people wrote, by the file's own schema.
struct ErasedFields {
  struct Table {
    var kind: EntityKind
    /// All columns, in the order of the table, as changesets have them.
    var columns: [String]
    /// Those with free texts.
    var texts: Set<String>
    /// Whether records of it have a picture.
    var hasPicture: Bool
  }

  let tables: [EntityKind: Table]

  init(_ database: Database) throws {
    var tables: [EntityKind: Table] = [:]
    for kind in EntityKind.allCases {
      let definition =
        try String.fetchOne(
          database, sql: "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?",
          arguments: [kind.rawValue]) ?? ""
      let columns = Self.columns(of: definition)
      tables[kind] = Table(
        kind: kind, columns: columns.map(\.name),
        texts: Set(columns.filter { $0.isFreeText }.map(\.name)),
        hasPicture: columns.contains { $0.name == "pictureID" })
    }
    self.tables = tables
  }

  /// A column of texts that no rule keeps to a few words; moments and the like aside.
  private static func columns(of definition: String) -> [(name: String, isFreeText: Bool)] {
    guard let open = definition.firstIndex(of: "("), let close = definition.lastIndex(of: ")")
    else { return [] }
    var parts: [String] = [""]
    var depth = 0
    for character in definition[definition.index(after: open)..<close] {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.compactMap { part in
      let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first, !["UNIQUE", "CHECK", "FOREIGN", "PRIMARY"].contains(first)
      else { return nil }
      // What a dismissed warning is about may hold a name, though it must not be empty.
      let isText =
        words.count > 1 && words[1] == "TEXT" && (!part.contains("CHECK") || first == warning)
      return (first, isText && !noNames.contains(first))
    }
  }

  /// All that stands in fields for a person, as it was written.
  static func people(_ database: Database) throws -> [String] {
    try offices.union(persons).sorted().flatMap { field in
      let parts = field.split(separator: ".")
      return try String.fetchAll(
        database, sql: "SELECT DISTINCT \(parts[1]) FROM \(parts[0]) WHERE \(parts[1]) <> ''")
    }
  }

  static let warning = "warning"

  /// Texts that the program writes itself.
  private static let noNames: Set<String> = [
    "createdAt", "startedAt", "endedAt", "openedAt", "closedAt", "currency", "brandColour",
    "counts",
  ]

  /// Fields that hold nothing but a person, where nobody takes the place: it is open again.
  static let offices: Set<String> = [
    "journey_map.owner", "promise.owner", "barrier.manager", "initiative.owner",
    "recommendation.owner", "goal.owner", "customer.owner", "cx_role.holder",
    "cx_role.reportsTo", "department.head", "standard.keeper", "message.messenger",
    "training.trainer", "member.successor",
  ]

  /// Fields that name a person, besides the offices.
  static let persons: Set<String> = [
    "member.name", "leader.name", "dialogue.leader", "dialogue.customer", "customer.name",
    "gut_score.rater", "message.author", "tip.author", "champion.toName", "champion.fromName",
    "candidate.name", "candidate_score.interviewer", "readiness_rating.rater", "metric.agreedBy",
    "target_change.agreedBy",
  ]

  /// What describes a member or the person in a portrait, and would tell who it was.
  static let descriptions: [EntityKind: Set<String>] = [
    .member: ["site", "shift", "tenure"]
  ]

  /// Records that are the person: with their name, they are gone whole.
  static let deleted: EntityKind = .candidate
}
