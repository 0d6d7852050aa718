import Gtk
import UpliftCore
import UpliftDrawing

/// What can be presented: a map or a board.
@MainActor public protocol PresentationSource: AnyObject {
  var title: String { get }
  /// What is said when there is nothing to show; nil when there is something.
  var emptySentence: String? { get }
  /// With their stops, the first of which is the whole.
  var orders: [(order: PresentationOrder, stops: [PresentationStop])] { get }
  /// Of the window; a presentation may be shown in another one.
  var theme: Theme { get }
  var isMirrored: Bool { get }
  var isGone: Bool { get }

  func name(of stop: PresentationStop) -> String
  func pages(of stop: PresentationStop, size: Size, theme: Theme) -> [PresentationPage]
  /// Where the selection is.
  var start: (order: PresentationOrder, stop: PresentationStop, subject: ItemSubject?) { get }
  /// Stands in a corner of every page: the timer; nil for nothing.
  var corner: Widget? { get }
  /// A key that is the source's own.
  func pressed(_ key: Key, _ modifiers: Modifiers) -> Bool
  /// Shows, in the window, where the presentation ended.
  func end(at stop: PresentationStop, _ page: PresentationPage, isFirst: Bool)
}

extension PresentationSource {
  var corner: Widget? { nil }
  func pressed(_ key: Key, _ modifiers: Modifiers) -> Bool { false }

  /// "Stage 2 of 5: Send back".
  func sentence(_ course: PresentationCourse, pageCount: Int) -> String {
    let name = name(of: course.stop)
    guard let (number, count) = course.position else {
      return tr("Overview: {title}", ["title": title])
    }
    let values: KeyValuePairs<String, Any> = ["number": number, "count": count, "title": name]
    let place =
      switch course.stop {
      case .lane: tr("Lane {number} of {count}: {title}", values)
      case .column: tr("Column {number} of {count}: {title}", values)
      case .cluster: tr("Cluster {number} of {count}: {title}", values)
      case .ranking: name
      case .stage, .overview: tr("Stage {number} of {count}: {title}", values)
      }
    guard pageCount > 1 else { return place }
    return tr(
      "{place}, page {number} of {count}",
      ["place": place, "number": course.page + 1, "count": pageCount])
  }
}
