extension String {
  /// Of a name: the first letters of its first and last words, in capitals.
  var initials: String {
    let words = split(whereSeparator: \.isWhitespace)
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
    return String(letters).uppercased()
  }
}

extension Persona {
  /// First letters of its first and last names: "A".
  public var initials: String { name.initials }
}
