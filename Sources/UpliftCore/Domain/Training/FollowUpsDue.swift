import Foundation

/// Looks back at trainings: 30, 60 and 90 days after each.
public struct FollowUpsDue: Equatable, Sendable {
  /// Days after a training.
  public static let days = [30, 60, 90]

  public enum State: Equatable, Sendable {
    case done
    /// Its day has come.
    case due
    case upcoming
  }

  public struct Item: Equatable, Sendable {
    public var training: Training
    /// After the training.
    public var days: Int
    public var day: CalendarDay
    /// Nil: nobody has noted one for this day; one is expected all the same.
    public var followUp: FollowUp?
    public var state: State
    /// Since its day, 0 or more; of one that is due.
    public var daysOverdue: Int
  }

  /// Earliest first.
  public let items: [Item]

  /// Of trainings that are done: those that are noted, and 30, 60 and 90 days.
  public init(_ trainings: [Training], followUps: [FollowUp], today: CalendarDay) {
    let byTraining = Dictionary(grouping: followUps.inOrder(), by: \.trainingID)
    var items: [Item] = []
    for training in trainings.inOrder() {
      let noted = byTraining[training.id] ?? []
      let expected = Self.days.filter { day in !noted.contains { $0.days == day } }
      for (days, followUp) in noted.map({ ($0.days, Optional($0)) }) + expected.map({ ($0, nil) }) {
        if let item = Self.item(training, days: days, followUp, today: today) { items.append(item) }
      }
    }
    self.items = items.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }

  /// One look back; nil: the training is not done yet.
  ///
  /// - Parameters:
  ///   - days: after the training.
  ///   - followUp: nil: nobody has noted one for this day.
  static func item(
    _ training: Training, days: Int, _ followUp: FollowUp?, today: CalendarDay
  ) -> Item? {
    guard let done = training.doneOn, done <= today, let day = done.adding(days: days) else {
      return nil
    }
    let isDone = followUp?.doneOn.map { $0 <= today } ?? false
    let state: State = isDone ? .done : day <= today ? .due : .upcoming
    return Item(
      training: training, days: days, day: day, followUp: followUp, state: state,
      daysOverdue: state == .due ? day.days(until: today) : 0)
  }

  /// Longest overdue first.
  public var due: [Item] { items.filter { $0.state == .due } }

  /// Done, out of those whose day has come or that are done.
  public var shareDone: Proportion {
    let judged = items.filter { $0.state != .upcoming }
    return Proportion(judged.count { $0.state == .done }, of: judged.count)
  }

  public var n: Int { items.count }

  /// In words, for the screen.
  public static var rule: String {
    tr("Every training that is done is looked back at after 30, 60 and 90 days.")
  }
}
