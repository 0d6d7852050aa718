import Foundation
import UpliftCore

/// Searching while somebody types.
enum SearchBench {
  static func search(_ workspace: Workspace, cards: Int, count: Int) throws -> Measurement {
    var generator = SeededGenerator(seed: 7)
    // The same seed as the workspace's: the words that are in it.
    let words = InventedWords(count: 4_000, using: &generator)
    var times: [Double] = []
    var hits = 0
    for round in 0..<count {
      var query = (0...(round % 3)).map { _ in words.word(using: &generator) }
      // The last word is not finished yet.
      if let last = query.popLast() {
        query.append(String(last.prefix(max(1, last.count * (1 + round % 2) / 2))))
      }
      let text = query.joined(separator: " ")
      times.append(try seconds { hits += try workspace.search(text).count } * 1000)
    }
    guard hits > 0 else { throw SQLiteFailure(description: "no search found anything") }
    let figures = Figures(times)
    return Measurement(
      what: "search over \(cards.formatted()) cards, p99", floorName: "a frame at 60 a second",
      unit: .milliseconds, floor: 1000 / 60, measured: figures.p99, aim: 0.5,
      details: [("p50", figures.median), ("slowest", figures.quantile(1))])
  }
}
