import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Bars of the timeline, their ends, pilots and milestones are dragged to other days; Alt and the
/// arrows do the same by day and week.
@MainActor final class TimelineHand: FigureHand {
  var onChange: (() -> Void)?
  var say: ((String) -> Void)?
  private let session: Session
  private var timeline = Timeline(groups: [])
  private var layout: Timeline.Layout?
  private var theme = Theme.light
  private var measuring: (any TextMeasuring)?
  private var held: Held?
  /// Which part of a bar the keys move.
  private var keyPart: (reference: EntityReference, part: TimelinePart)?

  /// What is in the hand.
  private struct Held {
    let part: TimelinePart
    /// Nil: the pointer is not over the calendar, and they stay as they are.
    var days: TimelineDays?
    let range: ClosedRange<CalendarDay>?
  }

  /// Points around the rows that still are the rows.
  private static let slack = 8.0

  init(_ session: Session) { self.session = session }

  func take(_ chart: any Chart) {
    if let timeline = chart as? Timeline { self.timeline = timeline }
  }

  func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    self.measuring = measuring
    self.theme = theme
    let made = shown.layout(measuring: measuring, theme: theme, options: options)
    layout = made
    guard let keyPart, let hit = hit(keyPart.part), let frame = made.frame(of: hit) else {
      return made.scene
    }
    var scene = made.scene
    scene.items.append(
      SceneItem(
        frame: frame,
        content: ItemContent([
          .stroke(
            .roundedRectangle(Rect(0, 0, frame.width, frame.height).inset(-2, -2), radius: 5),
            theme.accent, width: 2)
        ])))
    return scene
  }

  private var shown: Timeline {
    guard let held else { return timeline }
    var result = timeline
    result.range = held.range
    if let days = held.days { held.part.put(days, into: &result) }
    return result
  }

  /// The part's bar in the layout; nil of a milestone, or when it is gone.
  private func hit(_ part: TimelinePart) -> Timeline.Hit? {
    guard case .run(let reference, let isPilot, let grip) = part,
      let index = timeline.bars.firstIndex(where: { $0.reference == reference })
    else { return nil }
    return Timeline.Hit(bar: index, isPilot: isPilot, grip: grip)
  }

  /// What of the timeline is at a place.
  private func part(at grip: CanvasGrip) -> TimelinePart? {
    guard let layout else { return nil }
    let point = grip.place.point
    if case .record(let reference) = grip.subject, reference.kind == .milestone {
      return .milestone(reference)
    }
    if let hit = layout.hit(at: point), timeline.bars.indices.contains(hit.bar) {
      return .run(timeline.bars[hit.bar].reference, isPilot: hit.isPilot, hit.grip)
    }
    // Where a bar has no day yet, a hand draws it.
    if let row = layout.row(at: point), timeline.bars.indices.contains(row),
      timeline.bars[row].start == nil, timeline.bars[row].end == nil,
      layout.isInCalendar(point.x)
    {
      return .run(timeline.bars[row].reference, isPilot: false, .end)
    }
    return nil
  }

  // MARK: Pointer

  func drag(from grip: CanvasGrip) -> (any CanvasDrag)? {
    guard !session.isReadOnly, let layout, let part = part(at: grip),
      let from = layout.day(atX: grip.place.point.x)
    else { return nil }
    let days = part.days(in: timeline) ?? TimelineDays(start: from, end: from)
    held = Held(part: part, days: days, range: layout.range)
    let startX = grip.place.point.x
    return FigureDrag(
      axis: .both, cursor: part.cursor,
      isThere: { [weak self] _ in self.map { part.isThere(in: $0.timeline) } ?? false },
      moved: { [weak self] in self?.move(part, days, fromX: startX, to: $0) ?? .nowhere },
      dropped: { [weak self] in self?.drop() },
      cancelled: { [weak self] in self?.release() })
  }

  func cursor(over grip: CanvasGrip) -> String? {
    session.isReadOnly ? nil : part(at: grip)?.cursor
  }

  private func move(
    _ part: TimelinePart, _ days: TimelineDays, fromX: Double, to pointer: Point?
  ) -> FigureLanding {
    guard let layout else { return .nowhere }
    var new: TimelineDays?
    if let pointer, layout.area.inset(-Self.slack, -Self.slack).contains(pointer),
      let from = layout.day(atX: fromX), let to = layout.day(atX: pointer.x)
    {
      new = days.moved(part.grip, by: from.days(until: to))
    }
    if held?.days != new {
      held?.days = new
      onChange?()
    }
    guard let pointer, let measuring else { return FigureLanding(tag: nil, lands: new != nil) }
    let scene = self.layout?.scene ?? layout.scene
    let tag =
      new.map {
        FigureTag.item(
          part.words($0), beside: pointer, in: scene, measuring: measuring, theme: theme)
      } ?? FigureTag.nothing(at: pointer, in: scene, measuring: measuring, theme: theme)
    return FigureLanding(tag: tag, lands: new != nil)
  }

  private func drop() {
    guard let held else { return }
    self.held = nil
    guard let days = held.days, set(held.part, days) else {
      onChange?()
      return
    }
  }

  private func release() {
    held = nil
    onChange?()
  }

  // MARK: Keys

  func pressed(_ key: Key, _ modifiers: Modifiers, on subject: ItemSubject?) -> Bool {
    guard modifiers.contains(.alt), modifiers.isSubset(of: [.alt, .shift]),
      let step = FigureStep(key), case .record(let reference) = subject, !session.isReadOnly
    else { return false }
    if reference.kind == .milestone {
      guard step == .left || step == .right else { return true }
      return moveByKey(.milestone(reference), step, modifiers)
    }
    guard reference.kind == .initiative else { return false }
    let part =
      keyPart.flatMap { $0.reference == reference ? $0.part : nil }
      ?? TimelinePart.run(reference, isPilot: false, .whole)
    switch step {
    case .left, .right:
      keyPart = (reference, part)
      return moveByKey(part, step, modifiers)
    case .up, .down:
      let parts = TimelinePart.parts(of: reference, in: timeline)
      let index = parts.firstIndex(of: part) ?? 0
      guard !parts.isEmpty else { return true }
      let next = parts[(index + (step == .down ? 1 : parts.count - 1)) % parts.count]
      keyPart = (reference, next)
      say?(tr("Alt+← and Alt+→ move: {part}", ["part": next.title]))
      onChange?()
      return true
    }
  }

  private func moveByKey(_ part: TimelinePart, _ step: FigureStep, _ modifiers: Modifiers) -> Bool {
    let isMirrored = layout?.scene.isMirrored ?? false
    let direction = step.mirrored(isMirrored) == .right ? 1 : -1
    let count = direction * (modifiers.contains(.shift) ? 7 : 1)
    let days: TimelineDays
    if let known = part.days(in: timeline) {
      days = known.moved(part.grip, by: count)
    } else {
      guard let today = timeline.today else { return true }
      days = TimelineDays(start: today, end: today.advanced(by: 29))
    }
    if set(part, days) { say?(part.words(days)) }
    return true
  }

  /// - Returns: false when nothing has changed.
  private func set(_ part: TimelinePart, _ days: TimelineDays) -> Bool {
    let record = session.read { try session.workspace.record(part.reference) }
    return session.perform(part.edit(days, of: record))
  }
}
