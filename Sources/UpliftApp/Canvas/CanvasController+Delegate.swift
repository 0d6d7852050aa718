import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// What the canvas asks and tells, but for writing.
extension CanvasController {
  private static let arrows: Set<Key> = [
    .left, .right, .up, .down, .keypadLeft, .keypadRight, .keypadUp, .keypadDown,
  ]

  public func canvasSelectionChanged(_ canvas: SceneCanvas) { onChanged?() }

  public func canvas(_ canvas: SceneCanvas, isStop subject: ItemSubject) -> Bool {
    isStop(subject)
  }

  public func canvas(
    _ canvas: SceneCanvas, pressedWhileEditing key: Key, _ modifiers: Modifiers
  ) -> Bool {
    if key.lowercased == .character("l"), modifiers == .control {
      // What is not written down yet cannot be linked.
      if canvas.commitEditing() { openLinks() }
      return true
    }
    if modifiers == .alt, Self.arrows.contains(key) {
      // What was just made is moved as it is written; nobody who writes means the way back.
      if canvas.commitEditing() {
        canvas.endEditing()
        _ = self.canvas(canvas, pressed: key, modifiers)
      }
      return true
    }
    return pressedWhileEditing(key, modifiers)
  }

  public func canvas(
    _ canvas: SceneCanvas, pressed key: Key, _ modifiers: Modifiers
  ) -> Bool {
    if pressed(key, modifiers) { return true }
    switch (key.lowercased, modifiers) {
    case (.insert, []), (.keypadInsert, []), (.enter, .control), (.keypadEnter, .control):
      addBelow()
    case (.delete, []), (.keypadDelete, []), (.backspace, []): deleteSelection()
    case (.up, .alt), (.keypadUp, .alt): moveSelection(.up)
    case (.down, .alt), (.keypadDown, .alt): moveSelection(.down)
    case (.left, .alt), (.keypadLeft, .alt):
      // Where nothing can be moved, it is the way back.
      guard !selectedReferences.isEmpty else { return false }
      moveSelection(isMirrored ? .forward : .backward)
    case (.right, .alt), (.keypadRight, .alt):
      guard !selectedReferences.isEmpty else { return false }
      moveSelection(isMirrored ? .backward : .forward)
    case (.character("c"), .control): copy()
    case (.character("x"), .control): cut()
    case (.character("v"), .control): paste()
    case (.character("d"), .control): duplicate()
    case (.character("l"), .control): openLinks()
    default: return false
    }
    return true
  }

  public func canvas(_ canvas: SceneCanvas, follows subject: ItemSubject) { follow(subject) }

  private var isMirrored: Bool { canvas.scene?.isMirrored ?? false }

  public func canvas(_ canvas: SceneCanvas, dragFrom grip: CanvasGrip) -> (any CanvasDrag)? {
    session.isReadOnly || canvas.tool != nil ? nil : drag(from: grip)
  }

  /// A picture before all else: whoever drags things around means what they look like.
  public func canvas(
    _ canvas: SceneCanvas, offersDragged subjects: Set<ItemSubject>
  ) -> ClipboardOffer? {
    if !subjects.isSubset(of: canvas.selection) {
      canvas.select(subjects, current: subjects.first)
    }
    guard var offer = copied else { return nil }
    let pictures = [ClipboardOffer.png, ClipboardOffer.svg].filter(offer.types.contains)
    offer.types = pictures + offer.types.filter { !pictures.contains($0) }
    return offer
  }

  public func canvas(_ canvas: SceneCanvas, hasEdges subject: ItemSubject) -> Bool {
    !session.isReadOnly && hasEdges(subject)
  }

  public func canvas(_ canvas: SceneCanvas, cursorOver grip: CanvasGrip) -> String? {
    session.isReadOnly ? nil : cursor(over: grip)
  }

  public func canvas(_ canvas: SceneCanvas, opens subject: ItemSubject, typing: Character?) -> Bool
  {
    !session.isReadOnly && open(subject, typing: typing)
  }

  public func canvas(_ canvas: SceneCanvas, canResize subject: ItemSubject) -> Bool {
    !session.isReadOnly && canResize(subject)
  }

  public func canvas(_ canvas: SceneCanvas, resized subject: ItemSubject, to length: Double) {
    resize(subject, to: length)
  }

  public func canvas(_ canvas: SceneCanvas, wantsMenuAt x: Double, _ y: Double) {
    onMenuRequested?(x, y)
  }
}
