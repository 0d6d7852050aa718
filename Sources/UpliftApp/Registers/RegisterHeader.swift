import Gtk
import UpliftCore

/// The headings of a register; a click sorts by one.
@MainActor final class RegisterHeader {
  let box: RegisterTableLine
  /// Where the columns stand, in every line of the table.
  let places: RegisterColumns
  var onPressed: ((Int) -> Void)?
  /// The keyboard came to a heading.
  var onFocused: ((Int) -> Void)?
  private var parts: [(button: Button, label: Label, mark: Label, layout: RegisterLayout)] = []

  init(_ columns: [RegisterLayout]) {
    places = RegisterColumns(columns)
    var pressed: ((Int) -> Void)?
    var focused: ((Int) -> Void)?
    for (place, column) in columns.enumerated() {
      let label = Label(column.title)
      label.alignment = column.isFigure ? 1 : 0
      if column.isFigure { label.alignLinesAtEnd() }
      label.wraps = true
      label.setLines(2)
      label.setEllipsis(.end)
      label.setWidthInCharacters(maximum: 1)
      label.expandsHorizontally = true
      label.verticalAlignment = .end
      let mark = Label("")
      // Over the button, so that a long title makes its column no wider than those below it.
      let overlay = Overlay(Box(.horizontal))
      overlay.addOverlay(Box(.horizontal, [label, mark]))
      let button = Button(child: overlay)
      button.hasFrame = false
      button.addClass("register-heading")
      button.onClicked { pressed?(place) }
      let focus = FocusController()
      focus.onEnter { focused?(place) }
      button.addController(focus)
      parts.append((button, label, mark, column))
    }
    box = RegisterTableLine(places, parts.map(\.button))
    box.addClass("table-header")
    pressed = { [weak self] in self?.onPressed?($0) }
    focused = { [weak self] in self?.onFocused?($0) }
    // What scrolls along with the rows is given the height of one line otherwise.
    let height = parts.reduce(0) { highest, part in
      let height = part.label.naturalSize(forWidth: part.layout.width - Self.padding).height
      part.label.wraps = false
      // A label that may wrap stands as low as if it did.
      part.label.wraps = height > part.label.naturalSize().height
      return max(highest, height)
    }
    for part in parts {
      part.button.setSizeRequest(width: part.layout.width, height: height + Self.abovePadding)
    }
    show(nil, isDescending: false)
  }

  var buttons: [Button] { parts.map(\.button) }
  var labels: [Label] { parts.map(\.label) }

  /// How wide the columns are now, in logical pixels; one that grows is wider than its least.
  var widths: [Int] { parts.map { max($0.layout.width, $0.button.width + Self.sidePadding) } }

  private static var knownWidths: [String: Int] = [:]
  /// Room for the mark of sorting, and around the title; logical pixels.
  private static let padding = sidePadding + markWidth
  private static let markWidth = textWidth(" ↓")
  /// Left and right of the title together.
  private static let sidePadding = 20
  /// Above and below the title together.
  private static let abovePadding = 10

  /// Of a column that would be so wide by itself: nothing of its title is cut off on two lines,
  /// and none stands on two lines because of the mark alone.
  static func width(_ own: Int, for title: String) -> Int {
    let whole = width(of: title)
    return max(own, whole - own <= markWidth ? whole : leastWidth(of: title))
  }

  static func leastWidth(of title: String) -> Int {
    let words = title.split(whereSeparator: \.isWhitespace)
    let ways = (1...max(1, words.count)).map { first in
      max(
        width(of: words.prefix(first).joined(separator: " ")),
        width(of: words.dropFirst(first).joined(separator: " ")))
    }
    return ways.min() ?? 0
  }

  /// Of a line with the room around it.
  private static func width(of line: String) -> Int {
    if let known = knownWidths[line] { return known }
    let width = textWidth(line) + padding
    knownWidths[line] = width
    return width
  }

  private static func textWidth(_ text: String) -> Int {
    let label = Label(text)
    let button = Button(child: label)
    button.hasFrame = false
    button.addClass("register-heading")
    let header = Box(.horizontal, [button])
    header.addClass("table-header")
    return label.naturalSize().width
  }

  func show(_ sorted: Int?, isDescending: Bool) {
    for (place, part) in parts.enumerated() {
      let isSorted = place == sorted
      part.mark.text = isSorted ? (isDescending ? " ↓" : " ↑") : ""
      part.button.tooltip = [
        tr("Sort by {column}", ["column": part.layout.title]), part.layout.rule,
      ].filter { !$0.isEmpty }.joined(separator: "\n\n")
      let state =
        !isSorted
        ? tr("not sorted") : isDescending ? tr("sorted downwards") : tr("sorted upwards")
      part.button.setAccessibleLabel(
        tr("{column}, {state}", ["column": part.layout.title, "state": state]))
      part.button.setAccessibleDescription(part.layout.rule)
    }
  }
}
