import Gtk
import UpliftCore
import UpliftDrawing

/// What a hand and the keys can change in a figure. It draws the figure itself, so that what is
/// held shows at once where it would land.
@MainActor protocol FigureHand: AnyObject {
  /// The figure must be drawn anew.
  var onChange: (() -> Void)? { get set }
  /// Something is to be said, for a moment.
  var say: ((String) -> Void)? { get set }

  /// The figure as the workspace has it now.
  func take(_ chart: any Chart)
  func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene

  /// Nil: what is there stays where it is.
  func drag(from grip: CanvasGrip) -> (any CanvasDrag)?
  func cursor(over grip: CanvasGrip) -> String?
  /// True: it was a key for the hand.
  func pressed(_ key: Key, _ modifiers: Modifiers, on subject: ItemSubject?) -> Bool
}

/// Which way an arrow with Alt goes, as one sees it.
enum FigureStep {
  case up, down, left, right

  init?(_ key: Key) {
    switch key {
    case .up, .keypadUp: self = .up
    case .down, .keypadDown: self = .down
    case .left, .keypadLeft: self = .left
    case .right, .keypadRight: self = .right
    default: return nil
    }
  }

  /// In a picture that runs from right to left, later and more is at the left.
  func mirrored(_ isMirrored: Bool) -> FigureStep {
    guard isMirrored else { return self }
    return self == .left ? .right : self == .right ? .left : self
  }
}

/// What is seen of a drag in a figure at one place of the pointer.
struct FigureLanding {
  /// Beside it.
  var tag: SceneItem?
  /// Let go here it changes something; else it goes back to where it was.
  var lands: Bool

  static let nowhere = FigureLanding(tag: nil, lands: false)
}

/// Something that is held in a figure, from the first move to the release or Escape.
@MainActor final class FigureDrag: CanvasDrag {
  let axis: DragAxis
  let subjects: Set<ItemSubject> = []
  let marks: [DropMark] = []
  let givesUpOutside = true
  private let landingCursor: String
  private var landing = FigureLanding(tag: nil, lands: true)
  private let moved: (Point?) -> FigureLanding
  private let dropped: () -> Void
  private let cancelled: () -> Void
  private let isThere: (Scene) -> Bool
  /// Nil: outside of the canvas, or nowhere yet.
  private var last: Point?

  /// - Parameter moved: the pointer is at this place of the picture now; nil: far outside.
  init(
    axis: DragAxis, cursor: String, isThere: @escaping (Scene) -> Bool,
    moved: @escaping (Point?) -> FigureLanding, dropped: @escaping () -> Void,
    cancelled: @escaping () -> Void
  ) {
    self.axis = axis
    landingCursor = cursor
    self.isThere = isThere
    self.moved = moved
    self.dropped = dropped
    self.cancelled = cancelled
  }

  var preview: SceneItem? { landing.tag }
  var cursor: String { landing.lands ? landingCursor : "not-allowed" }

  func move(to place: ScenePlace, copies: Bool) {
    // The picture that this makes asks again, at the same place.
    guard place.point != last else { return }
    last = place.point
    landing = moved(place.point)
  }

  func leave() -> Bool {
    if last != nil {
      last = nil
      landing = moved(nil)
    }
    return true
  }

  func follow(_ scene: Scene) -> Bool { isThere(scene) }
  func drop() { landing.lands ? dropped() : cancelled() }
  func cancel() { cancelled() }
}
