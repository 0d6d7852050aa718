import Foundation
import UpliftCore

/// Where one of two maps is scrolled to so that it shows what the other one shows: matching steps
/// and lanes stand at the same place, and what lies between them is stretched or shrunk.
public struct AlignedScroll: Sendable {
  /// Places of the one scene and the same places of the other, both rising.
  private let across: [(Double, Double)]
  private let down: [(Double, Double)]

  /// - Parameter counterpart: the part of `second` that a part of `first` is.
  public init(_ first: Scene, _ second: Scene, counterpart: (UUID) -> UUID?) {
    func places(_ scene: Scene, _ role: ItemRole) -> [(UUID, Rect)] {
      scene.items.compactMap { item in
        guard item.role == role, case .record(let reference) = item.subject else { return nil }
        return (reference.id, item.frame)
      }
    }
    func pairs(_ role: ItemRole, _ edge: (Rect) -> Double) -> [(Double, Double)] {
      let others = Dictionary(
        places(second, role).map { ($0.0, edge($0.1)) }, uniquingKeysWith: { first, _ in first })
      return places(first, role).compactMap { id, frame in
        counterpart(id).flatMap { others[$0] }.map { (edge(frame), $0) }
      }
    }
    across = Self.rising(
      [(0, 0)] + pairs(.stepHeader) { $0.minX }
        + [(first.size.width, second.size.width)])
    down = Self.rising(
      [(0, 0)] + pairs(.laneHeader) { $0.minY }
        + [(first.size.height, second.size.height)])
  }

  /// What moved out of its order is left out: the other would jump.
  private static func rising(_ pairs: [(Double, Double)]) -> [(Double, Double)] {
    var result: [(Double, Double)] = []
    for pair in pairs.sorted(by: { $0.0 < $1.0 }) {
      guard let last = result.last else {
        result.append(pair)
        continue
      }
      if pair.0 > last.0, pair.1 > last.1 { result.append(pair) }
    }
    return result
  }

  /// Points at 100 % of the first scene, to those of the second.
  public func toSecond(_ point: Point) -> Point {
    Point(Self.map(point.x, across), Self.map(point.y, down))
  }

  /// The way back.
  public func toFirst(_ point: Point) -> Point {
    Point(
      Self.map(point.x, across.map { ($0.1, $0.0) }), Self.map(point.y, down.map { ($0.1, $0.0) }))
  }

  private static func map(_ value: Double, _ pairs: [(Double, Double)]) -> Double {
    guard let next = pairs.firstIndex(where: { $0.0 >= value }) else {
      return (pairs.last?.1 ?? 0) + value - (pairs.last?.0 ?? 0)
    }
    let end = pairs[next]
    guard next > 0 else { return end.1 + value - end.0 }
    let start = pairs[next - 1]
    let share = (value - start.0) / (end.0 - start.0)
    return start.1 + share * (end.1 - start.1)
  }
}
