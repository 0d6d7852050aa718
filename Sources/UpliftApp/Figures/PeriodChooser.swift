import Foundation
import Gtk
import UpliftCore

/// For which days the leaderboards are drawn up, the same on each of their views.
@MainActor final class AccoladeChoice {
  private(set) var days = AccoladeDays.period(.everything)
  private var listeners: [() -> Void] = []

  func choose(_ days: AccoladeDays) {
    guard days != self.days else { return }
    self.days = days
    for listener in listeners { listener() }
  }

  func onChange(_ listener: @escaping () -> Void) { listeners.append(listener) }
}

/// Chooses them, and leads to the postcards.
@MainActor final class PeriodChooser {
  let widget = WrapBox(rowSpacing: 6, columnSpacing: 8, minimumWidth: 420)
  private let field = DropDown(AccoladePeriod.allCases.map(\.title) + [tr("From a day to a day")])
  private let choice: AccoladeChoice
  private let ends = Box(.horizontal, spacing: 6)
  private let first: DayEditor
  private let last: DayEditor
  private var isShowing = false
  private let startMonth: () -> Int

  /// - Parameters:
  ///   - startMonth: with which the fiscal year begins.
  ///   - cards: prints the accolades as postcards.
  init(_ choice: AccoladeChoice, startMonth: @escaping () -> Int, cards: @escaping () -> Void) {
    self.choice = choice
    self.startMonth = startMonth
    first = DayEditor { day, _ in
      guard case .between(_, let last) = choice.days else { return }
      choice.choose(.between(day, last))
    }
    last = DayEditor { day, _ in
      guard case .between(let first, _) = choice.days else { return }
      choice.choose(.between(first, day))
    }
    field.setAccessibleLabel(tr("Period"))
    widget.append(field)
    for (title, editor) in [(tr("From"), first), (tr("To"), last)] {
      editor.setName(title)
      editor.entry.setWidthInCharacters(11)
      editor.entry.setMaximumWidthInCharacters(14)
      ends.append(Label(title, classes: ["dim"]))
      ends.append(editor.widget)
    }
    widget.append(ends)
    let button = Button(label: tr("Postcards…"))
    button.onClicked(cards)
    widget.append(button)
    field.onSelected { [weak self] in
      guard let self, !isShowing, let index = field.selected else { return }
      let all = AccoladePeriod.allCases
      self.choice.choose(all.indices.contains(index) ? .period(all[index]) : asDays)
    }
    show()
    choice.onChange { [weak self] in self?.show() }
  }

  /// The period that was chosen, by its days, to be changed from there.
  private var asDays: AccoladeDays {
    if case .between = choice.days { return choice.days }
    let today = CalendarDay(Date())
    let days = choice.days.days(today: today, startMonth: startMonth())
    return .between(days?.lowerBound, days?.upperBound ?? today)
  }

  private func show() {
    isShowing = true
    defer { isShowing = false }
    switch choice.days {
    case .period(let period):
      field.selected = AccoladePeriod.allCases.firstIndex(of: period)
      ends.isVisible = false
    case .between(let from, let to):
      let wasVisible = ends.isVisible
      field.selected = AccoladePeriod.allCases.count
      ends.isVisible = true
      wasVisible ? first.show(from) : first.begin(from)
      wasVisible ? last.show(to) : last.begin(to)
    }
  }

  func commitTyping() {
    first.commitTyping()
    last.commitTyping()
  }
}
