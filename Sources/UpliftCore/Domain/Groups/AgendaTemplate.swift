import Foundation

/// The agenda of a meeting that has proved itself, with its minutes.
public enum AgendaTemplate: String, CaseIterable, Sendable {
  case currentState, futureState, whatCustomersSay, changeMeeting

  public struct Point: Equatable, Sendable {
    public var title: String
    public var minutes: Int
    public var activity: AgendaItem.Activity

    public init(_ title: String, _ minutes: Int, _ activity: AgendaItem.Activity = .talk) {
      self.title = title
      self.minutes = minutes
      self.activity = activity
    }
  }

  public var title: String {
    switch self {
    case .currentState: tr("Current state")
    case .futureState: tr("Future state")
    case .whatCustomersSay: tr("What do customers say")
    case .changeMeeting: tr("Change meeting")
    }
  }

  /// An hour each.
  public var points: [Point] {
    let owed = Point(tr("What came of what we asked for"), 5)
    switch self {
    case .currentState:
      return [
        owed, Point(tr("Walk through the journey"), 10),
        Point(tr("Write: what do we see, and why does it happen?"), 8, .privateWriting),
        Point(tr("Put together what belongs together"), 8, .grouping),
        Point(tr("Vote"), 4, .voting), Point(tr("Talk about the top three"), 15),
        Point(tr("Recommend"), 10, .recommending),
      ]
    case .futureState:
      return [
        owed, Point(tr("What it is to be like for the customer"), 10),
        Point(tr("Write: what would we do differently?"), 10, .privateWriting),
        Point(tr("Put together what belongs together"), 8, .grouping),
        Point(tr("Vote"), 4, .voting), Point(tr("What each department would do"), 13),
        Point(tr("Recommend"), 10, .recommending),
      ]
    case .whatCustomersSay:
      return [
        owed, Point(tr("Hear customers: answers, calls, dialogues"), 15),
        Point(
          tr("Write: what do they tell us, and what do they leave unsaid?"), 8, .privateWriting),
        Point(tr("Put together what belongs together"), 7, .grouping),
        Point(tr("Vote"), 4, .voting), Point(tr("What we do not know yet, and whom we ask"), 13),
        Point(tr("Recommend"), 8, .recommending),
      ]
    case .changeMeeting:
      return [
        owed, Point(tr("What has changed since last time"), 10),
        Point(tr("What is in the way, and who clears it"), 15),
        Point(tr("Promises that are open"), 10), Point(tr("What comes next, and who is told"), 12),
        Point(tr("Recommend"), 8, .recommending),
      ]
    }
  }

  static func items(_ points: [Point], for meetingID: UUID, after last: Rank?) -> [AgendaItem] {
    var rank = last
    return points.map { point in
      let item = AgendaItem(
        meetingID: meetingID, rank: .between(rank, nil), title: point.title,
        minutes: point.minutes, activity: point.activity)
      rank = item.rank
      return item
    }
  }
}
