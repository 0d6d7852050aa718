/// What a copy is called.
public enum CopyTitle {
  /// "Why? (2)", and "Why? (3)" for another one, also when that is copied from the second.
  ///
  /// - Parameters:
  ///   - title: of what is copied.
  ///   - taken: the titles of all that stands beside it, its own among them.
  public static func title(of title: String, among taken: [String]) -> String {
    let numbers = 2...(taken.count + 2)
    func numbered(_ title: String, _ number: Int) -> String {
      tr("{title} ({number})", ["title": title, "number": number])
    }
    let first =
      taken.first { other in
        title.hasPrefix(other) && numbers.contains { numbered(other, $0) == title }
      } ?? title
    return numbers.lazy.map { numbered(first, $0) }.first { !taken.contains($0) } ?? title
  }
}
