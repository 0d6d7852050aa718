import Foundation

/// A row across all steps of a map, of one kind.
public struct Lane: Ranked {
  public static let kind = EntityKind.lane

  public enum Kind: String, CaseIterable, Codable, Sendable {
    case actions, thoughts, emotion, touchpoints, channels
    case painPoints = "pain_points"
    case opportunities
    case physicalEvidence = "physical_evidence"
    case frontstage, backstage, support, metrics, images, text
    /// Who stands behind each step. It holds no cards.
    case departments
  }

  public enum EmotionScale: String, CaseIterable, Codable, Sendable {
    case words, faces, numbers
  }

  /// Points of a lane's own height.
  public static let heights = 24.0...2000.0

  public var id: UUID
  public var mapID: UUID
  public var rank: Rank
  public var laneKind: Kind
  /// Empty: the name of its kind.
  public var title: String
  /// A second, smaller line under the title.
  public var subtitle: String
  /// Points; the lane is at least so high. Nil: as its cards need.
  public var height: Double?
  /// Neither shown nor printed.
  public var isHidden: Bool
  /// Only its header and how many cards it holds are shown.
  public var isCollapsed: Bool
  /// Stays in sight when the map is scrolled down.
  public var isPinned: Bool
  /// How a lane of emotions writes its scale.
  public var emotionScale: EmotionScale
  /// The lane that this one was copied from when a future map was made. That lane may be gone.
  public var basisID: UUID?

  public init(
    id: UUID = UUID(), mapID: UUID, rank: Rank, kind: Kind, title: String = "",
    subtitle: String = "", height: Double? = nil, isHidden: Bool = false,
    isCollapsed: Bool = false, isPinned: Bool = false, emotionScale: EmotionScale = .words,
    basisID: UUID? = nil
  ) {
    self.id = id
    self.mapID = mapID
    self.rank = rank
    laneKind = kind
    self.title = title
    self.subtitle = subtitle
    self.height = height
    self.isHidden = isHidden
    self.isCollapsed = isCollapsed
    self.isPinned = isPinned
    self.emotionScale = emotionScale
    self.basisID = basisID
  }
}

extension Lane.Kind {
  /// Whether cards stand in a lane of this kind.
  public var holdsCards: Bool { self != .emotion && self != .departments }

  /// Kinds that a card can have.
  public static var ofCards: [Lane.Kind] { allCases.filter(\.holdsCards) }
}
