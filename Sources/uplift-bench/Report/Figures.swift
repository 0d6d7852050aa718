import Foundation

/// Measured times in seconds.
struct Figures {
  private(set) var sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  /// The value that this share (0…1) of all values does not exceed.
  func quantile(_ share: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    let place = (Double(sorted.count) * share).rounded(.up) - 1
    return sorted[min(max(Int(place), 0), sorted.count - 1)]
  }

  var median: Double { quantile(0.5) }
  var p99: Double { quantile(0.99) }
  var least: Double { sorted.first ?? .nan }
}

/// Seconds that `body` takes.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let duration = try clock.measure(body)
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

/// Processor seconds that `body` takes on this thread, whatever else the machine does.
func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try body()
  return now() - start
}
