import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

struct GroupWarningTests {
  private func group(
    _ kind: AdvisoryGroup.Kind, _ members: [(String, String, String)]
  ) -> GroupContents {
    let group = AdvisoryGroup(rank: .middle, kind: kind, title: "Group")
    return GroupContents(
      group: group,
      members: zip(members, Rank.spread(members.count)).map {
        Member(groupID: group.id, rank: $1, name: $0.0, function: $0.1, level: $0.2)
      }, meetings: [], agendaItems: [:], attendances: [:], boards: [])
  }

  private let today = CalendarDay(year: 2026, month: 11, day: 21) ?? CalendarDay(Date())
  private let iso = DayFormat(pattern: "")

  private func warnings(
    _ group: GroupContents, departments: [String] = [], focusGroups: Int = 3
  ) -> GroupWarnings {
    GroupWarnings(
      group,
      departments: zip(departments, Rank.spread(departments.count)).map {
        Department(rank: $1, name: $0)
      }, focusGroups: focusGroups, on: today, format: iso)
  }

  private func people(_ count: Int, level: String = "Head") -> [(String, String, String)] {
    (0..<count).map { ("Person \($0)", $0 % 2 == 0 ? "Stores" : "Depot", level) }
  }

  @Test func anEmptyGroupIsNotWarned() {
    for kind in AdvisoryGroup.Kind.allCases {
      #expect(warnings(group(kind, []), departments: ["IT"], focusGroups: 0).standing.isEmpty)
    }
  }

  @Test func aBalancedGroupIsNotWarned() {
    #expect(
      warnings(group(.employeeAdvisoryGroup, people(11)), departments: ["Stores", "Depot"])
        .standing.isEmpty)
    #expect(warnings(group(.customerAdvisoryBoard, people(14))).standing.isEmpty)
    #expect(warnings(group(.focusGroup, people(9))).standing.isEmpty)
  }

  @Test func whatIsMissingAndWhoIsAloneIsSaidByName() {
    let found = warnings(
      group(.employeeAdvisoryGroup, people(10) + [("Ada", "IT", "Head")]),
      departments: ["Finance", "IT", "Stores"])
    #expect(found.standing.map(\.key) == ["missing_functions:finance", "single_voices:it"])
    #expect(
      found.standing.map(\.sentence) == [
        "Nobody from Finance.", "One voice alone speaks for IT.",
      ])
    #expect(found.standing.allSatisfy { !$0.rule.isEmpty })
  }

  @Test func aFocusGroupRecruitsMoreThanSitInTheRoom() {
    func keys(_ count: Int, groups: Int = 3) -> [String] {
      warnings(group(.focusGroup, people(count)), focusGroups: groups).standing.map(\.key)
    }
    // 6–8 in the room, 20 % more: 7.2, rounded up, to 9.6, rounded up.
    #expect(keys(7) == ["few_members"])
    #expect(keys(8) == [])
    #expect(keys(10) == [])
    #expect(keys(11) == ["many_members"])
    #expect(keys(8, groups: 2) == ["few_focus_groups"])
    let few = warnings(group(.focusGroup, people(7))).standing[0]
    #expect(
      few.sentence
        == "6–8 people in the room is the usual size, so 8–10 are recruited: 7 recruited is few.")
    #expect(few.rule.contains("6–8 people in the room, and 20\u{A0}% more"))
  }

  @Test func customersOfDifferentSeniorityAreSaid() {
    let mixed = people(8) + [("Ida", "Buyer", "Owner"), ("Jon", "Buyer", " head ")]
    let found = warnings(group(.customerAdvisoryBoard, mixed)).standing
    #expect(found.map(\.key) == ["seniority:head|owner"])
    #expect(
      warnings(group(.employeeAdvisoryGroup, mixed)).standing.allSatisfy {
        !$0.key.hasPrefix("seniority")
      })
  }

  @Test func termsThatEndAndThoseWhoFollow() {
    var ending = group(.employeeAdvisoryGroup, people(12))
    ending.members[0].termEnd = CalendarDay("2027-01-20")
    ending.members[0].successor = "Ben"
    ending.members[1].termEnd = CalendarDay("2027-01-21")
    ending.members[2].termEnd = CalendarDay("2026-11-20")
    let found = warnings(ending).standing
    #expect(
      found.map(\.sentence) == [
        "The term of Person 2 ended on 2026-11-20.", "Nobody is named who follows Person 2.",
        "The term of Person 0 ends on 2027-01-20, in 60 days.",
      ])
  }

  @Test func aDismissalHidesItsWarningAsLongAsTheCauseIsThere() throws {
    var one = group(.employeeAdvisoryGroup, people(11))
    let before = warnings(one, departments: ["Finance"])
    let warning = try #require(before.standing.first)
    #expect(one.dismissing(warning, because: " \n", on: today) == nil)
    let edit = try #require(one.dismissing(warning, because: "They join in May.", on: today))
    guard case .insert(let record) = edit.changes[0], let dismissal = record as? Dismissal else {
      Issue.record("no dismissal")
      return
    }
    one.dismissals = [dismissal]
    let after = warnings(one, departments: ["Finance"])
    #expect(after.standing.isEmpty)
    #expect(after.putAside.map(\.dismissal.reason) == ["They join in May."])
    #expect(after.putAside.map(\.warning) == [warning])
    // Another function is missing, too: that is another cause.
    #expect(warnings(one, departments: ["Finance", "Law"]).standing.count == 1)
    #expect(warnings(one, departments: ["Finance", "Law"]).putAside.isEmpty)
    // The cause is gone, and with it what was said about it.
    #expect(warnings(one).putAside.isEmpty)
  }

  /// Against the rules, written out once more, for groups drawn at random.
  @Test func warningsAreWhatTheRulesSay() {
    var random = Dice(seed: 4)
    let functions = ["", "Stores", "stores ", "Depot", "IT", "Law"]
    for _ in 0..<400 {
      let kind = AdvisoryGroup.Kind.allCases.randomElement(using: &random) ?? .focusGroup
      let count = Int.random(in: 1...18, using: &random)
      let drawn = group(
        kind,
        (0..<count).map { number in
          (
            "P\(number)", functions.randomElement(using: &random) ?? "",
            ["", "Front", "Lead"].randomElement(using: &random) ?? ""
          )
        })
      let departments = ["Stores", "Depot", "IT", "Finance"].filter { _ in
        Bool.random(using: &random)
      }
      let found = warnings(drawn, departments: departments, focusGroups: 3).standing.map(\.key)
      func normal(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespaces).lowercased()
      }
      let voices = Dictionary(grouping: drawn.members.map { normal($0.function) }) { $0 }
        .mapValues(\.count)
      var expected: Set<String> = []
      if kind == .employeeAdvisoryGroup {
        let missing = departments.map(normal).filter { voices[$0] == nil }.sorted()
        if !missing.isEmpty {
          expected.insert("missing_functions:" + missing.joined(separator: "|"))
        }
        let single = voices.filter { !$0.key.isEmpty && $0.value == 1 }.keys.sorted()
        if !single.isEmpty { expected.insert("single_voices:" + single.joined(separator: "|")) }
      }
      let levels = Set(drawn.members.map { normal($0.level) }).subtracting([""]).sorted()
      if kind == .customerAdvisoryBoard, levels.count > 1 {
        expected.insert("seniority:" + levels.joined(separator: "|"))
      }
      let usual =
        switch kind {
        case .employeeAdvisoryGroup: 10...12
        case .customerAdvisoryBoard: 8...16
        case .focusGroup: 8...10
        }
      if count < usual.lowerBound { expected.insert("few_members") }
      if count > usual.upperBound { expected.insert("many_members") }
      #expect(Set(found) == expected)
      #expect(found.count == expected.count)
    }
  }
}
