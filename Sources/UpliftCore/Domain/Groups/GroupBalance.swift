import Foundation

/// How the members of a group spread over functions and levels, and whom it lacks. It warns and
/// never blocks.
public struct GroupBalance: Equatable, Sendable {
  public struct Function: Equatable, Sendable {
    /// Empty: members whose function nobody wrote down.
    public var name: String
    /// Members of it at each of the group's levels.
    public var counts: [Int]
    public var total: Int { counts.reduce(0, +) }
  }

  /// In the order of the members; last those that nobody comes from.
  public private(set) var functions: [Function] = []
  /// In the order of the members. Empty name: members whose level nobody wrote down.
  public private(set) var levels: [String] = []
  /// Departments of the organisation that nobody in the group comes from. Only for a group of
  /// employees: customers belong to no department.
  public private(set) var missing: [String] = []
  /// Functions for which one member alone speaks.
  public private(set) var singleVoices: [String] = []
  public let size: Int
  /// How many members it has usually.
  public let usualSize: ClosedRange<Int>
  /// How many of them are in the room.
  public let roomSize: ClosedRange<Int>
  public let kind: AdvisoryGroup.Kind

  /// - Parameter departments: of the workspace, in order.
  public init(group: AdvisoryGroup, members: [Member], departments: [Department]) {
    kind = group.groupKind
    size = members.count
    roomSize = group.minimumSize...max(group.minimumSize, group.maximumSize)
    usualSize = group.usualMembers
    var functionPlaces: [String: Int] = [:]
    var levelPlaces: [String: Int] = [:]
    for member in members {
      let level = Self.trimmed(member.level)
      if levelPlaces[level.lowercased()] == nil {
        levelPlaces[level.lowercased()] = levels.count
        levels.append(level)
      }
    }
    for member in members {
      let name = Self.trimmed(member.function)
      let place = functionPlaces[name.lowercased()] ?? functions.count
      if place == functions.count {
        functionPlaces[name.lowercased()] = place
        functions.append(Function(name: name, counts: Array(repeating: 0, count: levels.count)))
      }
      if let level = levelPlaces[Self.trimmed(member.level).lowercased()] {
        functions[place].counts[level] += 1
      }
    }
    guard kind == .employeeAdvisoryGroup else { return }
    singleVoices = functions.filter { !$0.name.isEmpty && $0.total == 1 }.map(\.name)
    // Who has no function at all may come from anywhere: then nobody is said to be missing.
    guard !members.isEmpty else { return }
    missing = departments.map { Self.trimmed($0.name) }
      .filter { !$0.isEmpty && functionPlaces[$0.lowercased()] == nil }
    functions += missing.map {
      Function(name: $0, counts: Array(repeating: 0, count: levels.count))
    }
  }

  public var isUsualSize: Bool { usualSize.contains(size) }

  /// Whether something wants attention.
  public var wantsAttention: Bool {
    !missing.isEmpty || !singleVoices.isEmpty || (size > 0 && !isUsualSize)
  }

  /// What the grid shows, in a sentence or three, with the rule that was applied.
  public var sentences: [String] {
    var result: [String] = []
    if !missing.isEmpty {
      result.append(tr("Nobody from {functions}.", ["functions": listed(missing)]))
    }
    if !singleVoices.isEmpty {
      result.append(
        tr("One voice alone speaks for {functions}.", ["functions": listed(singleVoices)]))
    }
    result.append(sizeSentence)
    return result
  }

  /// "10–12 members is the usual size: 11 is fine."
  public var sizeSentence: String {
    let values: KeyValuePairs<String, Any> = ["usual": Self.text(usualSize), "size": size]
    // Of a focus group some do not come: more are recruited than are to sit in the room.
    if kind == .focusGroup {
      let verdict =
        size < usualSize.lowerBound
        ? tr("few") : size > usualSize.upperBound ? tr("many") : tr("fine")
      return tr(
        "{room} people in the room is the usual size, so {usual} are recruited: {size} recruited is {verdict}.",
        [
          "room": Self.text(roomSize), "usual": Self.text(usualSize), "size": size,
          "verdict": verdict,
        ])
    }
    if size < usualSize.lowerBound {
      return tr("{usual} members is the usual size: {size} is few.", values)
    }
    if size > usualSize.upperBound {
      return tr("{usual} members is the usual size: {size} is many.", values)
    }
    return tr("{usual} members is the usual size: {size} is fine.", values)
  }

  /// Where the usual size comes from.
  public var sizeRule: String {
    kind == .focusGroup
      ? tr(
        "{room} people in the room, and {percent} % more are recruited, as some do not come: {usual}.",
        [
          "room": Self.text(roomSize), "percent": AdvisoryGroup.percentRecruitedMore,
          "usual": Self.text(usualSize),
        ])
      : tr("{usual} members, as the charter says.", ["usual": Self.text(usualSize)])
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? String(range.lowerBound) : "\(range.lowerBound)–\(range.upperBound)"
  }

  /// Members whose term ends from `today` to so many days later, soonest first.
  public static func endingTerms(
    of members: [Member], from today: CalendarDay, within days: Int = 60
  ) -> [Member] {
    members.filter { member in
      guard let end = member.termEnd else { return false }
      return (0...days).contains(today.days(until: end))
    }.sorted { ($0.termEnd ?? today, $0.rank) < ($1.termEnd ?? today, $1.rank) }
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
