import Foundation
import Gtk
import UpliftCore

/// The result of the vote that was closed last, most votes first. A row leads to what it names.
@MainActor final class RankingView {
  private let box = Box(.vertical, spacing: 4)
  var widget: Widget { box }
  private let heading = PageParts.heading(tr("Result of the vote"))
  private let detail = PageParts.dim()
  private let nobody = PageParts.dim(tr("Nobody voted."))
  private let list = Box(.vertical, spacing: 2)
  private let select: (EntityReference) -> Void
  private var shown: [Row] = []

  private struct Row: Equatable {
    var place: Int
    var title: String
    var votes: Int
    var reference: EntityReference
  }

  init(select: @escaping (EntityReference) -> Void) {
    self.select = select
    heading.removeClass("page-heading")
    heading.addClass("field-label")
    list.setAccessibleRole(.table)
    box.append(heading)
    box.append(detail)
    box.append(nobody)
    box.append(list)
    box.isVisible = false
  }

  func show(_ board: BoardContents) {
    guard let voting = board.closedVoting else {
      box.isVisible = false
      shown = []
      return
    }
    box.isVisible = true
    let (given, possible) = board.progress(of: voting)
    let count = tr("{given} of {count} votes", ["given": given, "count": possible])
    detail.text = [voting.title, count].filter { !$0.isEmpty }.joined(separator: " · ")
    list.setAccessibleLabel(tr("Result of the vote"))
    let rows = board.ranking.map { result in
      Row(
        place: result.place, title: board.shownTitle(of: result.reference), votes: result.votes,
        reference: result.reference)
    }
    guard rows != shown || list.childCount == 0 else { return }
    shown = rows
    list.removeAll()
    nobody.isVisible = rows.isEmpty
    list.isVisible = !rows.isEmpty
    list.append(headings)
    for row in rows { list.append(widget(of: row)) }
  }

  private var headings: Widget {
    let place = Label(tr("Rank"), classes: ["ranking-place", "ranking-heading"])
    place.alignment = 1
    let title = Label(tr("What was voted for"), classes: ["ranking-heading"])
    title.alignment = 0
    title.setEllipsis(.end)
    title.expandsHorizontally = true
    let votes = Label(tr("Votes"), classes: ["ranking-votes", "ranking-heading"])
    votes.alignment = 1
    let row = Box(.horizontal, spacing: 2, [place, title, votes])
    for label in [place, title, votes] { label.setAccessibleRole(.columnHeader) }
    row.addClass("ranking-row")
    row.setAccessibleRole(.row)
    row.setAccessibleLabel([place.text, title.text, votes.text].joined(separator: ", "))
    return row
  }

  private func widget(of row: Row) -> Widget {
    let place = Label("\(row.place).", classes: ["ranking-place"])
    place.alignment = 1
    place.verticalAlignment = .start
    let title = Label(row.title.replacingNewlines())
    title.alignment = 0
    title.wraps = true
    title.setLines(3)
    title.setEllipsis(.end)
    title.expandsHorizontally = true
    title.verticalAlignment = .start
    let votes = Label(String(row.votes), classes: ["ranking-votes"])
    votes.alignment = 1
    votes.verticalAlignment = .start
    let button = Button(child: title)
    button.hasFrame = false
    button.addClass("ranking-row")
    button.expandsHorizontally = true
    button.setAccessibleLabel(row.title.replacingNewlines())
    for cell in [place, button, votes] as [Widget] { cell.setAccessibleRole(.cell) }
    let line = Box(.horizontal, spacing: 2, [place, button, votes])
    line.setAccessibleRole(.row)
    line.addClass("ranking-row")
    line.setAccessibleLabel(
      tr(
        "Place {place}: {title}, {votes}",
        [
          "place": row.place, "title": row.title.replacingNewlines(),
          "votes": ntr("{count} vote", "{count} votes", row.votes),
        ]))
    let reference = row.reference
    button.onClicked { [weak self] in self?.select(reference) }
    return line
  }
}
