import Gtk
import UpliftCore

/// Over a register: which of its records are seen.
@MainActor final class RegisterTools {
  let box = Box(.horizontal, spacing: 8)
  var onFilter: ((Int) -> Void)?
  var onWords: ((String) -> Void)?
  private let field = SearchEntry()
  private var filters: SegmentedEditor<Int>?

  init(_ titles: [String]) {
    if titles.count > 1 {
      let filters = SegmentedEditor(titles.enumerated().map { ($0.offset, $0.element) }) {
        [weak self] index in self?.onFilter?(index)
      }
      filters.setName(tr("What is seen"))
      filters.show(0)
      filters.widget.expandsHorizontally = false
      self.filters = filters
      box.append(filters.widget)
    }
    field.setPlaceholder(tr("Filter by words"))
    field.setAccessibleLabel(tr("Filter by words"))
    field.setMaximumWidthInCharacters(24)
    field.onSearch { [weak self] in self.map { $0.onWords?($0.field.text) } }
    field.onStop { [weak self] in self?.field.text = "" }
    box.append(field)
  }

  func showAll(_ index: Int) {
    filters?.show(max(index, 0))
    field.text = ""
  }
}
