import UpliftCore

/// Small drawings that thousands of cards show at the same places, each made once: cards of one
/// width and height share them.
final class SharedMarks {
  enum Mark: Hashable {
    case evidence(EvidenceLevel)
    case kind(Lane.Kind)
    /// Along the edge of a card of this height.
    case bar(height: Double)
  }

  private struct Key: Hashable {
    var mark: Mark
    var origin: Point
    var color: Color
  }

  private var made: [Key: [Primitive]] = [:]

  /// The mark at `origin`, made by `make` when there is none.
  func primitives(
    _ mark: Mark, at origin: Point, color: Color, make: () -> [Primitive]
  ) -> [Primitive] {
    let key = Key(mark: mark, origin: origin, color: color)
    if let known = made[key] { return known }
    let new = make()
    made[key] = new
    return new
  }
}
