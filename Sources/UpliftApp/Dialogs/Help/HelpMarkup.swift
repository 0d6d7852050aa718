import Gtk

/// Marks inside a line of help, as Pango wants them: `code`, **strong**, *emphasis*, [text](link),
/// <kbd>key</kbd>.
enum HelpMarkup {
  static func pango(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if let (inner, after) = between("`", "`", rest) {
        result += "<tt>" + Label.escaped(String(inner)) + "</tt>"
        rest = after
      } else if let (inner, after) = between("<kbd>", "</kbd>", rest) {
        result += "<b>" + Label.escaped(String(inner)) + "</b>"
        rest = after
      } else if let (inner, after) = between("**", "**", rest) {
        result += "<b>" + pango(String(inner)) + "</b>"
        rest = after
      } else if let (inner, after) = between("*", "*", rest), inner.first?.isWhitespace == false {
        result += "<i>" + pango(String(inner)) + "</i>"
        rest = after
      } else if let (title, afterTitle) = between("[", "]", rest),
        let (target, after) = between("(", ")", afterTitle)
      {
        let address = Label.escaped(String(target))
        result += "<a href=\"\(address)\">" + pango(String(title)) + "</a>"
        rest = after
      } else {
        result += Label.escaped(String(first))
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// What stands between two marks at the start of `text`, and what comes after.
  private static func between(
    _ opening: String, _ closing: String, _ text: Substring
  ) -> (Substring, Substring)? {
    guard text.hasPrefix(opening) else { return nil }
    let inner = text.dropFirst(opening.count)
    guard let end = inner.firstRange(of: closing), end.lowerBound > inner.startIndex else {
      return nil
    }
    return (inner[..<end.lowerBound], inner[end.upperBound...])
  }
}
