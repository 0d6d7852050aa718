/// How far a search for a person is, told now and then to whoever waits for it.
final class ErasureWalk {
  /// Rows and steps between two looks at whether somebody waits for the rest.
  private static let stride = 64

  private let tell: ((Double) -> Bool)?
  private var part = (count: 1, from: 0.0, to: 0.0)
  /// Of this part.
  private var done = 0
  private var count = 0

  /// - Parameter tell: how much is done, 0…1; answers false to cancel.
  init(_ tell: ((Double) -> Bool)?) { self.tell = tell }

  /// A part of so many rows or steps, and the shares of the whole with which it begins and ends.
  func begin(_ count: Int, from: Double, to: Double) {
    part = (max(1, count), from, to)
    done = 0
  }

  /// - Throws: `CancellationError`.
  func step() throws {
    count += 1
    done += 1
    guard count % Self.stride == 0, let tell else { return }
    let share = min(1, Double(done) / Double(part.count))
    if !tell(part.from + (part.to - part.from) * share) { throw CancellationError() }
  }
}
