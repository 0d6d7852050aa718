import UpliftCore

extension Chart {
  /// More than that nobody listens to at once; the table has it all.
  private static var mostLetters: Int { 3000 }

  /// What stands for the picture where it cannot be seen: how it is to be read, and every thing that
  /// it shows.
  var words: String {
    let table = table
    var text = explanation
    for row in table.rows.indices {
      let sentence = table.spoken(row)
      guard text.count + sentence.count <= Self.mostLetters else {
        let rest = ntr(
          "And {count} more.", "And {count} more.", table.rows.count - row)
        return [text, rest].filter { !$0.isEmpty }.joined(separator: " ")
      }
      text = [text, sentence.isEmpty ? "" : sentence + "."].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    return text
  }
}
