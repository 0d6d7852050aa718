import Foundation

/// Text in HTML.
enum HTMLText {
  /// For contents and for attribute values in quotes.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // HTML has no place for other control characters.
      case "\u{00}"..<"\u{09}", "\u{0B}"..<"\u{0D}", "\u{0E}"..<"\u{20}", "\u{7F}"..<"\u{A0}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
