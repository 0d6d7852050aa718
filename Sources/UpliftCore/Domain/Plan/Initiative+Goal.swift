import Foundation

/// Which goal an initiative serves: said by a link, or in words. One answer for every view.
extension Initiative {
  /// The goal of the vision that it serves: the one that it links to, or else the one whose name its
  /// own words are, whatever their case and white space. Nil: none of them.
  public func servedGoal(among goals: some Sequence<Goal>) -> Goal? {
    if let goalID, let linked = goals.first(where: { $0.id == goalID }) { return linked }
    guard !goal.isBlank else { return nil }
    let key = RegisterContext.key(goal)
    return goals.first { RegisterContext.key($0.title) == key }
  }

  /// Whether it says in words what it serves.
  public var hasGoalInWords: Bool { !goal.isBlank }

  /// What it serves, in words: a goal of the vision, or else a goal of its own. Empty: none is known.
  public func goalTitle(among goals: some Sequence<Goal>) -> String {
    servedGoal(among: goals)?.title ?? goal
  }
}

/// Finds the goal that an initiative serves among very many.
public struct ServedGoals {
  private let byID: [UUID: Goal]
  private let byTitle: [String: Goal]

  /// - Parameter goals: of several that are called alike the first counts.
  public init(_ goals: some Sequence<Goal>) {
    byID = Dictionary(goals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    byTitle = Dictionary(
      goals.map { (RegisterContext.key($0.title), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same as `Initiative.servedGoal(among:)`.
  public func goal(of initiative: Initiative) -> Goal? {
    if let linked = initiative.goalID.flatMap({ byID[$0] }) { return linked }
    return initiative.goal.isBlank ? nil : byTitle[RegisterContext.key(initiative.goal)]
  }
}

extension RegisterColumn<Initiative> {
  /// The goal of the vision that is served, or a goal in one's own words. Words that are the name of
  /// a goal link to it.
  static func servedGoal(in context: RegisterContext) -> Self {
    let title = { (initiative: Initiative) -> String in
      initiative.goalID.flatMap { context.title(of: EntityReference(.goal, $0)) }
        ?? context.entry(of: .goal, titled: initiative.goal)?.title ?? initiative.goal
    }
    var column = Self(
      name: "serves goal", title: tr("Goal that it serves"), kind: .text, weight: 1.85,
      text: title, key: { RegisterKey(sorting: title($0)) })
    column.choices = { context.entries(of: .goal).map(\.title) }
    column.completes = true
    column.set = { initiative, text in
      let entry = text.isBlank ? nil : context.entry(of: .goal, titled: text)
      // Words beside a link are another thing that it serves.
      let link = initiative.goalID.flatMap { context.title(of: EntityReference(.goal, $0)) }
      initiative.goalID = entry?.reference.id
      if let entry {
        let isSame = RegisterContext.key(initiative.goal) == RegisterContext.key(entry.title)
        if link == nil || isSame { initiative.goal = "" }
      } else {
        initiative.goal = text
      }
      return true
    }
    return column
  }

  /// What an initiative serves besides, or instead, in words that are no goal of the vision.
  static func otherGoal(in context: RegisterContext) -> Self {
    var column = text("goal", tr("Goal in other words"), weight: 1.85, \.goal)
    column.set = { initiative, text in
      guard !text.isBlank, let entry = context.entry(of: .goal, titled: text),
        initiative.goalID == nil || initiative.goalID == entry.reference.id
      else {
        initiative.goal = text
        return true
      }
      initiative.goalID = entry.reference.id
      initiative.goal = ""
      return true
    }
    return column.onlyInForm()
  }
}
