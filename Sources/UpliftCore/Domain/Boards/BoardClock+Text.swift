/// How a timer reads.
extension BoardClock {
  /// Whole seconds until the end, rounded up so that a timer of a minute begins at 1:00; from the
  /// end on, below 0, those that it is over.
  public static func seconds(_ milliseconds: Int64) -> Int {
    milliseconds > 0 ? Int((milliseconds + 999) / 1000) : Int(milliseconds / 1000)
  }

  /// "4:12", "1:02:00"; "over by 0:42" from the end on.
  ///
  /// - Parameter milliseconds: see `remaining(at:)`.
  public static func text(_ milliseconds: Int64) -> String {
    let seconds = seconds(milliseconds)
    return seconds < 0 || (seconds == 0 && milliseconds < 0)
      ? tr("over by {time}", ["time": digits(-seconds)]) : digits(seconds)
  }

  /// For those who hear it: "4 minutes 12 seconds left".
  public static func spoken(_ milliseconds: Int64) -> String {
    let seconds = seconds(milliseconds)
    let length = abs(seconds)
    let minutes = ntr("{count} minute", "{count} minutes", length / 60)
    let rest = ntr("{count} second", "{count} seconds", length % 60)
    let values: KeyValuePairs<String, Any> = ["minutes": minutes, "seconds": rest]
    return milliseconds < 0
      ? tr("over by {minutes} {seconds}", values) : tr("{minutes} {seconds} left", values)
  }

  private static func digits(_ seconds: Int) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }

  /// Milliseconds until what it reads changes, 1…1000.
  public func untilNextSecond(at now: Instant) -> Int {
    let remaining = remaining(at: now)
    let part = remaining > 0 ? (remaining - 1) % 1000 + 1 : 1000 - (-remaining % 1000)
    return Int(min(max(part, 1), 1000))
  }
}
