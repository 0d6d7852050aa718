import Foundation
import GRDB

extension Workspace {
  /// By part of a map, the part of another map that it was copied from: over several maps, what
  /// `JourneyComparison` needs to know of those in between.
  public func basisOfParts() throws -> [UUID: UUID] {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT id, basisID FROM stage WHERE basisID IS NOT NULL
          UNION ALL SELECT id, basisID FROM step WHERE basisID IS NOT NULL
          UNION ALL SELECT id, basisID FROM lane WHERE basisID IS NOT NULL
          UNION ALL SELECT id, basisID FROM card WHERE basisID IS NOT NULL
          """)
      var result: [UUID: UUID] = [:]
      while let row = try rows.next() {
        result[try row.decode(UUID.self, atIndex: 0)] = try row.decode(UUID.self, atIndex: 1)
      }
      return result
    }
  }
}
