import Gtk
import UpliftCore
import UpliftDrawing

/// Something of a map under the pointer, on its way to another place.
final class JourneyCanvasDrag: CanvasDrag {
  private weak var controller: JourneyCanvasController?
  private var planner: JourneyDropPlanner
  private let grip: CanvasGrip
  private var target: JourneyDropTarget?
  private var copies = false
  private(set) var marks: [DropMark] = []
  private(set) var preview: SceneItem?

  /// Nil when what is dragged is not on the map.
  init?(_ drag: JourneyDrag, _ grip: CanvasGrip, _ controller: JourneyCanvasController) {
    guard let scene = controller.canvas.scene,
      let planner = controller.planner(drag, grip, scene)
    else { return nil }
    self.controller = controller
    self.planner = planner
    self.grip = grip
  }

  var axis: DragAxis { planner.axis }

  var subjects: Set<ItemSubject> {
    switch planner.drag {
    case .edge, .emotion: []
    default: Set(planner.drag.references.map { .record($0) })
    }
  }

  var cursor: String {
    switch planner.drag {
    case .edge: "ew-resize"
    case .emotion: "ns-resize"
    default: target == nil ? "not-allowed" : copies && canCopy ? "copy" : "grabbing"
    }
  }

  /// A map has its blueprint lines once, and its emotions are no lane that could be twice.
  private var canCopy: Bool {
    guard case .rows(let references) = planner.drag, let controller else { return true }
    let lanes = Set(controller.contents.copyableLanes.map(\.reference))
    return references.allSatisfy(lanes.contains)
  }

  func move(to place: ScenePlace, copies: Bool) {
    let copies = copies && canCopy
    let new = planner.target(at: place, copies: copies)
    guard new != target || copies != self.copies else { return }
    self.copies = copies
    target = new
    marks = new.map { planner.marks(for: $0) } ?? []
    preview = new.flatMap { planner.preview(for: $0) }
  }

  func follow(_ scene: Scene) -> Bool {
    guard let controller, let planner = controller.planner(planner.drag, grip, scene) else {
      return false
    }
    self.planner = planner
    target = nil
    marks = []
    preview = nil
    return true
  }

  func drop() {
    guard let controller, let target else { return }
    let grabbed = grip.subject.reference
    controller.place(
      controller.contents.dropping(planner.drag, on: target, copies: copies), current: grabbed,
      saying: copies ? tr("Duplicating…") : tr("Moving…"))
  }
}
