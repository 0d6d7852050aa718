import Foundation

/// What is kept by hope alone: moments of truth and promises without a standard.
public struct HopeList: Equatable, Sendable {
  /// Moments of truth without a standard, in the order in which they were given.
  public let steps: [Step]
  /// Open promises without a standard of their own or of their step, in order.
  public let promises: [Promise]
  /// All moments of truth.
  public let stepCount: Int
  /// All open promises.
  public let promiseCount: Int

  /// - Parameters:
  ///   - steps: of all maps that count, in order.
  ///   - standards: one without a code of practice is none.
  public init(steps: [Step], promises: [Promise], standards: [Standard]) {
    let real = standards.filter { !$0.practice.isBlank }
    let coveredSteps = Set(real.compactMap(\.stepID))
    let coveredPromises = Set(real.compactMap(\.promiseID))
    let moments = steps.filter(\.isMomentOfTruth)
    let open = promises.inOrder().filter { $0.outcome == nil }
    stepCount = moments.count
    promiseCount = open.count
    self.steps = moments.filter { !coveredSteps.contains($0.id) }
    self.promises = open.filter { promise in
      !coveredPromises.contains(promise.id)
        && !(promise.stepID.map(coveredSteps.contains) ?? false)
    }
  }

  /// Of a whole workspace. Moments of truth are those of maps that show how it is: what a future map
  /// asks for is not promised to anybody yet.
  public init(_ contents: WorkspaceContents) {
    self.init(
      steps: contents.currentSteps.map(\.step), promises: contents.promises,
      standards: contents.standards)
  }

  /// On the list, out of all moments of truth and open promises.
  public var share: Proportion {
    Proportion(steps.count + promises.count, of: stepCount + promiseCount)
  }

  public var n: Int { stepCount + promiseCount }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Moments of truth of current maps without a standard, and open promises without one of their own or of their step. A standard says its code of practice."
    )
  }
}

extension WorkspaceContents {
  /// Steps of maps that show how it is, map by map in the order in which customers go.
  public var currentSteps: [(step: Step, map: JourneyMap)] {
    let stages = Dictionary(grouping: stages, by: \.mapID)
    let steps = Dictionary(grouping: steps, by: \.stageID)
    return journeyMaps.inOrder().filter { $0.state == .current }.flatMap { map in
      (stages[map.id] ?? []).inOrder().flatMap { stage in
        (steps[stage.id] ?? []).inOrder().map { ($0, map) }
      }
    }
  }
}
