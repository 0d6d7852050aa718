import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A board that is presented, from the canvas that shows it.
@MainActor final class PresentedBoard: PresentationSource {
  private let controller: BoardCanvasController
  private var contents: BoardContents { controller.contents }
  private let run: BoardRun
  private lazy var figures = TimerLabel(run.timer, classes: ["present-timer"])
  /// Of the screen's height, left for the timer under the picture.
  private static let timerShare = 0.075

  init(_ controller: BoardCanvasController, _ run: BoardRun) {
    self.controller = controller
    self.run = run
  }

  var corner: Widget? { run.timer.clock == nil ? nil : figures.label }

  func pressed(_ key: Key, _ modifiers: Modifiers) -> Bool {
    switch (key, modifiers) {
    case (.f7, []): run.toggleTimer()
    case (.f7, .shift): run.perform(.prolong)
    case (.f8, []): run.perform(.goOn)
    default: return false
    }
    return true
  }

  var title: String {
    contents.board.title.isEmpty ? tr("Untitled board") : contents.board.title
  }
  var emptySentence: String? { contents.columns.isEmpty ? tr("This board is empty") : nil }
  var theme: Theme { controller.theme }
  var isMirrored: Bool { controller.canvas.scene?.isMirrored ?? false }
  var isGone: Bool { !controller.session.outline.boards.contains { $0.id == controller.boardID } }

  var orders: [(order: PresentationOrder, stops: [PresentationStop])] {
    let orders: [(PresentationOrder, [PresentationStop])] = [
      (.columns, BoardPresentation.columns(of: contents)),
      (.clusters, BoardPresentation.clusters(of: contents)),
      (.ranking, BoardPresentation.ranking(of: contents)),
    ]
    return orders.filter { $0.0 == .columns || $0.1.count > 1 }
  }

  func name(of stop: PresentationStop) -> String {
    switch stop {
    case .column(let id): contents.columns.first { $0.id == id }?.title ?? ""
    case .cluster(let id): contents.shownTitle(of: EntityReference(.cluster, id))
    case .ranking: tr("Result of the vote")
    case .overview, .stage, .lane: title
    }
  }

  func pages(of stop: PresentationStop, size: Size, theme: Theme) -> [PresentationPage] {
    guard let measuring = controller.measuring else { return [] }
    var size = size
    if run.timer.clock != nil { size.height *= 1 - Self.timerShare }
    return BoardPresentation(contents, measuring: measuring, theme: theme, size: size)
      .pages(of: stop)
  }

  var start: (order: PresentationOrder, stop: PresentationStop, subject: ItemSubject?) {
    guard !controller.canvas.selection.isEmpty, let column = controller.currentColumnID else {
      return (.columns, .overview, nil)
    }
    return (.columns, .column(column), controller.canvas.current)
  }

  func end(at stop: PresentationStop, _ page: PresentationPage, isFirst: Bool) {
    if let current = controller.canvas.current, controller.canvas.selection.contains(current),
      page.shows(current)
    {
      return controller.canvas.reveal(current)
    }
    if case .cluster(let id) = stop { return controller.select(EntityReference(.cluster, id)) }
    guard case .column(let id) = stop else { return }
    let seen = page.seenItems.first { $0.item.role == .note || $0.item.role == .cluster }
    let reference = isFirst ? nil : seen?.item.subject?.reference
    controller.select(reference ?? EntityReference(.boardColumn, id))
  }
}
