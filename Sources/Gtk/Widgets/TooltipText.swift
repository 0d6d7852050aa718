/// GTK breaks the lines of a tooltip itself, but for one that has line ends already.
enum TooltipText {
  /// Characters.
  static let longestLine = 60

  /// With line ends where GTK would set none.
  static func broken(_ text: String) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { lines(of: $0) }.joined(separator: "\n")
  }

  private static func lines(of paragraph: Substring) -> [String] {
    guard paragraph.count > longestLine else { return [String(paragraph)] }
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > longestLine {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      // What has no spaces.
      while line.count > longestLine {
        lines.append(String(line.prefix(longestLine)))
        line.removeFirst(longestLine)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
