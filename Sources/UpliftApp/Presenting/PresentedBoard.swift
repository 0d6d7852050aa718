import Foundation
import UpliftCore
import UpliftDrawing

/// A board that is presented, from the canvas that shows it.
@MainActor final class PresentedBoard: PresentationSource {
  private let controller: BoardCanvasController
  private var contents: BoardContents { controller.contents }

  init(_ controller: BoardCanvasController) { self.controller = controller }

  var title: String {
    contents.board.title.isEmpty ? tr("Untitled board") : contents.board.title
  }
  var emptySentence: String? { contents.columns.isEmpty ? tr("This board is empty") : nil }
  var theme: Theme { controller.theme }
  var isMirrored: Bool { controller.canvas.scene?.isMirrored ?? false }
  var isGone: Bool { !controller.session.outline.boards.contains { $0.id == controller.boardID } }

  var orders: [(order: PresentationOrder, stops: [PresentationStop])] {
    [(.columns, BoardPresentation.columns(of: contents))]
  }

  func name(of stop: PresentationStop) -> String {
    guard case .column(let id) = stop else { return title }
    return contents.columns.first { $0.id == id }?.title ?? ""
  }

  func pages(of stop: PresentationStop, size: Size, theme: Theme) -> [PresentationPage] {
    guard let measuring = controller.measuring else { return [] }
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
    guard case .column(let id) = stop else { return }
    let seen = page.seenItems.first { $0.item.role == .note || $0.item.role == .cluster }
    let reference = isFirst ? nil : seen?.item.subject?.reference
    controller.select(reference ?? EntityReference(.boardColumn, id))
  }
}
