import Foundation

extension GroupContents {
  /// After `recommendationID`, or last. `meetingID`: at which it is asked for.
  public func addingRecommendation(
    _ text: String, at meetingID: UUID? = nil, askedOn day: CalendarDay?,
    after recommendationID: UUID? = nil
  ) -> Addition<Recommendation> {
    let recommendation = Recommendation(
      groupID: group.id, meetingID: meetingID,
      rank: recommendations.rank(after: recommendationID), text: text, askedOn: day)
    return Addition(
      edit: Edit(.addRecommendation, [.insert(recommendation)]), record: recommendation)
  }

  /// What the group is still to hear about before or at a meeting: what was asked for at the last
  /// one before it comes first, then the others, the oldest first.
  public func owed(at meetingID: UUID) -> [Recommendation] {
    let order = meetings.sorted(by: Self.isEarlier).map(\.id)
    guard let place = order.firstIndex(of: meetingID) else { return [] }
    let earlier = Set(order[..<place])
    let meeting = meetings.first { $0.id == meetingID }
    let open = recommendations.filter { recommendation in
      recommendation.isOwed
        && (recommendation.meetingID.map(earlier.contains) ?? recommendation.isAsked(by: meeting))
    }
    let lastMeeting = order[..<place].last { id in open.contains { $0.meetingID == id } }
    let last = open.filter { lastMeeting != nil && $0.meetingID == lastMeeting }
    return last + open.filter { lastMeeting == nil || $0.meetingID != lastMeeting }.oldestFirst()
  }
}

extension [Recommendation] {
  /// Neither done nor declined, the oldest first; those that nobody knows the day of last.
  public var open: [Recommendation] { filter(\.isOpen).oldestFirst() }

  /// Done or declined, and the group has not heard of it.
  public var untold: [Recommendation] {
    filter { !$0.isOpen && $0.toldOn == nil }.oldestFirst()
  }

  func oldestFirst() -> [Recommendation] {
    sorted { left, right in
      switch (left.askedOn, right.askedOn) {
      case (let one?, let other?) where one != other: one < other
      case (_?, nil): true
      case (nil, _?): false
      default: (left.rank, left.id.uuidString) < (right.rank, right.id.uuidString)
      }
    }
  }
}

extension Recommendation {
  /// Whether it was there when the meeting was; what has no day always was.
  func isAsked(by meeting: Meeting?) -> Bool {
    guard let askedOn, let day = meeting?.day else { return true }
    return askedOn <= day
  }
}
