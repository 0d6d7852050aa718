import Gtk
import UpliftCore

/// One of several values, from a list.
@MainActor final class ChoiceEditor<Value: Equatable>: Editor {
  typealias Choice = (value: Value, title: String)

  let list = DropDown([])
  var widget: Widget { list }

  private var choices: [Choice] = []
  private var shown: Value?
  /// Several things differ: a line that says so stands before the choices.
  private var isMixed = false
  private var isShowing = false
  private let choose: (Value) -> Void

  init(_ choices: [Choice] = [], choose: @escaping (Value) -> Void) {
    self.choose = choose
    list.addClass("field-box")
    setChoices(choices)
    list.onSelected { [weak self] in
      guard let self, !isShowing, let place = list.selected else { return }
      let index = place - (isMixed ? 1 : 0)
      guard self.choices.indices.contains(index) else { return }
      let value = self.choices[index].value
      guard value != shown else { return }
      shown = value
      choose(value)
    }
  }

  /// - Parameter value: nil: several things differ, none is chosen.
  func show(_ value: Value?, of choices: [Choice]? = nil) {
    let choices = choices ?? self.choices
    setChoices(choices, isMixed: value == nil && !choices.isEmpty)
    shown = value
    let index =
      isMixed ? 0 : value.flatMap { value in self.choices.firstIndex { $0.value == value } }
    guard list.selected != index else { return }
    isShowing = true
    list.selected = index
    isShowing = false
  }

  private func setChoices(_ new: [Choice], isMixed: Bool = false) {
    defer {
      choices = new
      self.isMixed = isMixed
    }
    guard new.map(\.title) != choices.map(\.title) || isMixed != self.isMixed else { return }
    isShowing = true
    list.isSearchable = new.count > 20
    list.setChoices((isMixed ? [tr("Several values")] : []) + new.map { shortened($0.title) })
    isShowing = false
  }
}

/// A list's button is as wide as its longest text, so that has its bounds. Wide characters count
/// twice.
private func shortened(_ text: String) -> String {
  var width = 0
  var result = ""
  for character in text.replacingNewlines() {
    width += (character.unicodeScalars.first?.value ?? 0) >= 0x1100 ? 2 : 1
    if width > 30 { return result.trimmingEnd() + "…" }
    result.append(character)
  }
  return result
}

extension String {
  /// On one line.
  func replacingNewlines() -> String {
    String(map { $0.isNewline ? " " : $0 })
  }

  fileprivate func trimmingEnd() -> String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
