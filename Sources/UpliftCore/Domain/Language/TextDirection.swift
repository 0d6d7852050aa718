/// In which direction a text runs.
public enum TextDirection {
  /// True when the first letter of `text` belongs to a right-to-left script, false when to
  /// another, nil when it has no letters.
  public static func isRightToLeft(_ text: String) -> Bool? {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
        0x1E800...0x1EFFF:
        if scalar.properties.isAlphabetic { return true }
      default: if scalar.properties.isAlphabetic { return false }
      }
    }
    return nil
  }

  /// True when more of `texts` run from right to left than do not.
  public static func isMainlyRightToLeft(_ texts: some Sequence<String>) -> Bool {
    var balance = 0
    for text in texts {
      guard let rightToLeft = isRightToLeft(text) else { continue }
      balance += rightToLeft ? 1 : -1
    }
    return balance > 0
  }

  /// Whether a picture begins at the right: in the program of somebody who reads from there, and
  /// wherever most of its `texts` do.
  public static func beginsAtTheRight(_ texts: some Sequence<String>) -> Bool {
    ReadingDirection.isRightToLeft || isMainlyRightToLeft(texts)
  }
}
