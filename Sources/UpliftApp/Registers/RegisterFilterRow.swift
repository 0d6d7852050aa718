import Foundation
import Gtk
import UpliftCore

/// Under the headings: what each column lets through.
@MainActor final class RegisterFilterRow<Record: Ranked> {
  let box: RegisterTableLine
  var onChanged: ((Int, RegisterFilter?) -> Void)?
  /// The keyboard came to the filter of a column.
  var onFocused: ((Int) -> Void)?
  /// Escape.
  var onEnd: (() -> Void)?
  private let columns: [RegisterColumn<Record>]
  private let context: RegisterContext
  private var shows: [(RegisterFilter?) -> Void] = []
  private var isShowing = false
  /// Wrappers that closures know only weakly.
  private var kept: [Widget] = []

  /// - Parameter texts: all that a column's cells say, each once.
  init(
    _ columns: [RegisterColumn<Record>], _ context: RegisterContext, _ places: RegisterColumns,
    texts: @escaping (Int) -> [String]
  ) {
    self.columns = columns
    self.context = context
    let cells = columns.map { _ in Box(.horizontal) }
    box = RegisterTableLine(places, cells)
    box.addClass("register-filters")
    for (place, column) in columns.enumerated() {
      let control =
        switch RegisterFilter.sort(of: column) {
        case .words: words(place, column)
        case .choices: choices(place, column, texts)
        case .days: days(place, column)
        case .numbers: numbers(place, column)
        }
      control.expandsHorizontally = true
      cells[place].append(control)
      let focus = FocusController()
      focus.onEnter { [weak self] in self?.onFocused?(place) }
      cells[place].addController(focus)
    }
    let keys = KeyController()
    keys.onPressed { [weak self] key, modifiers in
      guard modifiers.isEmpty else { return false }
      guard key == .escape else { return false }
      self?.onEnd?()
      return true
    }
    box.addController(keys)
  }

  func show(_ filters: [Int: RegisterFilter]) {
    isShowing = true
    for (place, show) in shows.enumerated() { show(filters[place]) }
    isShowing = false
  }

  private func changed(_ place: Int, _ filter: RegisterFilter) {
    guard !isShowing else { return }
    onChanged?(place, filter.isOpen ? nil : filter)
  }

  private func words(_ place: Int, _ column: RegisterColumn<Record>) -> Widget {
    let entry = Entry()
    entry.addClass("filter-field")
    entry.setWidthInCharacters(3)
    entry.setMaximumWidthInCharacters(1)
    entry.setPlaceholder(tr("contains"))
    entry.setAccessibleLabel(tr("{column} contains", ["column": column.title]))
    var later: Timeout?
    entry.onChanged { [weak self, weak entry] in
      later = Timeout.after(milliseconds: 120) {
        guard let self, let entry else { return }
        self.changed(place, .contains(entry.text))
      }
      _ = later
    }
    kept.append(entry)
    shows.append { [weak entry] filter in
      guard let entry, !entry.containsFocus || filter == nil else { return }
      let text = if case .contains(let words) = filter { words } else { "" }
      if entry.text != text { entry.text = text }
    }
    return entry
  }

  /// A button that says what is let through, and opens what is chosen from.
  private func button(
    _ column: RegisterColumn<Record>, _ popover: Popover
  ) -> (button: MenuButton, label: Label) {
    let label = Label(tr("all"))
    label.setEllipsis(.end)
    label.alignment = 0
    label.expandsHorizontally = true
    let button = MenuButton(
      child: Box(.horizontal, spacing: 2, [label, Image(icon: "pan-down-symbolic")]))
    button.addClass("filter-button")
    button.hasFrame = false
    button.setPopover(popover)
    popover.addClass("register-popover")
    button.setAccessibleLabel(tr("Filter {column}", ["column": column.title]))
    kept += [button, popover, label]
    return (button, label)
  }

  private func choices(
    _ place: Int, _ column: RegisterColumn<Record>, _ texts: @escaping (Int) -> [String]
  ) -> Widget {
    let list = Box(.vertical, spacing: 2)
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(minimumWidth: 160, maximumHeight: 320)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    let popover = Popover(scroller)
    let (button, shown) = button(column, popover)
    var chosen = Set<String>()
    var checks: [CheckButton] = []
    popover.onMap { [weak self] in
      list.removeAll()
      checks = []
      for text in texts(place) {
        let check = CheckButton(label: text.isEmpty ? tr("empty") : text.replacingNewlines())
        check.isActive = chosen.contains(text)
        check.onToggled { [weak check] in
          guard let self, let check else { return }
          if check.isActive { chosen.insert(text) } else { chosen.remove(text) }
          self.changed(place, .oneOf(chosen))
        }
        checks.append(check)
        list.append(check)
      }
      checks.first?.grabFocus()
    }
    shows.append { [weak button, weak shown] filter in
      chosen = if case .oneOf(let texts) = filter { texts } else { [] }
      let label =
        chosen.isEmpty
        ? tr("all")
        : chosen.count == 1
          ? chosen.first.map { $0.isEmpty ? tr("empty") : $0 } ?? ""
          : ntr("{count} value", "{count} values", chosen.count)
      shown?.text = label
      button?.setClass("active", !chosen.isEmpty)
      button?.setAccessibleLabel(
        tr("Filter {column}: {value}", ["column": column.title, "value": label]))
    }
    return button
  }

  private func days(_ place: Int, _ column: RegisterColumn<Record>) -> Widget {
    between(
      place, column, example: context.days.text(context.today),
      read: { [context] in context.days.day($0) }, text: { [context] in context.days.text($0) },
      make: { .days(from: $0, to: $1) },
      parts: { if case .days(let from, let to) = $0 { (from, to) } else { (nil, nil) } })
  }

  private func numbers(_ place: Int, _ column: RegisterColumn<Record>) -> Widget {
    // Money is sorted by its minor units.
    let currency = context.currency
    let isMoney = column.kind == .money
    return between(
      place, column, example: "100",
      read: { [context] text -> Double? in
        isMoney
          ? Money(text, currency, format: context.numbers).map { Double($0.minorUnits) }
          : context.numbers.value(text.replacing("%", with: ""))
      },
      text: { [context] value in
        isMoney
          ? Money(minorUnits: Int64(value), currency).text(context.numbers)
          : context.numbers.text(value)
      }, make: { .numbers(from: $0, to: $1) },
      parts: { if case .numbers(let from, let to) = $0 { (from, to) } else { (nil, nil) } })
  }

  private func between<Value: Equatable>(
    _ place: Int, _ column: RegisterColumn<Record>, example: String,
    read: @escaping (String) -> Value?, text: @escaping (Value) -> String,
    make: @escaping (Value?, Value?) -> RegisterFilter,
    parts: @escaping (RegisterFilter?) -> (Value?, Value?)
  ) -> Widget {
    let (from, to) = (Entry(), Entry())
    let grid = Box(.vertical, spacing: 4)
    for (title, entry) in [(tr("from"), from), (tr("to"), to)] {
      let label = Label(title, classes: ["field-label"])
      label.alignment = 0
      entry.addClass("field-box")
      entry.setPlaceholder(example)
      entry.setAccessibleLabel(
        tr("{column}, {bound}", ["column": column.title, "bound": title]))
      grid.append(label)
      grid.append(entry)
    }
    let popover = Popover(grid)
    let (button, shown) = button(column, popover)
    let take = { [weak self, weak from, weak to] in
      guard let self, let from, let to else { return }
      for entry in [from, to] {
        entry.setClass(
          "error", !entry.text.allSatisfy(\.isWhitespace) && read(entry.text) == nil)
      }
      changed(place, make(read(from.text), read(to.text)))
    }
    kept += [from, to]
    for entry in [from, to] {
      entry.onChanged { take() }
      entry.onActivate { [weak popover] in popover?.popDown() }
    }
    shows.append { [weak button, weak shown, weak from, weak to] filter in
      let (low, high) = parts(filter)
      if let from, !from.containsFocus, read(from.text) != low {
        from.text = low.map(text) ?? ""
      }
      if let to, !to.containsFocus, read(to.text) != high { to.text = high.map(text) ?? "" }
      let label =
        switch (low, high) {
        case (let low?, let high?): text(low) + "–" + text(high)
        case (let low?, nil): "≥ " + text(low)
        case (nil, let high?): "≤ " + text(high)
        case (nil, nil): tr("all")
        }
      shown?.text = label
      button?.setClass("active", low != nil || high != nil)
      button?.setAccessibleLabel(
        tr("Filter {column}: {value}", ["column": column.title, "value": label]))
    }
    return button
  }
}
