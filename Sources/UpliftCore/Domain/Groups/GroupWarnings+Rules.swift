import Foundation

/// What a group is warned of, and by which rule.
extension GroupWarnings {
  /// Days before a term's end from which it is said.
  public static let daysBeforeTermEnds = 60
  /// A subject is worth this many focus groups at least.
  public static let fewestFocusGroups = 3

  static func all(
    _ group: GroupContents, departments: [Department], focusGroups: Int, on today: CalendarDay,
    format: DayFormat
  ) -> [GroupWarning] {
    let members = group.members.current(on: today)
    guard !members.isEmpty else { return terms(group.members, today, format) }
    let balance = GroupBalance(group: group.group, members: members, departments: departments)
    return missing(balance) + singleVoices(balance) + size(balance) + seniority(balance)
      + tooFewGroups(group, focusGroups) + terms(group.members, today, format)
  }

  private static func missing(_ balance: GroupBalance) -> [GroupWarning] {
    guard !balance.missing.isEmpty else { return [] }
    return [
      GroupWarning(
        key: key("missing_functions", balance.missing),
        sentence: tr("Nobody from {functions}.", ["functions": listed(balance.missing)]),
        rule: tr(
          "Every department of the workspace has somebody in the group: a member whose function is called like it."
        ))
    ]
  }

  private static func singleVoices(_ balance: GroupBalance) -> [GroupWarning] {
    guard !balance.singleVoices.isEmpty else { return [] }
    return [
      GroupWarning(
        key: key("single_voices", balance.singleVoices),
        sentence: tr(
          "One voice alone speaks for {functions}.",
          ["functions": listed(balance.singleVoices)]),
        rule: tr("A function has two members or more, so that not one of them has to be all of it.")
      )
    ]
  }

  private static func size(_ balance: GroupBalance) -> [GroupWarning] {
    guard !balance.isUsualSize else { return [] }
    let isFew = balance.size < balance.usualSize.lowerBound
    return [
      GroupWarning(
        key: isFew ? "few_members" : "many_members", sentence: balance.sizeSentence,
        rule: balance.sizeRule)
    ]
  }

  private static func seniority(_ balance: GroupBalance) -> [GroupWarning] {
    let levels = balance.levels.filter { !$0.isEmpty }
    guard balance.kind == .customerAdvisoryBoard, levels.count > 1 else { return [] }
    return [
      GroupWarning(
        key: key("seniority", levels),
        sentence: tr(
          "The members are of different seniority: {levels}.", ["levels": listed(levels)]),
        rule: tr(
          "Members of a customer advisory board are of like seniority: they all have the same level."
        ))
    ]
  }

  private static func tooFewGroups(_ group: GroupContents, _ count: Int) -> [GroupWarning] {
    guard group.group.groupKind == .focusGroup, count < fewestFocusGroups else { return [] }
    return [
      GroupWarning(
        key: "few_focus_groups",
        sentence: ntr(
          "There is {count} focus group: what it says may be chance.",
          "There are {count} focus groups: what they say may be chance.", count),
        rule: tr(
          "At least {count} focus groups, until they tell nothing new.",
          ["count": fewestFocusGroups]))
    ]
  }

  private static func terms(
    _ members: [Member], _ today: CalendarDay, _ format: DayFormat
  ) -> [GroupWarning] {
    let said = -daysBeforeTermEnds...daysBeforeTermEnds
    return members.filter { $0.termEnd.map { said.contains(today.days(until: $0)) } ?? false }
      .sorted {
        ($0.termEnd ?? today, $0.rank, $0.id.uuidString) < (
          $1.termEnd ?? today, $1.rank, $1.id.uuidString
        )
      }
      .flatMap { member -> [GroupWarning] in
        guard let end = member.termEnd else { return [] }
        let name = member.name.isEmpty ? tr("a member without a name") : member.name
        let days = today.days(until: end)
        let values: KeyValuePairs<String, Any> = ["name": name, "day": format.text(end)]
        var result = [
          GroupWarning(
            key: "term_ends:\(member.id.uuidString):\(end)",
            sentence: days < 0
              ? tr("The term of {name} ended on {day}.", values)
              : ntr(
                "The term of {name} ends on {day}, in {count} day.",
                "The term of {name} ends on {day}, in {count} days.", days, values),
            rule: tr(
              "Terms that end within {count} days are said, and those that have ended as long ago.",
              ["count": daysBeforeTermEnds]))
        ]
        if member.successor.allSatisfy(\.isWhitespace) {
          result.append(
            GroupWarning(
              key: "no_successor:\(member.id.uuidString):\(end)",
              sentence: tr("Nobody is named who follows {name}.", values),
              rule: tr(
                "Who leaves within {count} days has a successor.", ["count": daysBeforeTermEnds])))
        }
        return result
      }
  }

  /// The same for the same things, in whatever order they come.
  private static func key(_ name: String, _ things: [String]) -> String {
    name + ":" + things.map { $0.lowercased() }.sorted().joined(separator: "|")
  }
}
