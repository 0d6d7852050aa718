import Foundation
import UpliftCore

/// What a layout made before, by what it was made from, so that the next scene after a small
/// change costs little and shares the pictures of all that is as it was. One for each view, used
/// on one thread.
public final class LayoutCache {
  /// A card's picture with what it was made from: of the card no more than it shows, for there
  /// are thousands.
  private final class CardEntry {
    let width: Double
    let made: SizedContent
    private let text: String
    private let source: String
    private let look: KeptLook
    private let kind: Lane.Kind
    private let evidence: EvidenceLevel
    private let colour: Swatch?

    init(card: Card, kind: Lane.Kind, look: CardLook, width: Double, made: SizedContent) {
      self.width = width
      self.made = made
      text = card.text
      source = card.source
      self.look = KeptLook(look)
      self.kind = kind
      evidence = card.evidence
      colour = card.colour
    }

    /// True when the picture of such a card looks the same.
    func shows(_ card: Card, kind: Lane.Kind, look: CardLook, width: Double) -> Bool {
      self.width == width && self.kind == kind && text == card.text && evidence == card.evidence
        && colour == card.colour && source == card.source && self.look.look == look
    }
  }

  /// What a note shows.
  struct NoteLook: Equatable {
    var text: String
    /// Author and theme.
    var detail: String
    var votes: Int
    var swatch: Swatch
    var width: Double
    /// Written in private: bars stand for its text.
    var isHidden = false
    /// Titles of the steps that it is about.
    var steps: [String] = []
    /// What it became.
    var outcomes: [String] = []
  }

  /// What any other content is made from.
  struct Key: Hashable {
    var part: String
    var texts: [String] = []
    var numbers: [Double] = []
    var colours: [Swatch] = []
  }

  struct SizedContent {
    var content: ItemContent
    var height: Double
    /// Places in it that lead elsewhere.
    var marks: [Rect] = []
  }

  /// Where the cards of a lane stand, its top being 0, with what that was made from.
  private struct LaneEntry {
    var cards: AnyObject
    var kind: Lane.Kind
    var title: String
    var placed: PlacedLane
  }

  /// What all lanes' places are made from.
  struct Columns: Equatable {
    var steps: [UUID?]
    var titles: [String]
    var width: Double
    var headerWidth: Double
  }

  private var lanes: [UUID: LaneEntry] = [:]
  private var columns: Columns?
  private var theme: Theme?
  private var isMirrored = false
  private var cards: [UUID: CardEntry] = [:]
  private var notes: [UUID: (look: NoteLook, made: SizedContent)] = [:]
  private var current: [Key: SizedContent] = [:]
  private var previous: [Key: SizedContent] = [:]

  let fadedContents = FadedContents()

  public init() {}

  /// Begins a layout of `cardCount` cards or notes. What neither this one nor the one before uses
  /// is forgotten.
  func begin(theme: Theme, isMirrored: Bool, cardCount: Int, columns: Columns? = nil) {
    if columns != self.columns {
      let isAsWide =
        columns?.width == self.columns?.width && columns?.headerWidth == self.columns?.headerWidth
      if !isAsWide { current = [:] }
      self.columns = columns
      lanes = [:]
    }
    if theme != self.theme || isMirrored != self.isMirrored {
      self.theme = theme
      self.isMirrored = isMirrored
      cards = [:]
      notes = [:]
      lanes = [:]
      current = [:]
    }
    if cards.count > 2 * cardCount + 1000 { cards = [:] }
    if notes.count > 2 * cardCount + 1000 { notes = [:] }
    previous = current
    current = [:]
  }

  /// False when every card's picture is still to be made.
  var holdsCards: Bool { !cards.isEmpty }

  /// Where the cards of a lane stand, found anew by `place` when any of them has changed.
  ///
  /// - Parameter cards: see `JourneyContents.cardState`.
  func placedLane(
    _ lane: Lane, title: String, cards: AnyObject?, place: () -> PlacedLane
  ) -> PlacedLane {
    if let old = lanes[lane.id], let cards, old.cards === cards, old.kind == lane.laneKind,
      old.title == title
    {
      return old.placed
    }
    let placed = place()
    lanes[lane.id] = cards.map {
      LaneEntry(cards: $0, kind: lane.laneKind, title: title, placed: placed)
    }
    return placed
  }

  /// The entry of `card`, made anew by `make` when anything that it shows has changed.
  func entry(
    for card: Card, kind: Lane.Kind, look: CardLook, width: Double, make: () -> SizedContent
  ) -> SizedContent {
    if let old = cards[card.id], old.shows(card, kind: kind, look: look, width: width) {
      return old.made
    }
    let made = make()
    cards[card.id] = CardEntry(card: card, kind: kind, look: look, width: width, made: made)
    return made
  }

  /// The picture of the note with `id`, made anew by `make` when its look has changed.
  func note(_ id: UUID, look: NoteLook, make: () -> SizedContent) -> SizedContent {
    if let old = notes[id], old.look == look { return old.made }
    let made = make()
    notes[id] = (look, made)
    return made
  }

  /// The content for `key`, made by `make` when there is none.
  func content(for key: Key, make: () -> SizedContent) -> SizedContent {
    if let found = current[key] { return found }
    let made = previous[key] ?? make()
    current[key] = made
    return made
  }
}
