import Gtk
import UpliftDrawing

/// What a canvas needs to know of what it shows, and whom it tells what people do there. The
/// canvas itself knows scenes only.
public protocol SceneCanvasDelegate: AnyObject {
  func canvasSelectionChanged(_ canvas: SceneCanvas)

  /// Whether arrows and Tab stop at a subject; a click may select others too.
  func canvas(_ canvas: SceneCanvas, isStop subject: ItemSubject) -> Bool

  /// Whether a screen reader meets a subject.
  func canvas(_ canvas: SceneCanvas, isSpoken subject: ItemSubject) -> Bool

  /// The pointer has come to something; nil: it is over nothing.
  func canvas(_ canvas: SceneCanvas, pointsAt subject: ItemSubject?)

  /// Somebody wants to edit, or to type at, a subject. The answer names the item that is edited,
  /// which may be one that this very call has added to the scene. Nil: there is no text there.
  func canvas(_ canvas: SceneCanvas, textToEditAt subject: ItemSubject) -> EditableText?

  /// The text stands so for now; called in pauses, and before the editing ends. False: it could
  /// not be kept, and is to be offered again.
  func canvas(_ canvas: SceneCanvas, commit text: String, for subject: ItemSubject) -> Bool

  func canvas(_ canvas: SceneCanvas, endedEditing subject: ItemSubject, _ ending: EditEnding)

  /// What was edited is not in the picture any more; the editing has ended.
  ///
  /// - Parameter text: as it stood in the editor.
  func canvas(_ canvas: SceneCanvas, lost text: String, of subject: ItemSubject)

  /// A key that the canvas itself has no use for. True: it was for the delegate.
  func canvas(_ canvas: SceneCanvas, pressed key: Key, _ modifiers: Modifiers) -> Bool

  /// A key that neither the editor nor its text has a use for. True: it was for the delegate.
  func canvas(
    _ canvas: SceneCanvas, pressedWhileEditing key: Key, _ modifiers: Modifiers
  ) -> Bool

  /// Somebody has taken hold of something and goes off with it. Nil: it stays where it is.
  func canvas(_ canvas: SceneCanvas, dragFrom grip: CanvasGrip) -> (any CanvasDrag)?

  /// What is dragged out of the window, for other programs; nil: it cannot leave.
  func canvas(
    _ canvas: SceneCanvas, offersDragged subjects: Set<ItemSubject>
  ) -> ClipboardOffer?

  /// Whether the left and right edges of a card can be dragged by themselves.
  func canvas(_ canvas: SceneCanvas, hasEdges subject: ItemSubject) -> Bool

  /// The cursor over what could be taken hold of; nil: the usual one.
  func canvas(_ canvas: SceneCanvas, cursorOver grip: CanvasGrip) -> String?

  /// A mark that leads elsewhere was clicked.
  func canvas(_ canvas: SceneCanvas, follows subject: ItemSubject)

  /// Somebody wants to edit, or to type at, a subject that is no text. True: the delegate has
  /// opened something of its own for it.
  ///
  /// - Parameter typing: the first character, when it was typed.
  func canvas(_ canvas: SceneCanvas, opens subject: ItemSubject, typing: Character?) -> Bool

  /// Whether the edge of a header can be dragged.
  func canvas(_ canvas: SceneCanvas, canResize subject: ItemSubject) -> Bool

  /// - Parameter length: height or width that a header was given, in points at 100 %.
  func canvas(_ canvas: SceneCanvas, resized subject: ItemSubject, to length: Double)

  /// The secondary button, or the menu key. Coordinates are the canvas's.
  func canvas(_ canvas: SceneCanvas, wantsMenuAt x: Double, _ y: Double)
}

extension SceneCanvasDelegate {
  public func canvas(_ canvas: SceneCanvas, isSpoken subject: ItemSubject) -> Bool {
    self.canvas(canvas, isStop: subject)
  }
  public func canvas(_ canvas: SceneCanvas, pointsAt subject: ItemSubject?) {}
  public func canvas(_ canvas: SceneCanvas, lost text: String, of subject: ItemSubject) {}
  public func canvas(_ canvas: SceneCanvas, follows subject: ItemSubject) {}
  public func canvas(_ canvas: SceneCanvas, wantsMenuAt x: Double, _ y: Double) {}
  public func canvas(_ canvas: SceneCanvas, dragFrom grip: CanvasGrip) -> (any CanvasDrag)? { nil }
  public func canvas(
    _ canvas: SceneCanvas, offersDragged subjects: Set<ItemSubject>
  ) -> ClipboardOffer? { nil }
  public func canvas(_ canvas: SceneCanvas, hasEdges subject: ItemSubject) -> Bool { false }
  public func canvas(_ canvas: SceneCanvas, cursorOver grip: CanvasGrip) -> String? { nil }
  public func canvas(_ canvas: SceneCanvas, opens subject: ItemSubject, typing: Character?) -> Bool
  {
    false
  }
  public func canvas(_ canvas: SceneCanvas, canResize subject: ItemSubject) -> Bool { false }
  public func canvas(_ canvas: SceneCanvas, resized subject: ItemSubject, to length: Double) {}
}

public struct EditableText {
  public var subject: ItemSubject
  public var text: String
  /// Where the item draws no text yet.
  public var style: TextStyle
  /// Nobody may read it now: it is written anew, and stays as it is when nothing is written.
  public var isHidden: Bool
  /// Nobody wrote it yet: it is selected, so that what is typed takes its place.
  public var isProposed: Bool

  public init(
    subject: ItemSubject, text: String, style: TextStyle, isHidden: Bool = false,
    isProposed: Bool = false
  ) {
    self.subject = subject
    self.text = text
    self.style = style
    self.isHidden = isHidden
    self.isProposed = isProposed
  }
}

/// How editing in place ended, and where its user wants to be next.
public enum EditEnding: Hashable {
  /// Enter.
  case keptForNext
  /// Ctrl+Enter: another one below is to be written.
  case keptForAnother
  /// Tab.
  case keptForNextCell
  /// Shift+Tab.
  case keptForPreviousCell
  /// The focus went elsewhere.
  case kept
  /// Escape: the text that it had before.
  case cancelled(original: String)
}
