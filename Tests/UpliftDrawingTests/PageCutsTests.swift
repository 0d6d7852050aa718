import Testing

@testable import UpliftDrawing
@testable import edit_stream

@Suite struct PageCutsTests {
  @Test(arguments: UInt64(1)...60) func pagesFollowEachOtherAndSpareWhatIsWhole(seed: UInt64) {
    var generator = Dice(seed: seed)
    let end = Double.random(in: 10...5000, using: &generator)
    let capacity = Double.random(in: 100...900, using: &generator)
    var whole: [ClosedRange<Double>] = []
    var position = 0.0
    while position < end {
      let next = min(end, position + Double.random(in: 1...90, using: &generator))
      if Bool.random(using: &generator) { whole.append(position...next) }
      position = next
    }
    let ranges = PageCuts.ranges(
      from: 0, to: end, capacity: capacity, whole: whole,
      preferred: whole.map(\.lowerBound).filter { _ in Bool.random(using: &generator) })
    #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == end)
    for (first, second) in zip(ranges, ranges.dropFirst()) {
      #expect(first.upperBound == second.lowerBound)
    }
    for range in ranges { #expect(range.upperBound - range.lowerBound <= capacity + 0.02) }
    for cut in ranges.dropLast().map(\.upperBound) {
      #expect(
        !whole.contains { $0.lowerBound + 0.02 < cut && cut < $0.upperBound - 0.02 },
        "seed \(seed)")
    }
  }

  @Test func sheetsAreNamedByRowAndColumn() {
    #expect(TilePlan.label(column: 0, row: 0) == "A1")
    #expect(TilePlan.label(column: 11, row: 2) == "C12")
    #expect(TilePlan.label(column: 0, row: 26) == "AA1")
  }
}
