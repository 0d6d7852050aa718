import Foundation

/// One of the values of a cell, and the keys that set it.
public struct GridChoice: Equatable, Sendable {
  /// What stands in the cell: "R", "4".
  public var text: String
  /// What it means: "responsible".
  public var title: String
  /// Small letters or figures.
  public var keys: [Character]

  public init(_ text: String, _ title: String, keys: [Character]) {
    self.text = text
    self.title = title
    self.keys = keys
  }

  /// "R · responsible".
  public var line: String { title.isEmpty ? text : text + " · " + title }
}

/// What a cell takes.
public enum GridCellKind: Equatable, Sendable {
  /// One of these, set with one key.
  case choice([GridChoice])
  case wholeNumber(ClosedRange<Int>)
  case decimal
  case text
  /// Worked out; nobody changes it.
  case computed
}

/// What stands in a cell.
public struct GridCell: Equatable, Sendable {
  public enum Tone: Sendable {
    case plain, good, poor, missing
  }

  public var text: String
  /// What was said of it: evidence, a remark.
  public var note: String
  public var tone: Tone
  /// Why it wants attention; empty: it does not.
  public var mark: String
  /// For those who hear it, instead of the text; empty: the text.
  public var spoken: String

  public init(
    _ text: String = "", note: String = "", tone: Tone = .plain, mark: String = "",
    spoken: String = ""
  ) {
    self.text = text
    self.note = note
    self.tone = tone
    self.mark = mark
    self.spoken = spoken
  }

  /// For the clipboard, the note behind the text: "4: two of three say so".
  public var copied: String { note.isEmpty ? text : text + ": " + note }
}

extension GridCellKind {
  /// The value that a text means, as the cell shows it; nil: it does not fit. Nothing fits always.
  func value(_ text: String) -> String? {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if text.isEmpty { return "" }
    switch self {
    case .choice(let choices):
      let wanted = text.lowercased()
      let found =
        choices.first { $0.text.lowercased() == wanted || $0.title.lowercased() == wanted }
        ?? choices.first { $0.line.lowercased() == wanted }
        ?? choices.first { wanted.count == 1 && $0.keys.map { String($0) }.contains(wanted) }
      if let found { return found.text }
      // Figures of other scripts, and 3.0 as spreadsheets may write it.
      guard let number = MetricWords.value(text), number == number.rounded(), abs(number) < 1000
      else { return nil }
      return choices.first { $0.text == String(Int(number)) }?.text
    case .wholeNumber(let range):
      guard let number = MetricWords.value(text), number == number.rounded(),
        abs(number) < 1e9, range.contains(Int(number))
      else { return nil }
      return String(Int(number))
    case .decimal: return MetricWords.value(text).map(MetricWords.number)
    case .text: return text
    case .computed: return nil
    }
  }

  /// What fits, for the sentence that refuses a text.
  public var takes: String {
    switch self {
    case .choice(let choices):
      let numbers = choices.compactMap { Int($0.text) }
      if numbers.count == choices.count, let least = numbers.min(), let most = numbers.max() {
        return tr("whole numbers from {least} to {most}", ["least": least, "most": most])
      }
      return listed(choices.map(\.text))
    case .wholeNumber(let range):
      return tr(
        "whole numbers from {least} to {most}",
        ["least": range.lowerBound, "most": range.upperBound])
    case .decimal: return tr("numbers")
    case .text: return tr("any text")
    case .computed: return tr("nothing: it is worked out")
    }
  }

  /// The choice that a key sets; nil: none.
  public func choice(ofKey key: Character) -> GridChoice? {
    guard case .choice(let choices) = self else { return nil }
    let key = key.wholeNumberValue.flatMap { String($0).first } ?? key
    return choices.first { $0.keys.contains { String($0) == key.lowercased() } }
  }

  /// "0" to "5" with what they mean, and the figures as keys.
  static func scale(_ meanings: [(number: Int, meaning: String)]) -> GridCellKind {
    .choice(
      meanings.map { GridChoice("\($0.number)", $0.meaning, keys: Array("\($0.number)")) })
  }
}

/// A value with a note behind it, as it is copied: "4: two of three say so".
enum GridNote {
  /// - Returns: the note is nil when nothing is said of it.
  static func parts(_ text: String, _ kind: GridCellKind) -> (value: String, note: String?)? {
    if let value = kind.value(text) { return (value, value.isEmpty ? "" : nil) }
    guard let colon = text.firstIndex(of: ":"),
      let value = kind.value(String(text[..<colon])), !value.isEmpty
    else { return nil }
    return (
      value,
      text[text.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
    )
  }
}
