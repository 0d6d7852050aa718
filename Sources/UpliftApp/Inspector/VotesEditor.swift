import Gtk
import UpliftCore

/// How many votes something has, one more or one less.
@MainActor final class VotesEditor: Editor {
  private let row: Box
  private let count = Label("0")
  private let fewer = Button(icon: "list-remove-symbolic", name: tr("One vote less"))
  private let more = Button(icon: "list-add-symbolic", name: tr("One more vote"))
  var widget: Widget { row }
  private var isEditable = true

  init(fewer takeOne: @escaping () -> Void, more addOne: @escaping () -> Void) {
    count.alignment = 0
    count.expandsHorizontally = true
    row = Box(.horizontal, spacing: 4, [count, fewer, more])
    row.addClass("field-box")
    row.addClass("votes-row")
    fewer.hasFrame = false
    more.hasFrame = false
    fewer.onClicked { takeOne() }
    more.onClicked { addOne() }
  }

  func show(_ votes: Int) {
    let dots = String(repeating: "●", count: min(votes, 10)) + (votes > 10 ? "…" : "")
    count.text = votes == 0 ? tr("No votes") : "\(votes)  \(dots)"
    count.setAccessibleLabel(ntr("{count} vote", "{count} votes", votes))
    fewer.isSensitive = isEditable && votes > 0
  }

  func setEditable(_ isEditable: Bool) {
    self.isEditable = isEditable
    more.isSensitive = isEditable
    fewer.isSensitive = isEditable && count.text != tr("No votes")
  }
}
