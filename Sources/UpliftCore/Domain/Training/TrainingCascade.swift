import Foundation

/// Whether training runs down from the top: leaders, then managers, then the front line.
public struct TrainingCascade: Equatable, Sendable {
  public struct Module: Equatable, Sendable {
    /// As the first of its trainings spells it.
    public var title: String
    /// In the order of days.
    public var trainings: [Training]
    /// People trained, out of those it is for; trainings without a headcount are left out.
    public var trained: Proportion
    /// Waves that begin before the one above them is done.
    public var faults: [Fault]

    /// Of one wave, in the order of days.
    public func trainings(of wave: Training.Wave) -> [Training] {
      trainings.filter { $0.wave == wave }
    }
  }

  /// A lower wave begins before the one above it is done.
  public struct Fault: Equatable, Sendable, Identifiable {
    public var lower: Training
    /// Of the next wave above that has any, those that are not done by then.
    public var above: [Training]

    public var id: UUID { lower.id }
  }

  /// In the order of the trainings.
  public let modules: [Module]
  public let n: Int

  /// Trainings with the same title, without regard to case, are one module.
  public init(_ trainings: [Training], today: CalendarDay) {
    let ordered = trainings.inOrder()
    n = ordered.count
    let groups = Dictionary(grouping: ordered) { $0.title.folded }
    var seen: Set<String> = []
    modules = ordered.map(\.title).filter { seen.insert($0.folded).inserted }.map { title in
      let own = (groups[title.folded] ?? []).enumerated().sorted { left, right in
        let (first, second) = (left.element.begins, right.element.begins)
        guard first != second else { return left.offset < right.offset }
        guard let first, let second else { return first != nil }
        return first < second
      }.map(\.element)
      let counted = own.filter { $0.headcount != nil }
      let done = counted.filter { $0.doneOn.map { $0 <= today } ?? false }
      return Module(
        title: title, trainings: own,
        trained: Proportion(
          done.reduce(0) { $0 + ($1.headcount ?? 0) },
          of: counted.reduce(0) { $0 + ($1.headcount ?? 0) }),
        faults: Self.faults(of: own, today))
    }
  }

  private struct Start: Hashable {
    var wave: Training.Wave
    var day: CalendarDay
  }

  /// - Parameter trainings: of one module.
  private static func faults(of trainings: [Training], _ today: CalendarDay) -> [Fault] {
    let waves = Training.Wave.allCases
    let byWave = Dictionary(grouping: trainings, by: \.wave)
    // Of thousands of trainings most begin on a day on which others do.
    var known: [Start: [Training]] = [:]
    return trainings.compactMap { lower in
      guard let begins = lower.begins, let place = waves.firstIndex(of: lower.wave) else {
        return nil
      }
      let start = Start(wave: lower.wave, day: begins)
      let late: [Training]
      if let before = known[start] {
        late = before
      } else {
        let above = waves[..<place].reversed().lazy.compactMap { byWave[$0] }.first ?? []
        late = above.filter { Self.isLate($0, for: begins, today) }
        known[start] = late
      }
      return late.isEmpty ? nil : Fault(lower: lower, above: late)
    }
  }

  private static func isLate(
    _ upper: Training, for begins: CalendarDay, _ today: CalendarDay
  ) -> Bool {
    if let done = upper.doneOn { return done > begins }
    // Not done: it is late when the lower wave has begun, or is planned no later than it.
    return begins <= today || upper.begins.map { $0 >= begins } ?? true
  }

  public var faults: [Fault] { modules.flatMap(\.faults) }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Of each module, leaders come first, then managers, then the front line. A wave that begins before the next one above it is done, or is planned to, is named."
    )
  }
}

extension Training {
  /// The day for which it is planned; without one, that on which it was done.
  public var begins: CalendarDay? { day ?? doneOn }
}
