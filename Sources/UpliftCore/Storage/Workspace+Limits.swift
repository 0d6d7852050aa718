import Foundation

extension Workspace {
  /// No text of a record is longer, in UTF-8 bytes. Old and new, with its place in the search
  /// index, it has to fit into `WorkspaceFile.longestValue`.
  static let longestText = 8 * 1024 * 1024

  /// - Throws: `WorkspaceError.refused` when a text is too long, or holds the character NUL, after
  ///   which SQLite would show nothing of it.
  static func requireStorable(_ record: any Entity) throws {
    // Most of what is written; looking into a record of any kind takes longer than writing it.
    if let card = record as? Card, card.storedTexts.allSatisfy(isStorable) { return }
    for (label, value) in Mirror(reflecting: record).children {
      guard let text = value as? String else { continue }
      let kind = record.reference.kind
      guard text.utf8.count <= longestText else {
        throw WorkspaceError.refused(
          kind: kind, detail: tr("“{field}” is longer than 8 MiB", ["field": label ?? ""]))
      }
      guard !text.utf8.contains(0) else {
        throw WorkspaceError.refused(
          kind: kind, detail: tr("“{field}” holds the character NUL", ["field": label ?? ""]))
      }
    }
  }

  private static func isStorable(_ text: String) -> Bool {
    text.utf8.count <= longestText && !text.utf8.contains(0)
  }
}

extension Card {
  /// All that people wrote in it.
  var storedTexts: [String] { [text, source] }
}
