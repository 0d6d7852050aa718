import Gtk
import UpliftCore
import UpliftDrawing

/// Something of a board under the pointer, on its way to another place.
final class BoardCanvasDrag: CanvasDrag {
  private weak var controller: BoardCanvasController?
  private var planner: BoardDropPlanner
  private let grip: CanvasGrip
  private var target: BoardDropTarget?
  private var copies = false
  let subjects: Set<ItemSubject>
  private(set) var marks: [DropMark] = []
  var preview: SceneItem? { nil }

  /// Nil when what is dragged is not on the board.
  init?(_ drag: BoardDrag, _ grip: CanvasGrip, _ controller: BoardCanvasController) {
    guard let scene = controller.canvas.scene,
      let planner = BoardDropPlanner(drag, contents: controller.contents, scene: scene)
    else { return nil }
    self.controller = controller
    self.planner = planner
    self.grip = grip
    // A cluster's notes stand on it.
    let inside = drag.references.flatMap { controller.contents.clusterNotes[$0.id] ?? [] }
    subjects = Set(
      (drag.references + inside.map { EntityReference(.note, $0) }).map { .record($0) })
  }

  var axis: DragAxis { planner.axis }
  var cursor: String { target == nil ? "not-allowed" : copies ? "copy" : "grabbing" }

  func move(to place: ScenePlace, copies: Bool) {
    let new = planner.target(at: place, copies: copies)
    guard new != target || copies != self.copies else { return }
    self.copies = copies
    target = new
    marks = new.map { planner.marks(for: $0) } ?? []
  }

  func follow(_ scene: Scene) -> Bool {
    guard let controller,
      let planner = BoardDropPlanner(planner.drag, contents: controller.contents, scene: scene)
    else { return false }
    self.planner = planner
    target = nil
    marks = []
    return true
  }

  func drop() {
    guard let controller, let target else { return }
    let placement = controller.contents.dropping(planner.drag, on: target, copies: copies)
    if case .note = target {
      controller.placeCluster(placement)
    } else {
      controller.place(placement, current: grip.subject.reference)
    }
  }
}
