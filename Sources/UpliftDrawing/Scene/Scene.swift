import Foundation
import UpliftCore

/// What an item draws, unchangeable and shared: the same object in two scenes is the same
/// picture, so that a painter can keep what it made of it.
public final class ItemContent: Sendable {
  public let primitives: [Primitive]
  /// What it says, for a screen reader; empty when there is nothing to say.
  public var spoken: String { say() }
  private let say: @Sendable () -> String
  /// The first address in what it says or is known from, if there is one: `https://…`.
  public let link: String?
  /// The pictures that it shows.
  public let images: [ImageData]

  public init(_ primitives: [Primitive], spoken: String = "", link: String? = nil) {
    self.primitives = primitives.fitted()
    say = { spoken }
    images = Self.images(in: primitives)
    self.link = link
  }

  /// - Parameter say: puts into words what it says, when somebody asks.
  init(_ primitives: [Primitive], link: String?, say: @escaping @Sendable () -> String) {
    self.primitives = primitives.fitted()
    self.say = say
    images = Self.images(in: primitives)
    self.link = link
  }

  private static func images(in primitives: [Primitive]) -> [ImageData] {
    var images: [ImageData] = []
    for case .image(let block) in primitives { images.append(block.image) }
    return images
  }

  /// Its texts, in order.
  public var texts: [String] {
    primitives.compactMap { if case .text(let block) = $0 { block.text } else { nil } }
  }
}

extension Array {
  /// The same in no more memory than it takes: an array that grew has room for as much again.
  fileprivate func fitted() -> [Element] {
    guard capacity > count else { return self }
    var result: [Element] = []
    result.reserveCapacity(count)
    result.append(contentsOf: self)
    return result
  }
}

/// Which band of the scene an item belongs to, and so with what it scrolls.
public enum Band: Int, Hashable, Sendable, CaseIterable {
  /// Scrolls both ways.
  case body
  /// Stage and step headers: stay at the top, scroll sideways.
  case columnHeader
  /// Lane headers: stay at the side, scroll up and down.
  case rowHeader
  /// Stays where it is.
  case corner
}

/// What an item is to a person: for the screen reader, the PDF's tags and the keyboard.
public enum ItemRole: Hashable, Sendable {
  /// Lines, bands, shadows: nothing to be read or reached.
  case decoration
  case title
  case stageHeader
  case stepHeader
  case laneHeader
  case lineLabel
  case cell
  case card
  case emotionPoint
  case columnHeader
  case cluster
  case note
  case button
  /// A mark that leads elsewhere when it is clicked. What it says, its neighbour says too.
  case mark
}

/// What an item stands for in the workspace.
public enum ItemSubject: Hashable, Sendable {
  case record(EntityReference)
  /// A cell of a map, with or without cards.
  case cell(Cell)
  /// The emotion of a persona (nil: nobody in particular) at a step.
  case emotion(stepID: EntityReference, personaID: EntityReference?)
  /// The free place under the last entry of a column or the last card of a cell: "add here".
  case addition(EntityReference)
  /// The mark of a step that opens another map.
  case nestedMap(stepID: EntityReference)
  /// On a note or cluster: the step that it is about, or what it became.
  case connection(from: EntityReference, to: EntityReference)
  /// What of a chart is no record: an axis, a cell, the rule. Named within its picture.
  case part(String)
}

/// Whose feelings a curve shows.
public struct EmotionCurve: Hashable, Sendable {
  /// Nil: nobody in particular.
  public var personaID: UUID?

  public init(personaID: UUID?) { self.personaID = personaID }
}

/// One thing in a picture.
///
/// A scene is laid out anew at every edit, and nearly all of its items are those of the scene
/// before: what they show is shared, so that a copy costs as much as its place.
public struct SceneItem: Sendable {
  /// In the scene's coordinates.
  public var frame: Rect
  public var role: ItemRole
  public var band: Band
  /// False for what may be cut by a page's edge: lines, bands, curves.
  public var isWhole: Bool
  /// What begins a row, and on a screen stays in sight when the row is scrolled sideways.
  public var staysInSight = false
  private var shown: Shown

  /// What it shows and stands for, wherever it is.
  private final class Shown: Sendable {
    let subject: ItemSubject?
    let content: ItemContent
    let label: ItemLabel
    let curve: EmotionCurve?

    init(
      subject: ItemSubject?, content: ItemContent, label: ItemLabel, curve: EmotionCurve? = nil
    ) {
      self.subject = subject
      self.content = content
      self.label = label
      self.curve = curve
    }
  }

  public var subject: ItemSubject? {
    get { shown.subject }
    set {
      shown = Shown(
        subject: newValue, content: content, label: spokenLabel, curve: curve)
    }
  }

  public var content: ItemContent {
    get { shown.content }
    set {
      shown = Shown(subject: subject, content: newValue, label: spokenLabel, curve: curve)
    }
  }

  public var spokenLabel: ItemLabel {
    get { shown.label }
    set { shown = Shown(subject: subject, content: content, label: newValue, curve: curve) }
  }

  /// Of a piece of an emotion's curve.
  public var curve: EmotionCurve? {
    get { shown.curve }
    set {
      shown = Shown(subject: subject, content: content, label: spokenLabel, curve: newValue)
    }
  }

  /// What a screen reader says; nil when the item has nothing to say.
  public var label: String? { spokenLabel.sentence(for: content) }

  public init(
    subject: ItemSubject? = nil, role: ItemRole = .decoration, band: Band = .body, frame: Rect,
    content: ItemContent, isWhole: Bool = true, label: ItemLabel = .none
  ) {
    self.role = role
    self.band = band
    self.frame = frame
    self.isWhole = isWhole
    shown = Shown(subject: subject, content: content, label: label)
  }
}

/// A picture as an ordered list of items: back to front within each band, and in the order in
/// which people read. Screen, PDF, SVG and PNG are painted from it.
public struct Scene: Sendable {
  public var title: String
  /// What stands under the title of a document: state, persona, scenario. May be empty.
  public var subtitle: String
  public var size: Size
  /// Height of the column headers and width of the row headers, which stay in sight. Zero: none.
  public var header: Size
  /// Where rows begin and end that stay in sight when somebody scrolls down, from top to bottom.
  public var pinnedRows: [ClosedRange<Double>] = []
  public var items: [SceneItem]
  /// The paper or canvas behind everything.
  public var background: Color
  /// True when the picture runs from right to left: row headers stand at the right.
  public var isMirrored: Bool
  /// Whether the title stands in the picture itself.
  public var saysTitle = false
  /// What a document says in words on pages of its own, after the picture.
  public var appendix: [AppendixBlock] = []

  public init(
    title: String, subtitle: String = "", size: Size, header: Size = .zero, items: [SceneItem],
    background: Color,
    isMirrored: Bool = false
  ) {
    self.title = title
    self.subtitle = subtitle
    self.size = size
    self.header = header
    self.items = items
    self.background = background
    self.isMirrored = isMirrored
  }
}
