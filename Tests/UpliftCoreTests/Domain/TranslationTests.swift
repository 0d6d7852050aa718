import Testing
import UpliftCore

/// In the source's language, which is what there is when nothing was translated.
@Suite struct TranslationTests {
  @Test func valuesStandInTheirPlaces() {
    #expect(tr("{a} and {b}", ["b": 2, "a": "one"]) == "one and 2")
    #expect(tr("nothing to fill {in}") == "nothing to fill {in}")
    #expect(tr("{unknown}", ["known": 1]) == "{unknown}")
    #expect(tr("open { and }", ["x": 1]) == "open { and }")
    #expect(tr("{", ["x": 1]) == "{")
  }

  @Test func whatIsFilledInIsNotFilledAgain() {
    #expect(tr("“{title}” by {name}", ["title": "{name}", "name": "Jo"]) == "“{name}” by Jo")
    let kinds: KeyValuePairs<String, Any> = ["kind": "{count}"]
    #expect(ntr("{count} {kind}", "{count} {kind}s", 3, kinds) == "3 {count}s")
  }

  @Test(arguments: [(0, "0 votes"), (1, "1 vote"), (2, "2 votes"), (-1, "-1 vote")])
  func pluralsFollowTheCount(count: Int, text: String) {
    #expect(ntr("{count} vote", "{count} votes", count) == text)
  }

  @Test func thousandsAreMarkedWhereSomethingIsCounted() {
    #expect(ntr("{count} card", "{count} cards", 24_000) == "24,000 cards")
    #expect(tr("{count} of {total}", ["count": 1_200, "total": 1_200_000]) == "1,200 of 1,200,000")
    #expect(tr("in {year}", ["year": 2026]) == "in 2026")
  }

  @Test func aContextIsNotShown() { #expect(ptr("verb", "Plan") == "Plan") }

  @Test func everyStepOfTheHistoryHasAName() {
    let titles = EditName.allCases.map(\.title)
    #expect(titles.allSatisfy { !$0.isEmpty } && Set(titles).count == titles.count)
  }

  /// A line that ends between a number and its sign leaves the sign alone on the next one.
  @Test func aPercentSignStaysAtItsNumber() {
    #expect(tr("{share} %", ["share": 13]) == "13\u{A0}%")
    #expect(tr("95 % interval") == "95\u{A0}% interval")
    #expect(ntr("{count} % more", "{count} % more", 20) == "20\u{A0}% more")
    // What people wrote stays as it is, and so does what is no number.
    #expect(tr("“{text}”", ["text": "5 % off"]) == "“5 % off”")
    #expect(tr("a % b") == "a % b")
    var french = NumberFormat(decimalMark: ",", groupMark: "\u{202F}", isSymbolFirst: false)
    #expect(french.percentSpace == "\u{202F}")
    french.groupMark = "."
    #expect(french.percentSpace == "\u{A0}")
  }
}
