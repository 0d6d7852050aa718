import Foundation
import UpliftCore

/// What a picture of a comparison writes on a part, and how it sets the part off.
struct ComparisonNote: Equatable {
  struct Line: Equatable {
    var text: String
    /// What was said before.
    var isStruckThrough = false
  }

  /// In the order of `Difference.Sort`; the first one decides the outline.
  var sorts: [Difference.Sort] = []
  var lines: [Line] = []
  /// It is no more: it stands in its old place.
  var isGhost = false

  var outline: Swatch {
    switch sorts.first {
    case .added: .green
    case .removed: .red
    case .moved: .blue
    case .reworded: .violet
    case .changed, .emotion, nil: .ochre
    }
  }

  /// - Parameter isOlder: the note stands on the older map, and says what became of the part.
  mutating func add(_ difference: Difference, isOlder: Bool) {
    sorts.append(difference.sort)
    let mark = ComparisonWords.mark(of: difference.sort)
    func line(_ text: String) { lines.append(Line(text: "\(mark) \(text)")) }
    switch difference.sort {
    case .added: line(ComparisonWords.name(of: .added))
    case .removed:
      line(ComparisonWords.name(of: .removed))
      isGhost = !isOlder
    case .moved: line(isOlder ? Self.target(of: difference) : Self.origin(of: difference))
    case .reworded:
      for change in difference.changes {
        line(Self.rewording(change.field, isOlder: isOlder))
        lines.append(
          Line(
            text: ComparisonWords.words(isOlder ? change.new : change.old),
            isStruckThrough: !isOlder))
      }
    case .changed, .emotion:
      for change in difference.changes {
        line(ComparisonWords.sentence(of: change, persona: difference.persona))
      }
    }
  }

  private static func rewording(_ field: Difference.Field, isOlder: Bool) -> String {
    if field == .subtitle { return isOlder ? tr("Second line now") : tr("Second line before") }
    return isOlder ? tr("Now") : tr("Before")
  }

  private static func origin(of difference: Difference) -> String {
    guard let old = difference.oldPlace, let new = difference.newPlace else {
      return ComparisonWords.name(of: .moved)
    }
    let place = ComparisonWords.place(old)
    return place.isEmpty || place == ComparisonWords.place(new)
      ? tr("Moved from position {number}", ["number": old.position])
      : tr("Moved from {place}", ["place": place])
  }

  private static func target(of difference: Difference) -> String {
    guard let old = difference.oldPlace, let new = difference.newPlace else {
      return ComparisonWords.name(of: .moved)
    }
    let place = ComparisonWords.place(new)
    return place.isEmpty || place == ComparisonWords.place(old)
      ? tr("Moved to position {number}", ["number": new.position])
      : tr("Moved to {place}", ["place": place])
  }
}

extension JourneyComparison {
  /// Notes by part, for those differences whose sort is shown.
  ///
  /// - Parameter side: whose parts the notes are on: what is in the newer map and what was removed,
  ///   or what is in the older one.
  func notes(on side: ComparisonLayout.View, _ shown: Set<Difference.Sort>) -> [UUID:
    ComparisonNote]
  {
    var notes: [UUID: ComparisonNote] = [:]
    for sort in Difference.Sort.allCases where shown.contains(sort) {
      for difference in differences where difference.sort == sort {
        let id: UUID? =
          switch side {
          case .overlay: difference.newID ?? difference.oldID
          case .new: difference.newID
          case .old: difference.oldID
          }
        guard let id, difference.kind != .journeyMap, sort != .emotion else { continue }
        notes[id, default: ComparisonNote()].add(difference, isOlder: side == .old)
      }
    }
    return notes
  }
}
