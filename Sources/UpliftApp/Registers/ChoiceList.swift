import Foundation
import Gtk
import UpliftCore

/// One choice out of a list: with the pointer, with the arrows, or by typing what it begins with.
@MainActor final class ChoiceList {
  /// What somebody goes on to once the choice is made.
  enum Leaving {
    case staying, next, previous
  }

  let box: Box
  /// Nil: nothing of what was typed is among the choices, and Tab was pressed.
  var onChosen: ((String?, Leaving) -> Void)?
  /// What is not there is to be made, and chosen.
  var onMade: ((String) -> Void)?
  /// Escape was pressed.
  var onStop: (() -> Void)?
  private let field = SearchEntry()
  private let list = ListBox()
  private let scroller: ScrolledWindow
  private let remark = PageParts.dim()
  private let choices: [String]
  private let now: String
  private var seen: [String] = []
  private var filledFor = ""
  /// "Add audience “Night shift”"; nil: nothing can be made here.
  private let offer: ((String) -> String)?
  /// Below what was found stands what could be made.
  private var offersNew = false

  /// From so many choices on there is a field from the beginning.
  private static let many = 12
  /// More take too long to lay out, and nobody reads them.
  private static let most = 200

  /// - Parameters:
  ///   - now: the one that is chosen so far.
  ///   - typed: what somebody typed on the cell; nil: it was opened without.
  ///   - offer: says what would be made of a name that is not there; nil: nothing.
  init(
    _ title: String, _ choices: [String], now: String, typed: String?,
    offer: ((String) -> String)? = nil
  ) {
    self.choices = choices
    self.now = now
    self.offer = offer
    list.setSelection(.single)
    list.activatesOnSingleClick = true
    list.setAccessibleLabel(title)
    remark.setAccessibleRole(.status)
    scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(maximumHeight: 280)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    let prompt = offer == nil ? tr("Narrow down") : tr("Narrow down, or a new name")
    field.setPlaceholder(prompt)
    field.setAccessibleLabel(prompt)
    box = Box(.vertical, spacing: 6, [field, scroller, remark])
    field.isVisible = choices.count > Self.many || typed != nil || offer != nil
    field.text = typed ?? ""
    fill()
    field.onChanged { [weak self] in self?.fill() }
    field.onActivate { [weak self] in self?.choose(.staying) }
    list.onRowActivated { [weak self] index in
      guard let self else { return }
      filledFor = field.text
      list.selectedIndex = index
      choose(.staying)
    }
    addKeys()
  }

  /// Once it is on the screen.
  func takeFocus() {
    let isInField = choices.count > Self.many || !field.text.isEmpty || seen.isEmpty
    guard !field.isVisible || !isInField else {
      field.grabFocus()
      field.moveCursorToEnd()
      return
    }
    if let index = list.selectedIndex { list.row(at: index)?.grabFocus() }
  }

  /// "none" for the empty one.
  private static func title(_ choice: String) -> String {
    choice.isEmpty ? tr("none") : choice.replacingNewlines()
  }

  /// What fits some words: first what begins with them, then what has them further on.
  static func found(_ words: String, in choices: [String]) -> [String] {
    let words = words.trimmingCharacters(in: .whitespaces).lowercased()
    guard !words.isEmpty else { return choices }
    let fitting = choices.map { ($0, title($0).lowercased()) }.filter { $0.1.contains(words) }
    return (fitting.filter { $0.1.hasPrefix(words) } + fitting.filter { !$0.1.hasPrefix(words) })
      .map(\.0)
  }

  private func fill() {
    let words = field.text
    filledFor = words
    let found = Self.found(words, in: choices)
    seen = Array(found.prefix(Self.most))
    // What is chosen now is among them.
    if words.isEmpty, found.contains(now), !seen.contains(now) { seen[0] = now }
    list.removeAll()
    for choice in seen { append(Self.title(choice)) }
    let name = newName
    offersNew = name != nil
    if let name, let offer { append(offer(name)) }
    list.selectedIndex =
      seen.isEmpty
      ? (offersNew ? 0 : nil) : words.isEmpty ? seen.firstIndex(of: now) ?? 0 : 0
    scroller.isVisible = !seen.isEmpty || offersNew
    remark.isVisible = (seen.isEmpty && !offersNew) || found.count > seen.count
    remark.text =
      seen.isEmpty
      ? Self.refusal(of: words)
      : ntr(
        "{count} more: narrow them down.", "{count} more: narrow them down.",
        found.count - seen.count)
  }

  private func append(_ text: String) {
    let label = Label(text)
    label.alignment = 0
    label.setEllipsis(.end)
    label.setWidthInCharacters(maximum: 44)
    let row = ListBoxRow(label)
    row.tooltip = text
    row.addClass("register-choice")
    list.append(row)
  }

  /// What was typed, when something of that name can be made and none is there.
  private var newName: String? {
    offer == nil ? nil : NewChoice.name(field.text, besides: choices)
  }

  static func refusal(of words: String) -> String {
    tr("None of the choices fits “{text}”.", ["text": String(words.prefix(40))])
  }

  func choose(_ leaving: Leaving) {
    // The list follows a moment after the last letter; a key that comes sooner means what was typed.
    if filledFor != field.text { fill() }
    if let index = list.selectedIndex, seen.indices.contains(index) {
      onChosen?(seen[index], leaving)
    } else if offersNew, list.selectedIndex == seen.count, leaving == .staying, let newName {
      onMade?(newName)
    } else if leaving != .staying {
      onChosen?(nil, leaving)
    }
  }

  /// What was typed, for the sentence that refuses it.
  var typed: String { field.text }

  private func addKeys() {
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, modifiers in
      self?.pressed(key, modifiers) ?? false
    }
    box.addController(keys)
  }

  private func pressed(_ key: Key, _ modifiers: Modifiers) -> Bool {
    let isInField = field.containsFocus
    switch (key, modifiers) {
    case (.escape, []): onStop?()
    case (.tab, []): choose(.next)
    case (.backTab, _), (.tab, .shift): choose(.previous)
    case (.down, []) where isInField, (.keypadDown, []) where isInField: step(1)
    case (.up, []) where isInField, (.keypadUp, []) where isInField: step(-1)
    default:
      guard !isInField, modifiers.isSubset(of: .shift), key != .space,
        let character = key.character
      else { return false }
      field.text = (field.isVisible ? field.text : "") + String(character)
      field.isVisible = true
      takeFocus()
    }
    return true
  }

  private func step(_ step: Int) {
    let count = seen.count + (offersNew ? 1 : 0)
    guard count > 0 else { return }
    let index = min(max((list.selectedIndex ?? 0) + step, 0), count - 1)
    list.selectedIndex = index
    list.row(at: index)?.grabFocus()
  }
}
