import Foundation
import UpliftCore
import UpliftDrawing

/// What was found on the clipboard, not yet understood.
nonisolated enum PastedContent: Sendable {
  /// A part of a map, of this program's own.
  case clip(Data)
  /// What a spreadsheet or any other program put there.
  case texts(html: Data?, text: Data?, form: Form = .any)

  enum Form: Sendable {
    /// What the texts look like is what they are.
    case any
    /// The program says that it is a table, if of one column.
    case table
    /// One thing after the other, such as notes.
    case list
  }

  /// From so many bytes on it may take longer than a blink to paste.
  private static let large = 200_000
  private static let manyLines = 1000

  var isLarge: Bool {
    switch self {
    case .clip(let data): data.count > Self.large
    case .texts(let html, let text, _):
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
  /// What there is to be said about it.
  var remark: String?
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
  case block(BlockRefusal)

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
    case .block(let refusal): refusal.sentence
    case .damaged(let reason):
      tr("What was copied cannot be read, so nothing was pasted: {reason}", ["reason": reason])
    }
  }
}

extension BlockRefusal {
  nonisolated fileprivate var sentence: String {
    switch self {
    case .noEmotion(let text, let lane):
      tr(
        "“{text}” would stand in the lane “{lane}” and is no emotion from −2 to +2, so nothing was pasted.",
        ["text": Self.short(text), "lane": lane])
    case .severalEmotions(let lane):
      tr(
        "The lane “{lane}” takes one value for each step, in a row. Nothing was pasted.",
        ["lane": lane])
    case .noDepartment(let text, let lane):
      tr(
        "“{text}” would stand in the lane “{lane}” and is no department, so nothing was pasted.",
        ["text": Self.short(text), "lane": lane])
    case .tooManyRows(let count):
      tr(
        "{count} rows find no lane, and at most {most} lanes are added at once, so nothing was pasted.",
        ["count": count, "most": JourneyContents.mostNewLanes])
    }
  }

  nonisolated private static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    return line.count > 40 || line != text ? line.prefix(39) + "…" : line
  }
}
