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

  @Test func aContextIsNotShown() { #expect(ptr("verb", "Plan") == "Plan") }

  @Test func everyStepOfTheHistoryHasAName() {
    let titles = EditName.allCases.map(\.title)
    #expect(titles.allSatisfy { !$0.isEmpty } && Set(titles).count == titles.count)
  }
}
