import Foundation

/// A table as RFC 4180 has it: UTF-8, commas, CR LF.
struct CSVText {
  private(set) var text = ""

  mutating func append(_ cells: [String]) {
    text += cells.map { Self.quoted(Self.harmless($0)) }.joined(separator: ",") + "\r\n"
  }

  /// What a spreadsheet would take for a formula gets an apostrophe before it. A text that has
  /// apostrophes there itself gets one more, so that `restored` gives back every text. A number
  /// below zero is no formula: it is to be reckoned with.
  static func harmless(_ cell: String) -> String {
    isFormula(cell) && !isNumber(cell) ? "'" + cell : cell
  }

  /// The text that `harmless` was given.
  static func restored(_ cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && isFormula(cell) ? String(cell.dropFirst()) : cell
  }

  /// "-2", "-0.5".
  private static func isNumber(_ cell: String) -> Bool {
    cell.wholeMatch(of: /-[0-9]{1,15}([.,][0-9]{1,15})?/) != nil
  }

  /// Whether a text begins as a formula does, apostrophes aside. The wide forms are what East
  /// Asian spreadsheets take for the narrow ones.
  private static func isFormula(_ cell: String) -> Bool {
    let marks: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    return cell.unicodeScalars.first { $0 != "'" }.map(marks.contains) ?? false
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes =
      cell.unicodeScalars.contains { ",;\t\"\r\n".unicodeScalars.contains($0) }
      || cell.first == " " || cell.last == " "
    return needsQuotes ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
  }
}
