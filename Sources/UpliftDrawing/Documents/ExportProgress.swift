/// Counts what is done and asks, now and then, whether to go on.
struct ExportProgress {
  /// Items between two questions.
  private static let stride = 64

  let total: Int
  let report: (Double) -> Bool
  private(set) var done = 0

  init(total: Int, report: @escaping (Double) -> Bool) {
    self.total = max(1, total)
    self.report = report
  }

  /// One more item is painted. Throws `ExportError.cancelled` when nobody wants the rest.
  mutating func advance() throws {
    done += 1
    guard done.isMultiple(of: Self.stride) else { return }
    guard report(min(1, Double(done) / Double(total))) else { throw ExportError.cancelled }
  }
}
