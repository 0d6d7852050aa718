import Gtk

/// One choice of a dialog: its name above a list.
enum ChoiceField {
  static func make(
    _ title: String, _ values: [String], selected: Int, choose: @escaping (Int) -> Void
  ) -> Box {
    let label = Label(title, classes: ["field-label"])
    label.alignment = 0
    let list = DropDown(values, selected: selected)
    list.addClass("field-box")
    // The name above it is its name to a screen reader; one of its own would be said as well.
    label.setTarget(list)
    list.onSelected { [weak list] in
      if let index = list?.selected { choose(index) }
    }
    let box = Box(.vertical, [label, list])
    box.keep(list)
    return box
  }
}
