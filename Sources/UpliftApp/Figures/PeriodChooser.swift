import Gtk
import UpliftCore

/// For which days the leaderboards are drawn up, the same on each of their views.
@MainActor final class AccoladeChoice {
  private(set) var period = AccoladePeriod.everything
  private var listeners: [() -> Void] = []

  func choose(_ period: AccoladePeriod) {
    guard period != self.period else { return }
    self.period = period
    for listener in listeners { listener() }
  }

  func onChange(_ listener: @escaping () -> Void) { listeners.append(listener) }
}

/// Chooses them, and leads to the postcards.
@MainActor final class PeriodChooser {
  let widget = Box(.horizontal, spacing: 8)
  private let field = DropDown(AccoladePeriod.allCases.map(\.title))
  private let choice: AccoladeChoice

  /// - Parameter cards: prints the accolades as postcards.
  init(_ choice: AccoladeChoice, cards: @escaping () -> Void) {
    self.choice = choice
    field.setAccessibleLabel(tr("Period"))
    widget.append(field)
    let button = Button(label: tr("Postcards…"))
    button.onClicked(cards)
    widget.append(button)
    field.onSelected { [weak self] in
      guard let self, let index = field.selected else { return }
      self.choice.choose(AccoladePeriod.allCases[index])
    }
    show()
    choice.onChange { [weak self] in self?.show() }
  }

  private func show() {
    let index = AccoladePeriod.allCases.firstIndex(of: choice.period)
    if field.selected != index { field.selected = index }
  }
}
