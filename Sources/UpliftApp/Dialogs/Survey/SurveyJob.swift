import Foundation
import UpliftCore

/// Counts the answers of a file on a thread of its own. A new count ends the one before.
@MainActor final class SurveyJob {
  private var work: LongWork?

  /// 0…1; nil when nothing is counted.
  var fraction: Double? { work?.fraction }

  /// - Parameter done: on the main actor; not when it was cancelled or another count began.
  func start(
    _ file: SurveyFile, _ mapping: SurveyMapping, of metric: Metric, startMonth: Int,
    done: @escaping (Result<SurveyTally, any Error>) -> Void
  ) {
    cancel()
    let work = LongWork(tr("Counting answers…"))
    self.work = work
    Task { [weak self] in
      let result = await Task.detached(priority: .userInitiated) {
        Result {
          try file.tally(mapping, of: metric, startMonth: startMonth) { work.report($0) }
        }
      }.value
      guard let self, self.work === work else { return }
      self.work = nil
      done(result)
    }
  }

  func cancel() {
    work?.cancel()
    work = nil
  }
}
