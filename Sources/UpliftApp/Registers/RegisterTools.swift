import Gtk
import UpliftCore

/// Over a register: which of its records are seen, and what is done with all of them.
@MainActor final class RegisterTools {
  let box = Box(.vertical, spacing: 6)
  var onView: ((Int) -> Void)?
  var onWords: ((String) -> Void)?
  var onFilterRow: ((Bool) -> Void)?
  var onMarked: ((Bool) -> Void)?
  var onEnd: (() -> Void)?
  let field = SearchEntry()
  let row = WrapBox(rowSpacing: 6, columnSpacing: 8, minimumWidth: 420)
  private var views: SegmentedEditor<Int>?
  private let filters = ToggleButton(label: tr("Filter"))
  private let marked = ToggleButton(label: tr("⚠ Needs attention"))
  private let count = PageParts.dim()
  private let end = Button(label: tr("Show all"))
  private let state: Box
  private var isShowing = false

  init(_ titles: [String], hasMarks: Bool) {
    state = Box(.horizontal, spacing: 8, [count, end])
    if titles.count > 1 {
      let views = SegmentedEditor(wraps: true, titles.enumerated().map { ($0.offset, $0.element) })
      { [weak self] index in self?.onView?(index) }
      views.setName(tr("What is seen"))
      views.widget.expandsHorizontally = false
      self.views = views
      row.append(views.widget)
    }
    field.setPlaceholder(tr("Filter by words"))
    field.setAccessibleLabel(tr("Filter by words"))
    field.setMaximumWidthInCharacters(20)
    field.onChanged { [weak self] in
      guard let self, !isShowing else { return }
      onWords?(field.text)
    }
    field.onStop { [weak self] in self?.onEnd?() }
    filters.tooltip = tr("What each column lets through (Ctrl+Shift+L)")
    filters.onToggled { [weak self] in
      guard let self, !isShowing else { return }
      onFilterRow?(filters.isActive)
    }
    marked.tooltip = tr("Only rows with a mark")
    marked.onToggled { [weak self] in
      guard let self, !isShowing else { return }
      onMarked?(marked.isActive)
    }
    for button in [filters, marked] { button.addClass("small-text-button") }
    marked.isVisible = hasMarks
    row.append(field)
    row.append(filters)
    if hasMarks { row.append(marked) }
    end.addClass("small-text-button")
    end.onClicked { [weak self] in self?.onEnd?() }
    end.tooltip = tr("Ends the filter (Escape)")
    count.setAccessibleRole(.status)
    count.wraps = false
    box.append(row)
    box.append(state)
  }

  /// - Parameters:
  ///   - seen: how many rows are shown of how many.
  ///   - showsRow: whether the columns' filters are there.
  func show<Record>(
    _ order: RegisterOrder<Record>, seen: (shown: Int, all: Int), showsRow: Bool
  ) {
    isShowing = true
    views?.show(order.view)
    if field.text != order.words { field.text = order.words }
    if filters.isActive != showsRow { filters.isActive = showsRow }
    if marked.isActive != order.onlyMarked { marked.isActive = order.onlyMarked }
    isShowing = false
    // A view that shows a part of them says so.
    state.isVisible = order.isFiltering || seen.shown < seen.all
    end.isVisible = order.isFiltering
    let text = tr(
      "{shown} of {all} shown",
      [
        "shown": NumberFormat.local.text(seen.shown), "all": NumberFormat.local.text(seen.all),
      ])
    if count.text != text { count.text = text }
  }
}
