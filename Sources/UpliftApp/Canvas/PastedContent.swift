import Foundation
import UpliftCore
import UpliftDrawing

/// What was found on the clipboard, not yet understood.
nonisolated enum PastedContent: Sendable {
  /// A part of a map, of this program's own.
  case clip(Data)
  /// What a spreadsheet or any other program put there.
  case texts(html: Data?, text: Data?)

  /// From so many bytes on it may take longer than a blink to paste.
  private static let large = 200_000
  private static let manyLines = 1000

  var isLarge: Bool {
    switch self {
    case .clip(let data): data.count > Self.large
    case .texts(let html, let text):
      (html?.count ?? 0) + (text?.count ?? 0) > Self.large
        || (text?.count { $0 == 0x0A } ?? 0) > Self.manyLines
    }
  }

  /// The texts as a table.
  ///
  /// - Throws: `PasteRefusal`.
  static func table(html: Data?, text: Data?) throws(PasteRefusal) -> TextTable {
    guard let table = TextTable(html: html, text: text), table.count > 0 else { throw .nothing }
    guard table.count <= PasteRefusal.mostCells else { throw .tooMany(table.count) }
    return table
  }
}

/// What a paste does, and what is selected after it.
nonisolated struct PastePlan: Sendable {
  var edit: Edit
  var subjects: [ItemSubject]
}

/// Why nothing was pasted.
nonisolated enum PasteRefusal: Error {
  /// More is a mistake, and no map that anybody could read.
  static let mostCells = 200_000

  case nothing
  case tooLarge(limit: Int)
  case tooMany(Int)
  case noPlace
  case damaged(String)
  case emotions(JourneyContents.EmotionRefusal)

  var sentence: String {
    switch self {
    case .nothing: tr("There is nothing on the clipboard that can be pasted here.")
    case .tooLarge(let limit):
      tr(
        "The clipboard holds more than {count} MB, so nothing was pasted.",
        ["count": limit / 1_000_000])
    case .tooMany(let count):
      tr(
        "The clipboard holds {count} cells; at most {most} can be pasted at once.",
        ["count": count, "most": Self.mostCells])
    case .noPlace: tr("Nothing can be pasted here. Select a cell or card first.")
    case .emotions(.noValue(let text)):
      tr(
        "“{text}” is no emotion from −2 to +2, so nothing was pasted.",
        ["text": text.count > 40 ? text.prefix(39) + "…" : text])
    case .emotions(.severalRows):
      tr("Emotions are pasted as one row, one value for each step. Nothing was pasted.")
    case .damaged(let reason):
      tr("What was copied cannot be read, so nothing was pasted: {reason}", ["reason": reason])
    }
  }
}
