import Gtk
import UpliftCore

/// A colour of the palette, or none: then it goes by something else.
@MainActor final class SwatchEditor: Editor {
  private static let perRow = 5

  private let frame = Box(.vertical, spacing: 6)
  private let chosen = Label()
  var widget: Widget { frame }

  private let byDefault: String
  private let values: [Swatch?] = [nil] + Swatch.allCases
  private var buttons: [ToggleButton] = []
  private var isShowing = false

  /// - Parameter byDefault: what no colour of its own is called: "By kind".
  init(byDefault: String, choose: @escaping (Swatch?) -> Void) {
    self.byDefault = byDefault
    frame.addClass("field-box")
    chosen.alignment = 0
    chosen.setEllipsis(.end)
    let rows = Box(.vertical, spacing: 4)
    for start in stride(from: 0, to: values.count, by: Self.perRow) {
      let row = Box(.horizontal, spacing: 4)
      for value in values[start..<min(start + Self.perRow, values.count)] {
        let button = ToggleButton(label: value == nil ? "–" : "")
        let name = value.map(Words.name) ?? byDefault
        button.setAccessibleLabel(name)
        button.tooltip = name
        button.addClass("swatch")
        button.addClass(value.map { "swatch-\($0.rawValue)" } ?? "swatch-none")
        button.expandsHorizontally = true
        if let first = buttons.first { button.join(first) }
        button.onToggled { [weak self, weak button] in
          guard let self, let button, !isShowing, button.isActive else { return }
          chosen.text = name
          choose(value)
        }
        buttons.append(button)
        row.append(button)
      }
      rows.append(row)
    }
    frame.append(chosen)
    frame.append(rows)
  }

  /// - Parameter isMixed: several things differ, none is chosen.
  func show(_ value: Swatch?, isMixed: Bool = false) {
    isShowing = true
    for (button, own) in zip(buttons, values) {
      let isChosen = !isMixed && own == value
      if button.isActive != isChosen { button.isActive = isChosen }
    }
    isShowing = false
    chosen.text = isMixed ? tr("Different colours") : value.map(Words.name) ?? byDefault
  }
}
