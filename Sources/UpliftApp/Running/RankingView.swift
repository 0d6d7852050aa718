import Foundation
import Gtk
import UpliftCore

/// The results of the votes that were closed, the newest first, each with the most votes first. A row
/// leads to what it names.
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
    var round: UUID
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
    // While a vote is open nobody is to be led by an earlier one.
    guard let newest = board.closedVoting else {
      box.isVisible = false
      shown = []
      return
    }
    box.isVisible = true
    let rounds = Array(board.closedRounds.reversed())
    detail.text = rounds.first.map(Self.detail) ?? ""
    list.setAccessibleLabel(tr("Result of the vote"))
    let rows = rounds.flatMap { round in
      round.ranking.map { result in
        Row(
          round: round.voting.id, place: result.place,
          title: board.shownTitle(of: result.reference), votes: result.votes,
          reference: result.reference)
      }
    }
    let new = Shown(rounds: rounds.map(\.voting), rows: rows)
    guard new != shownRounds || list.childCount == 0 else { return }
    shownRounds = new
    shown = rows
    list.removeAll()
    nobody.isVisible = rounds.first?.ranking.isEmpty ?? true
    list.isVisible = rounds.count > 1 || !rows.isEmpty
    for round in rounds {
      if round.voting.id != newest.id { list.append(earlier(round)) }
      let own = rows.filter { $0.round == round.voting.id }
      if !own.isEmpty { list.append(headings) }
      for row in own { list.append(widget(of: row)) }
    }
  }

  private struct Shown: Equatable {
    var rounds: [Voting]
    var rows: [Row]
  }

  private var shownRounds: Shown?

  /// "Which first? · 33 of 55 votes".
  private static func detail(_ round: ClosedRound) -> String {
    let count = tr("{given} of {count} votes", ["given": round.given, "count": round.possible])
    return [round.voting.title, count].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func earlier(_ round: ClosedRound) -> Widget {
    let heading = Label(tr("An earlier vote"), classes: ["field-label"])
    heading.alignment = 0
    let box = Box(.vertical, spacing: 2, [heading, PageParts.dim(Self.detail(round))])
    if round.ranking.isEmpty { box.append(PageParts.dim(tr("Nobody voted."))) }
    box.setMargins(top: 10)
    return box
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
    let place = Label(String(row.place), classes: ["ranking-place"])
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
