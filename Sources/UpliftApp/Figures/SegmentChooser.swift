import Foundation
import Gtk
import UpliftCore

/// Whose readings a picture of metrics over time draws beside those of all customers.
@MainActor final class SegmentChooser {
  private enum Choice: Hashable {
    case none, all
    case one(String)
  }

  let widget: Widget
  private let editor: ChoiceEditor<Choice>
  private var chosen: Choice?

  /// So many segments that were read again and again make a tangle.
  private static let tangle = 3

  init(_ choose: @escaping () -> Void) {
    var set: ((Choice) -> Void)?
    editor = ChoiceEditor { set?($0) }
    editor.setName(tr("Segments"))
    widget = Box(.horizontal, spacing: 6, [Label(tr("Segments"), classes: ["dim"]), editor.widget])
    set = { [weak self] choice in
      self?.chosen = choice
      choose()
    }
  }

  /// Nil: all of them.
  var segments: Set<String>? {
    switch chosen {
    case .none?: []
    case .one(let segment)?: [segment]
    case .all?, nil: nil
    }
  }

  /// Until somebody chooses, all segments are drawn where one can still tell them apart.
  func show(_ readings: [Reading]) {
    let whole = readings.filter { $0.stepID == nil && !$0.segment.isEmpty }
    let segments = Set(whole.map(\.segment)).sorted()
    if case .one(let segment) = chosen, !segments.contains(segment) { chosen = nil }
    if chosen == nil {
      let again = Dictionary(grouping: whole) { "\($0.metricID) \($0.segment)" }
      let byMetric = Dictionary(grouping: again.values.filter { $0.count > 1 }) { $0[0].metricID }
      if byMetric.values.contains(where: { $0.count >= Self.tangle }) { chosen = Choice.none }
    }
    editor.show(
      chosen ?? .all,
      of: [(.none, tr("only all customers")), (.all, tr("all segments"))]
        + segments.map { (.one($0), $0) })
    widget.isVisible = !segments.isEmpty
  }
}
