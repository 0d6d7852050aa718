import Gtk
import UpliftCore

/// Widths that columns are set to by name, in points.
enum ColumnWidth {
  static var choices: [(value: Double?, title: String)] {
    [(nil, tr("Fit")), (110, tr("Narrow")), (148, tr("Normal")), (220, tr("Wide"))]
  }
}

/// How wide all columns of a map are: a name, or a number of points.
@MainActor final class ColumnWidthEditor: Editor {
  private let box = Box(.horizontal, spacing: 8)
  var widget: Widget { box }
  private let choice: ChoiceEditor<Double?>
  private let number: NumberEditor
  private var width: Double?

  init(set: @escaping (Double?) -> Void) {
    choice = ChoiceEditor { set($0) }
    let bounds = JourneyMap.columnWidths
    number = NumberEditor(
      Int(bounds.lowerBound)...Int(bounds.upperBound), isOptional: true, isNarrow: true
    ) {
      width, _ in set(width.map(Double.init))
    }
    choice.list.expandsHorizontally = true
    number.line.entry.setWidthInCharacters(5)
    number.line.entry.setMaximumWidthInCharacters(5)
    number.widget.tooltip = tr("Points, from 80 to 1000")
    box.append(choice.widget)
    box.append(number.widget)
  }

  func show(_ width: Double?) {
    var choices = ColumnWidth.choices
    if let width, !choices.contains(where: { $0.value == width }) {
      choices.append((width, tr("{count} points", ["count": Int(width)])))
    }
    choice.show(.some(width), of: choices)
    number.show(width.map { Int($0) })
  }

  func setName(_ name: String) {
    choice.setName(name)
    number.setName(tr("{name}, in points", ["name": name]))
  }

  func setEditable(_ isEditable: Bool) {
    choice.setEditable(isEditable)
    number.setEditable(isEditable)
  }

  func commitTyping() { number.commitTyping() }
}
