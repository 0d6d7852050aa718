import Foundation

extension TextTable {
  /// The table that a program has put on a clipboard: from its HTML when that is one table, where
  /// a cell with several lines is still one; else from its text. Nil when there is neither, or
  /// neither is text.
  public init?(html: Data?, text: Data?) {
    if let html, let decoded = try? TextDecoding.text(of: html.trimmingZeros),
      let table = TextTable(html: decoded)
    {
      self = table
    } else if let text, let decoded = try? TextDecoding.text(of: text.trimmingZeros) {
      self.init(decoded)
    } else {
      return nil
    }
  }
}

extension TextTable {
  /// Lines of a text on a clipboard that is no table, as they stand there; nil when it is one: a
  /// text with tabs, or one that stands in the cells of an HTML table beside it.
  public static func lines(html: Data?, text: Data?) -> [String]? {
    guard let text, let decoded = try? TextDecoding.text(of: text.trimmingZeros),
      !decoded.utf8.contains(UInt8(ascii: "\t"))
    else { return nil }
    if let html, TextTable(html: html, text: nil) != nil { return nil }
    return decoded.split(whereSeparator: \.isNewline).map(String.init)
  }
}

extension Data {
  /// Some programs count the end of a C string as a part of it.
  fileprivate var trimmingZeros: Data {
    guard last == 0, dropLast().last != 0 else { return self }
    return dropLast()
  }
}
