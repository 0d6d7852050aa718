import Testing

@testable import UpliftDrawing
@testable import edit_stream

@Suite struct MonotoneCurveTests {
  private func points(seed: UInt64) -> [Point] {
    var generator = Dice(seed: seed)
    var x = 0.0
    return (0..<Int.random(in: 2...12, using: &generator)).map { _ in
      x += Double.random(in: 5...200, using: &generator)
      return Point(x, Double.random(in: -50...50, using: &generator).rounded())
    }
  }

  private func y(_ segment: MonotoneCurve.Segment, at t: Double) -> Double {
    let s = 1 - t
    return s * s * s * segment.start.y + 3 * s * s * t * segment.first.y
      + 3 * s * t * t * segment.second.y + t * t * t * segment.end.y
  }

  @Test(arguments: UInt64(1)...30) func staysBetweenItsPoints(seed: UInt64) {
    let points = points(seed: seed)
    let segments = MonotoneCurve(points).segments(from: 0, to: 1e6)
    #expect(segments.count == points.count - 1)
    for (index, segment) in segments.enumerated() {
      let low = min(points[index].y, points[index + 1].y)
      let high = max(points[index].y, points[index + 1].y)
      for step in 0...50 {
        let value = y(segment, at: Double(step) / 50)
        #expect(value >= low - 1e-9 && value <= high + 1e-9, "seed \(seed)")
      }
    }
  }

  @Test(arguments: UInt64(1)...30) func piecesMeet(seed: UInt64) {
    let points = points(seed: seed)
    let curve = MonotoneCurve(points)
    let middle = (points[0].x + points[points.count - 1].x) / 2
    let left = curve.segments(from: 0, to: middle)
    let right = curve.segments(from: middle, to: 1e6)
    guard let end = left.last?.end, let start = right.first?.start else {
      Issue.record("the curve has two halves")
      return
    }
    #expect(abs(end.x - start.x) < 1e-6 && abs(end.y - start.y) < 1e-6)
    #expect(abs(end.x - middle) < 1e-6)
  }

  @Test func onePointIsNoCurve() {
    #expect(MonotoneCurve([Point(1, 1)]).segments(from: 0, to: 9).isEmpty)
    #expect(MonotoneCurve([]).segments(from: 0, to: 9).isEmpty)
  }
}
