import UpliftCore

/// The lane and step of a cell, in words, shared by the cell and what stands in it.
public final class PlaceLabel: Sendable {
  public let lane: String
  public let step: String

  public init(lane: String, step: String) {
    self.lane = lane
    self.step = step
  }
}

/// What a screen reader says of an item, put into words only when somebody asks: a scene of
/// thousands of items is made at every edit, its words are heard one at a time.
public enum ItemLabel: Sendable {
  case none
  case text(String)
  /// A cell with `count` cards.
  case cell(PlaceLabel, count: Int)
  /// A cell in which no cards stand, with what it says instead.
  case cellText(PlaceLabel, String)
  /// The card at `position` (from 1) of `count` in its cell; what it says stands in its content.
  case card(PlaceLabel, position: Int, count: Int)
  /// The note or cluster at `position` (from 1) of `count` in its column or cluster.
  case note(column: String, position: Int, count: Int)

  /// The sentence, for an item with this content.
  func sentence(for content: ItemContent) -> String? {
    switch self {
    case .none: return nil
    case .text(let text): return text
    case .cell(let place, let count):
      let values: KeyValuePairs<String, Any> = ["lane": place.lane, "step": place.step]
      guard count > 0 else { return tr("{lane}, {step}, empty", values) }
      return ntr("{lane}, {step}, {count} card", "{lane}, {step}, {count} cards", count, values)
    case .cellText(let place, let text):
      return tr("{lane}, {step}: {text}", ["lane": place.lane, "step": place.step, "text": text])
    case .card(let place, let position, let count):
      return tr(
        "{lane}, {step}, {position} of {count}, {text}",
        [
          "lane": place.lane, "step": place.step, "position": position, "count": count,
          "text": content.spoken,
        ])
    case .note(let column, let position, let count):
      return tr(
        "{column}, {position} of {count}, {text}",
        ["column": column, "position": position, "count": count, "text": content.spoken])
    }
  }

  /// The cell that the item is or stands in.
  var place: PlaceLabel? {
    switch self {
    case .cell(let place, _), .cellText(let place, _), .card(let place, _, _): place
    default: nil
    }
  }
}
