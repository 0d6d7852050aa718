import Testing
import UpliftCore

@testable import edit_stream

/// Between any two there is room for one more.
@Suite struct RankTests {
  private func expectBetween(
    _ rank: Rank, _ lower: Rank?, _ upper: Rank?, _ location: SourceLocation = #_sourceLocation
  ) {
    // A rank that can be read again is one: not empty, of the right digits, with no 0 at its end.
    #expect(Rank(rank.text) == rank, sourceLocation: location)
    if let lower { #expect(lower < rank, sourceLocation: location) }
    if let upper { #expect(rank < upper, sourceLocation: location) }
  }

  @Test(arguments: 1...5)
  func tenThousandRandomInsertionsKeepTheOrder(seed: UInt64) {
    var random = Dice(seed: seed)
    var ranks: [Rank] = []
    for _ in 0..<2_000 {
      let place = Int.random(in: 0...ranks.count, using: &random)
      let lower = place > 0 ? ranks[place - 1] : nil
      let upper = place < ranks.count ? ranks[place] : nil
      let rank = Rank.between(lower, upper)
      expectBetween(rank, lower, upper)
      ranks.insert(rank, at: place)
    }
    #expect(ranks == ranks.sorted())
    #expect(ranks.allSatisfy { $0.text.count < 24 })
  }

  @Test func addingAtAnEndOrInAGapKeepsRanksShort() {
    var last: Rank?
    var first: Rank?
    let gap = (Rank.middle, Rank.between(.middle, nil))
    var (low, high) = gap
    for _ in 0..<10_000 {
      let after = Rank.between(last, nil)
      expectBetween(after, last, nil)
      last = after
      let before = Rank.between(nil, first)
      expectBetween(before, nil, first)
      first = before
      let up = Rank.between(low, gap.1)
      expectBetween(up, low, gap.1)
      low = up
      let down = Rank.between(gap.0, high)
      expectBetween(down, gap.0, high)
      high = down
    }
    for rank in [last, first, low, high] { #expect((rank?.text.count ?? 99) < 10) }
  }

  @Test(arguments: 1...3)
  func anyTwoRanksHaveOneBetweenThem(seed: UInt64) throws {
    var random = Dice(seed: seed)
    let digits = Array("0019AZaz")
    for _ in 0..<3_000 {
      let two = (0..<2).compactMap { _ in
        let count = Int.random(in: 1...9, using: &random)
        return Rank(String((0..<count).map { _ in digits.randomElement(using: &random) ?? "1" }))
      }.sorted()
      guard two.count == 2, two[0] != two[1] else { continue }
      expectBetween(.between(two[0], two[1]), two[0], two[1])
      expectBetween(.between(two[1], nil), two[1], nil)
      expectBetween(.between(nil, two[0]), nil, two[0])
    }
  }

  @Test func whereTwoCopiesWereMergedTheNewOneComesAfter() throws {
    let rank = try #require(Rank("a"))
    expectBetween(.between(rank, rank), rank, nil)
    expectBetween(.between(rank, .middle), rank, nil)
  }

  @Test(arguments: [0, 1, 2, 61, 62, 3_843, 3_844, 10_000])
  func aSpreadIsInOrder(count: Int) {
    let ranks = Rank.spread(count)
    #expect(ranks.count == count)
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 })
    #expect(ranks.allSatisfy { Rank($0.text) == $0 && $0.text.count <= 3 })
    let later = Rank.spread(count, after: .middle)
    #expect(later.count == count && later.allSatisfy { Rank.middle < $0 })
    #expect(zip(later, later.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func hostileRanksAreNoneOrHarmless() {
    for text in ["", "0", "a0", " ", "a b", "ä", "a\0", "🙂", "-1", "a\n"] {
      #expect(Rank(text) == nil)
    }
    let deep = String(repeating: "0", count: 5_000) + "1"
    let high = String(repeating: "z", count: 5_000)
    expectBetween(.between(nil, Rank(deep)), nil, Rank(deep))
    expectBetween(.between(Rank(high), nil), Rank(high), nil)
  }
}
