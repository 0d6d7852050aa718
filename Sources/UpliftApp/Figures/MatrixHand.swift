import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Bubbles of the priority matrix are dragged to another value and effort; Alt and the arrows move
/// the one that is selected.
@MainActor final class MatrixHand: FigureHand {
  var onChange: (() -> Void)?
  var say: ((String) -> Void)?
  private let session: Session
  private var matrix = PriorityMatrix(bubbles: [])
  private var layout: PriorityMatrix.Layout?
  private var theme = Theme.light
  private var measuring: (any TextMeasuring)?
  private var held: Held?

  private struct Held {
    var reference: EntityReference
    var value: Double
    var effort: Double
    /// The pointer is over the plot.
    var lands = true
    let scale: EffortScale
    let labels: PriorityMatrix.LabelStyle
  }

  /// Points around the plot that still are the plot.
  private static let slack = 8.0

  init(_ session: Session) { self.session = session }

  func take(_ chart: any Chart) {
    if let matrix = chart as? PriorityMatrix { self.matrix = matrix }
  }

  func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    self.measuring = measuring
    self.theme = theme
    let made = shown.layout(measuring: measuring, theme: theme, options: options)
    layout = made
    return made.scene
  }

  /// With what is held at the place where it would land.
  private var shown: PriorityMatrix {
    guard let held, let index = matrix.bubbles.firstIndex(where: { $0.reference == held.reference })
    else { return matrix }
    var result = matrix
    result.scale = held.scale
    result.labels = held.labels
    guard held.lands else { return result }
    result.bubbles[index].value = held.value
    result.bubbles[index].effort = held.effort
    result.heldInHand = held.reference
    return result
  }

  private func bubble(_ subject: ItemSubject?) -> PriorityMatrix.Bubble? {
    guard case .record(let reference) = subject else { return nil }
    return matrix.bubbles.first { $0.reference == reference }
  }

  // MARK: Pointer

  func drag(from grip: CanvasGrip) -> (any CanvasDrag)? {
    guard !session.isReadOnly, let layout, let bubble = bubble(grip.subject) else { return nil }
    let home = layout.point(value: bubble.value, effort: bubble.effort)
    let start = grip.place.point
    held = Held(
      reference: bubble.reference, value: bubble.value, effort: bubble.effort,
      scale: layout.scale, labels: layout.labels)
    return FigureDrag(
      axis: .both, cursor: "grabbing",
      isThere: { [weak self] _ in self?.bubble(grip.subject) != nil },
      moved: { [weak self] in
        self?.move(to: $0, from: start, home: home) ?? .nowhere
      },
      dropped: { [weak self] in self?.drop() },
      cancelled: { [weak self] in self?.release() })
  }

  func cursor(over grip: CanvasGrip) -> String? {
    session.isReadOnly || bubble(grip.subject) == nil ? nil : "grab"
  }

  /// - Parameters:
  ///   - start: where the pointer took hold of it.
  ///   - home: where its middle belonged then.
  private func move(to pointer: Point?, from start: Point, home: Point) -> FigureLanding {
    guard let layout, var new = held else { return .nowhere }
    new.lands =
      pointer.map { layout.plot.inset(-Self.slack, -Self.slack).contains($0) } ?? false
    if let pointer, new.lands {
      (new.value, new.effort) = layout.roundValues(
        at: Point(home.x + pointer.x - start.x, home.y + pointer.y - start.y))
    }
    if held?.value != new.value || held?.effort != new.effort || held?.lands != new.lands {
      held = new
      onChange?()
    }
    guard let pointer, let measuring, let shown = self.layout else {
      return FigureLanding(tag: nil, lands: new.lands)
    }
    let tag =
      new.lands
      ? FigureTag.item(
        Self.words(new.value, new.effort),
        beside: shown.point(value: new.value, effort: new.effort), in: shown.scene,
        measuring: measuring, theme: theme)
      : FigureTag.nothing(at: pointer, in: shown.scene, measuring: measuring, theme: theme)
    return FigureLanding(tag: tag, lands: new.lands)
  }

  private func drop() {
    guard let held else { return }
    self.held = nil
    if !set(held.reference, value: held.value, effort: held.effort) { onChange?() }
  }

  private func release() {
    held = nil
    onChange?()
  }

  // MARK: Keys

  func pressed(_ key: Key, _ modifiers: Modifiers, on subject: ItemSubject?) -> Bool {
    guard modifiers == .alt, let step = FigureStep(key), let bubble = bubble(subject),
      !session.isReadOnly
    else { return false }
    let isMirrored = layout?.scene.isMirrored ?? false
    let stepped =
      switch step.mirrored(isMirrored) {
      case .up: PriorityMatrix.stepped(bubble, value: 1)
      case .down: PriorityMatrix.stepped(bubble, value: -1)
      case .right: PriorityMatrix.stepped(bubble, effort: 1)
      case .left: PriorityMatrix.stepped(bubble, effort: -1)
      }
    if set(bubble.reference, value: stepped.value, effort: stepped.effort) {
      say?(Self.words(stepped.value, stepped.effort))
    }
    return true
  }

  /// - Returns: false when nothing has changed.
  private func set(_ reference: EntityReference, value: Double, effort: Double) -> Bool {
    let found = session.read { try session.workspace.record(reference) as? Opportunity }
    guard let opportunity = found else { return false }
    return session.perform(
      Edit.changing(opportunity, .setPriority) {
        $0.value = value
        $0.effort = effort
      })
  }

  /// "Value 4 · effort 1.5 person-months".
  static func words(_ value: Double, _ effort: Double) -> String {
    tr(
      "Value {value} · effort {effort} person-months",
      [
        "value": NumberFormat.local.text(value, decimals: 1),
        "effort": NumberFormat.local.text(effort, decimals: 2),
      ])
  }
}
