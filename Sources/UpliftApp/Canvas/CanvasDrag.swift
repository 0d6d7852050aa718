import Gtk
import UpliftDrawing

/// What the pointer has taken hold of.
public struct CanvasGrip {
  public enum Edge {
    case left, right
  }

  public var subject: ItemSubject
  /// Nil: the whole of it.
  public var edge: Edge?
  /// Where.
  public var place: ScenePlace

  public init(subject: ItemSubject, edge: Edge? = nil, place: ScenePlace) {
    self.subject = subject
    self.edge = edge
    self.place = place
  }
}

/// Something that is being dragged over a canvas, from the first move to the release or Escape.
/// The canvas moves the ghost, scrolls at the edges and draws the marks; what they mean is a map's
/// or a board's. Nothing is changed before `drop`.
@MainActor public protocol CanvasDrag: AnyObject {
  /// Which way it goes.
  var axis: DragAxis { get }
  /// What follows the pointer as a ghost, and is pale where it stands.
  var subjects: Set<ItemSubject> { get }
  /// Where it would land, for the last place that it was told of.
  var marks: [DropMark] { get }
  /// Drawn over the scene: what would be there.
  var preview: SceneItem? { get }
  var cursor: String { get }
  /// Letting go outside of the canvas changes nothing. What has no ghost usually goes as far as it
  /// can.
  var givesUpOutside: Bool { get }

  /// The pointer is here now. `copies`: what is dragged is to stay, too.
  func move(to place: ScenePlace, copies: Bool)
  /// The pointer is far outside of the canvas. False: that is as if it were at its edge.
  func leave() -> Bool
  /// The scene is another one. False: what was dragged is gone.
  func follow(_ scene: Scene) -> Bool
  /// Lets go.
  func drop()
  /// It was all for nothing: Escape, or what was dragged is gone.
  func cancel()
}

extension CanvasDrag {
  public var givesUpOutside: Bool { !subjects.isEmpty }
  public func leave() -> Bool { false }
  public func cancel() {}
}
