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
}
