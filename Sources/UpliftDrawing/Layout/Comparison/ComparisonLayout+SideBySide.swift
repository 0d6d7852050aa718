import Foundation
import UpliftCore

extension ComparisonLayout {
  /// How both maps of a comparison are laid out so that steps which correspond stand below each
  /// other: columns are as wide in both, and where one map has a step that the other one lacks,
  /// that one has a free column. Steps that moved out of their order keep to their new places.
  public static func sideBySide(
    _ comparison: JourneyComparison, measuring: any TextMeasuring, theme: Theme
  ) -> (old: JourneyLayout.Options, new: JourneyLayout.Options) {
    let (old, new) = (comparison.old, comparison.new)
    let width = [old, new].map { journey in
      journey.map.columnWidth
        ?? JourneyComposer.fittingColumnWidth(
          journey, measuring: measuring, type: theme.type, cache: LayoutCache())
    }.max()
    var options = (old: JourneyLayout.Options(), new: JourneyLayout.Options())
    options.old.columnWidth = width
    options.new.columnWidth = width
    let places = Dictionary(
      new.steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = old.steps.enumerated().compactMap { index, step in
      comparison.newID(of: step.id).flatMap { places[$0] }.map { (old: index, new: $0) }
    }
    var start = (old: 0, new: 0)
    for pair in longestRising(pairs) {
      let removed = pair.old - start.old
      let added = pair.new - start.new
      // First those that are gone, then those that have come.
      if removed > 0 { options.new.gaps[new.steps[start.new].id] = removed }
      if added > 0 { options.old.gaps[old.steps[pair.old].id] = added }
      start = (pair.old + 1, pair.new + 1)
    }
    // At the end of both.
    if start.old < old.steps.count, start.new < new.steps.count {
      options.new.gaps[new.steps[start.new].id] = old.steps.count - start.old
    }
    return options
  }

  /// As many pairs as possible that are in the same order in both maps.
  private static func longestRising(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var length = [Int](repeating: 1, count: pairs.count)
    var before = [Int?](repeating: nil, count: pairs.count)
    for index in pairs.indices {
      for other in pairs[..<index].indices
      where pairs[other].new < pairs[index].new && length[other] + 1 > length[index] {
        length[index] = length[other] + 1
        before[index] = other
      }
    }
    var result: [(old: Int, new: Int)] = []
    var next = length.indices.max { length[$0] < length[$1] }
    while let index = next {
      result.append(pairs[index])
      next = before[index]
    }
    return result.reversed()
  }
}
