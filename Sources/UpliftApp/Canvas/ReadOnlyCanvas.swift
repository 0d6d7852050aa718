import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A scene to look at: arrows travel through it, Enter and a double click go where it leads.
/// Nothing on it can be changed.
@MainActor final class ReadOnlyCanvas: SceneCanvasDelegate {
  let view: CanvasView
  var canvas: SceneCanvas { view.canvas }
  /// Somebody wants to go to what is selected.
  var onOpen: ((ItemSubject) -> Void)?

  init(bar: CanvasView.BarPlace = .over) {
    view = CanvasView(bar: bar)
    canvas.delegate = self
  }

  /// What is read aloud; cells leave that to what stands in them.
  private var spoken: Set<ItemSubject> = []

  func show(_ scene: Scene, accent: Color) {
    spoken = Set(scene.items.lazy.filter(\.isReadAloud).compactMap(\.subject))
    canvas.accent = accent
    canvas.scene = scene
  }

  func canvasSelectionChanged(_ canvas: SceneCanvas) {}
  func canvas(_ canvas: SceneCanvas, isStop subject: ItemSubject) -> Bool {
    spoken.contains(subject)
  }

  func canvas(_ canvas: SceneCanvas, textToEditAt subject: ItemSubject) -> EditableText? {
    // After the click or key that asks for it: what it leads to may take this canvas away.
    opening = Timeout.after(milliseconds: 1) { [weak self] in self?.onOpen?(subject) }
    return nil
  }

  private var opening: Timeout?

  func canvas(_ canvas: SceneCanvas, commit text: String, for subject: ItemSubject) -> Bool {
    true
  }

  func canvas(
    _ canvas: SceneCanvas, endedEditing subject: ItemSubject, _ ending: EditEnding
  ) {}

  func canvas(_ canvas: SceneCanvas, pressed key: Key, _ modifiers: Modifiers) -> Bool {
    // A text that is typed begins nothing here.
    key != .enter && key != .keypadEnter && key != .f2 && key.beginsText && key != .space
      && !modifiers.contains(.control)
  }

  func canvas(
    _ canvas: SceneCanvas, pressedWhileEditing key: Key, _ modifiers: Modifiers
  ) -> Bool { false }
}
