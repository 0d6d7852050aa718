/// Characters that HTML spells out.
enum HTMLEntities {
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•", "middot": "·", "shy": "\u{AD}",
    "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "laquo": "«", "raquo": "»", "euro": "€", "pound": "£", "cent": "¢", "yen": "¥",
    "copy": "©", "reg": "®", "trade": "™", "deg": "°", "plusmn": "±", "times": "×",
    "divide": "÷", "micro": "µ", "para": "¶", "sect": "§", "auml": "ä", "ouml": "ö",
    "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "agrave": "à",
    "aacute": "á", "acirc": "â", "atilde": "ã", "aring": "å", "aelig": "æ", "ccedil": "ç",
    "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "iacute": "í", "icirc": "î",
    "iuml": "ï", "ntilde": "ñ", "oacute": "ó", "ocirc": "ô", "oslash": "ø", "uacute": "ú",
    "ugrave": "ù", "ucirc": "û", "Eacute": "É", "Egrave": "È", "Agrave": "À", "Ccedil": "Ç",
    "rarr": "→", "larr": "←", "uarr": "↑", "darr": "↓",
  ]

  /// Names that are not known stay as they are.
  static func decoded(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let after = rest[rest.index(after: start)...]
      guard let end = after.prefix(12).firstIndex(of: ";"),
        let scalar = scalar(named: after[..<end])
      else {
        result += "&"
        rest = after
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = after[after.index(after: end)...]
    }
    return result + rest
  }

  private static func scalar(named name: Substring) -> Unicode.Scalar? {
    guard name.first == "#" else { return names[String(name)] }
    let number = name.dropFirst()
    let isHexadecimal = number.first == "x" || number.first == "X"
    let value = isHexadecimal ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
    // No character of the clipboard may end a text for the file.
    return value.flatMap { $0 == 0 ? "\u{FFFD}" : Unicode.Scalar($0) }
  }
}
