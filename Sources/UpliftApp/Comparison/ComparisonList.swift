import Gtk
import UpliftCore

/// All differences as a list, by sort; a click or Enter goes to the place of one.
@MainActor final class ComparisonList {
  let widget: ScrolledWindow
  var onOpen: ((Difference) -> Void)?
  private let list = ListBox()
  private let empty = Label("", classes: ["empty-text"])
  private let more = Button(label: tr("Show more"))
  private var differences: [Difference] = []
  /// What each row leads to; nil for headings.
  private(set) var rows: [Difference?] = []
  private var limit = batch

  /// Rows that are made at first, and that each press of the button adds.
  private static let batch = 400

  init() {
    list.setSelection(.single)
    list.activatesOnSingleClick = true
    list.setAccessibleLabel(tr("Differences"))
    empty.wraps = true
    empty.setMargins(32)
    list.setPlaceholder(empty)
    more.horizontalAlignment = .start
    more.setMargins(12)
    let contents = Box(.vertical, [list, more])
    contents.addClass("page")
    widget = ScrolledWindow(contents)
    widget.setPolicy(horizontal: .never, vertical: .automatic)
    widget.expandsHorizontally = true
    widget.expandsVertically = true
    list.onRowActivated { [weak self] index in
      guard let self, rows.indices.contains(index), let difference = rows[index] else { return }
      onOpen?(difference)
    }
    more.onClicked { [weak self] in
      guard let self else { return }
      limit += Self.batch
      fill()
    }
  }

  /// - Parameter hint: what is said when there is nothing to list.
  func show(_ differences: [Difference], hint: String) {
    empty.text = hint
    guard differences != self.differences || rows.isEmpty else { return }
    self.differences = differences
    fill()
  }

  func takeFocus() {
    let first = rows.firstIndex { $0 != nil }
    (list.selectedIndex ?? first).flatMap { list.row(at: $0) }?.grabFocus()
  }

  private func fill() {
    let hadFocus = list.containsFocus
    let selected = list.selectedIndex
    list.removeAll()
    rows = []
    var left = limit
    for sort in Difference.Sort.allCases where left > 0 {
      let own = differences.filter { $0.sort == sort }
      guard !own.isEmpty else { continue }
      heading(sort, own.count)
      for difference in own.prefix(left) { row(difference) }
      left -= own.count
    }
    more.isVisible = differences.count > limit
    if let selected, rows.indices.contains(selected), rows[selected] != nil {
      list.selectedIndex = selected
    }
    if hadFocus { takeFocus() }
  }

  private func heading(_ sort: Difference.Sort, _ count: Int) {
    let label = Label(
      tr("{name} ({count})", ["name": ComparisonWords.name(of: sort), "count": count]),
      classes: ["page-heading"])
    label.alignment = 0
    label.setAccessibleRole(.heading)
    let row = ListBoxRow(label)
    row.isSelectable = false
    row.isActivatable = false
    row.isFocusable = false
    list.append(row)
    rows.append(nil)
  }

  private func row(_ difference: Difference) {
    let mark = Label(ComparisonWords.mark(of: difference.sort), classes: ["difference-mark"])
    mark.setWidthInCharacters(minimum: 2)
    mark.verticalAlignment = .start
    let title = Label(ComparisonWords.subject(of: difference))
    title.alignment = 0
    title.wraps = true
    let texts = Box(.vertical, spacing: 2, [title])
    texts.expandsHorizontally = true
    if let detail = ComparisonWords.detail(of: difference) {
      texts.append(PageParts.dim(detail))
    }
    let row = ListBoxRow(Box(.horizontal, spacing: 8, [mark, texts]))
    row.addClass("difference-row")
    row.setAccessibleLabel(
      tr(
        "{sort}: {text}",
        [
          "sort": ComparisonWords.name(of: difference.sort),
          "text": ComparisonWords.line(of: difference),
        ]))
    list.append(row)
    rows.append(difference)
  }
}
