import Gtk
import UpliftCore

/// A button for each sort of difference: which are shown, and how many there are.
@MainActor final class ComparisonFilterBar {
  let widget = Box(.horizontal, spacing: 6)
  private(set) var shown = Set(Difference.Sort.allCases)
  var onChange: () -> Void = {}
  private var buttons: [(sort: Difference.Sort, button: ToggleButton)] = []

  init() {
    widget.setAccessibleLabel(tr("Sorts of differences that are shown"))
    for sort in Difference.Sort.allCases {
      let button = ToggleButton(label: "")
      button.addClass("chip")
      button.isActive = true
      button.onToggled { [weak self, weak button] in
        guard let self, let button else { return }
        if button.isActive { shown.insert(sort) } else { shown.remove(sort) }
        onChange()
      }
      buttons.append((sort, button))
      widget.append(button)
    }
    show([:])
  }

  func show(_ counts: [Difference.Sort: Int]) {
    for (sort, button) in buttons {
      let count = counts[sort] ?? 0
      let text = tr(
        "{mark} {name} {count}",
        [
          "mark": ComparisonWords.mark(of: sort), "name": ComparisonWords.name(of: sort),
          "count": count,
        ])
      if button.label != text { button.label = text }
      button.isSensitive = count > 0
    }
  }
}
