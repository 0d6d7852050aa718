import Foundation
import UpliftCore
import UpliftDrawing

/// What an edit costs: on the disk, and until there is a new picture.
enum EditBench {
  /// Edits by hand come one at a time; both sides take turns, so that a slow disk is slow to both.
  static func durableEdit(_ workspace: Workspace, folder: URL, count: Int) throws -> Measurement {
    let contents = try workspace.contents()
    let bare = try BareSQLite(
      folder.appendingPathComponent("bare.sqlite"), cardsOf: workspace.url)
    var generator = SeededGenerator(seed: 11)
    let words = InventedWords(count: 500, using: &generator)
    var edits: [Double] = []
    var floors: [Double] = []
    var cards = contents.cards
    for round in 0..<(count + 10) {
      let index = Int.random(in: 0..<cards.count, using: &generator)
      let text = words.sentence(using: &generator) + " \(round)"
      var changed = cards[index]
      changed.text = text
      let edit = Edit(.editText, [.update(from: cards[index], to: changed)])
      let edited = try seconds { _ = try workspace.perform(edit) }
      let floored = try seconds { try bare.setText(text, of: changed.id) }
      cards[index] = changed
      // The first ones warm up.
      if round >= 10 {
        edits.append(edited * 1000)
        floors.append(floored * 1000)
      }
    }
    let here = Figures(edits)
    let floor = Figures(floors)
    return Measurement(
      what: "an edit, durable on disk", floorName: "the bare SQLite transaction",
      unit: .milliseconds, floor: floor.median, measured: here.median, aim: 1.5,
      details: [("p99", here.p99), ("floor p99", floor.p99)])
  }
}
