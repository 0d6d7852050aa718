/// Addresses in what people wrote.
public enum WebAddress {
  /// The first `http:`, `https:` or `mailto:` address in any of `texts`; nil when there is none.
  /// No other scheme: a click must never run anything.
  static func first(in texts: [String]) -> String? {
    for text in texts {
      if let address = all(in: text).first { return address }
    }
    return nil
  }

  /// All such addresses in a text, each once, in order.
  public static func all(in text: String) -> [String] {
    // By bytes: whole characters take as long to find as a card takes to be laid out.
    guard text.utf8.contains(UInt8(ascii: ":")) else { return [] }
    var addresses: [String] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || "<>\"'()[]{}|".contains($0) }) {
      let lower = word.lowercased()
      guard let scheme = ["https://", "http://", "mailto:"].first(where: { lower.hasPrefix($0) })
      else { continue }
      var address = word
      while let last = address.last, ".,;:!?…”»".contains(last) { address.removeLast() }
      // What is not plain ASCII would have to be encoded first, and a guess may lead elsewhere.
      guard address.count > scheme.count, address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f })
      else { continue }
      if !addresses.contains(String(address)) { addresses.append(String(address)) }
    }
    return addresses
  }
}
