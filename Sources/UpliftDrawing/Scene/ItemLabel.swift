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
///
/// A reference to what it says (indirect), so that to copy one costs next to nothing.
public indirect enum ItemLabel: Sendable {
  case none
  case text(String)
  /// Like `text`, but put together only then.
  case words(@Sendable () -> String)
  /// A cell with `count` cards.
  case cell(PlaceLabel, count: Int)
  /// A cell in which no cards stand, with what it says instead.
  case cellText(PlaceLabel, String)
  /// A point of a curve; the persona when there are several.
  case emotion(PlaceLabel, persona: String?, String)
  /// The card at `position` (from 1) of `count` in its cell; what it says stands in its content.
  /// `last` is the step that a card over several steps ends with.
  case card(PlaceLabel, last: String? = nil, position: Int, count: Int)
  /// The note or cluster at `position` (from 1) of `count` in its column or cluster.
  case note(column: String, position: Int, count: Int)

  /// The sentence, for an item with this content.
  func sentence(for content: ItemContent) -> String? {
    switch self {
    case .none: return nil
    case .text(let text): return text
    case .words(let say): return say()
    case .cell(let place, let count):
      let values: KeyValuePairs<String, Any> = ["lane": place.lane, "step": place.step]
      guard count > 0 else { return tr("{lane}, {step}, empty", values) }
      return ntr("{lane}, {step}, {count} card", "{lane}, {step}, {count} cards", count, values)
    case .cellText(let place, let text), .emotion(let place, nil, let text):
      return tr("{lane}, {step}: {text}", ["lane": place.lane, "step": place.step, "text": text])
    case .emotion(let place, .some(let persona), let text):
      return tr(
        "{lane}, {step}, {persona}: {value}",
        ["lane": place.lane, "step": place.step, "persona": persona, "value": text])
    case .card(let place, let last, let position, let count):
      let step =
        last.map { tr("{first} to {last}", ["first": place.step, "last": $0]) } ?? place.step
      return tr(
        "{lane}, {step}, {position} of {count}, {text}",
        [
          "lane": place.lane, "step": step, "position": position, "count": count,
          "text": content.spoken,
        ])
    case .note(let column, let position, let count):
      return tr(
        "{column}, {position} of {count}, {text}",
        ["column": column, "position": position, "count": count, "text": content.spoken])
    }
  }

  /// The cell that the item is or stands in; nil for points, which stand over their cells.
  public var place: PlaceLabel? {
    switch self {
    case .cell(let place, _), .cellText(let place, _), .card(let place, _, _, _): place
    default: nil
    }
  }

  /// The sentence of what says nothing of the lane or step that it stands in.
  var whole: String? {
    switch self {
    case .text(let text): text
    case .words(let say): say()
    default: nil
    }
  }

  /// The same with other words for lanes and steps.
  func renaming(_ rename: (PlaceLabel) -> PlaceLabel, _ word: (String) -> String) -> ItemLabel {
    switch self {
    case .none, .text, .words, .note: self
    case .cell(let place, let count): .cell(rename(place), count: count)
    case .cellText(let place, let text): .cellText(rename(place), text)
    case .emotion(let place, let persona, let text): .emotion(rename(place), persona: persona, text)
    case .card(let place, let last, let position, let count):
      .card(rename(place), last: last.map(word), position: position, count: count)
    }
  }
}

extension SceneItem {
  /// Whether it says something of its own: of cells, only those that do not leave it to the cards
  /// and points in them.
  public var isReadAloud: Bool {
    guard role != .decoration, role != .mark, subject != nil else { return false }
    switch spokenLabel {
    case .none: return false
    case .cell: return !content.texts.isEmpty
    default: return true
    }
  }
}
