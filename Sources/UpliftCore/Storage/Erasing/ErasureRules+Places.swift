import Foundation
import GRDB

extension ErasureRules {
  /// What becomes of a record, by its texts.
  func places(of reference: EntityReference, _ values: [(String, String)]) -> [ErasurePlace] {
    if gone.contains(reference.id) {
      let what = values.map(\.1).filter { !name.isAll(of: $0) }.first ?? ""
      return [
        ErasurePlace(
          reference: reference, field: "", action: .deleted, count: 1,
          excerpt: String(what.prefix(90)))
      ]
    }
    return values.compactMap { column, text in
      self.text(text, column, of: reference.kind, reference.id).map { new in
        ErasurePlace(
          reference: reference, field: column, action: new.action, count: new.count,
          excerpt: name.excerpt(of: text))
      }
    }
  }

  /// Records that lose their picture.
  func pictures(in database: Database) throws -> [ErasurePlace] {
    guard !pictures.isEmpty else { return [] }
    return try fields.tables.values.filter(\.hasPicture)
      .sorted { $0.kind.rawValue < $1.kind.rawValue }.flatMap { table in
        try Row.fetchAll(
          database,
          sql: "SELECT id, pictureID FROM \(table.kind.rawValue) WHERE pictureID IS NOT NULL"
        ).compactMap { row in
          guard pictures.contains(try row.decode(atIndex: 1)) else { return nil }
          return ErasurePlace(
            reference: EntityReference(table.kind, try row.decode(atIndex: 0)),
            field: "pictureID", action: .picture, count: 1, excerpt: "")
        }
      }
  }
}
