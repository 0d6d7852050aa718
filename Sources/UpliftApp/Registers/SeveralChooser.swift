import Gtk
import UpliftCore

/// Any number of choices out of a list. Of very many, those that are chosen and the first that fit
/// what is written over them: a box for each of thousands would take seconds to lay out.
@MainActor final class SeveralChooser {
  let box = Box(.vertical, spacing: 2)
  /// Those that are chosen now, in the order of the list.
  var onChosen: (([String]) -> Void)?
  /// What is not there is to be made, and chosen as well.
  var onMade: ((String) -> Void)?
  /// Escape was pressed, where that closes what it stands in.
  var onStop: (() -> Void)?
  /// Tab was pressed, where that goes on to another cell: by how many, and what was typed that is
  /// none of the choices.
  var onTab: ((_ step: Int, _ refused: String?) -> Void)?
  private let field = SearchEntry()
  private let list = Box(.vertical)
  private let more = PageParts.dim()
  /// "Add audience “Night shift”"; nil: nothing can be made here.
  private let offer: ((String) -> String)?
  private let add: Button
  private let addTitle = Label("")
  private var choices: [String] = []
  private var chosen: Set<String> = []
  private var shown: [String] = []
  private var checks: [CheckButton] = []
  private var isShowing = false
  private var filledFor = ""

  /// From so many on there is a field that narrows them down.
  private static let many = 12
  /// More are only counted.
  private static let most = 40

  /// - Parameter offer: says what would be made of a name that is not there; nil: nothing.
  init(_ title: String, offer: ((String) -> String)? = nil) {
    self.offer = offer
    addTitle.setEllipsis(.end)
    add = Button(
      child: Box(.horizontal, spacing: 6, [Image(icon: "list-add-symbolic"), addTitle]))
    add.addClass("add-button")
    add.isVisible = false
    add.onClicked { [weak self] in self?.make() }
    list.setAccessibleLabel(title)
    field.setPlaceholder(offer == nil ? tr("Narrow down") : tr("Narrow down, or a new name"))
    field.setAccessibleLabel(tr("Narrow down {title}", ["title": title]))
    field.onChanged { [weak self] in self?.fill() }
    field.onActivate { [weak self] in self?.turnFirst() }
    addKeys()
    for child in [field, list, add, more] as [Widget] { box.append(child) }
  }

  /// How many lines it has, about.
  var lines: Int { max(1, shown.count) + (field.isVisible ? 1 : 0) + (more.isVisible ? 1 : 0) }

  func show(_ chosen: [String], of choices: [String]) {
    let isSame = choices == self.choices
    self.choices = choices
    self.chosen = Set(chosen)
    field.isVisible = choices.count > Self.many || offer != nil
    if isSame, !checks.isEmpty {
      mark()
    } else {
      fill()
    }
  }

  /// Another record's: what was looked for has no meaning there.
  func begin() {
    if !field.text.isEmpty { field.text = "" }
    fill()
  }

  /// The keyboard is on the first box; where there are very many, in the field over them.
  func takeFocus() {
    if choices.count > Self.many || checks.isEmpty {
      field.grabFocus()
    } else {
      checks.first?.grabFocus()
    }
  }

  /// Looks for what somebody typed, however few choices there are.
  func find(_ words: String) {
    field.isVisible = true
    field.text = words
    field.grabFocus()
    field.moveCursorToEnd()
  }

  /// Whether what was typed can be made.
  var offersNew: Bool { newName != nil }

  /// As Enter does in the field.
  func enter() { turnFirst() }

  /// The first that is seen is chosen, or is not any more; the next word is for another one.
  private func turnFirst() {
    guard !field.text.isEmpty else { return }
    fillIfTyped()
    guard let first = checks.first else { return make() }
    first.isActive.toggle()
    field.text = ""
  }

  /// What fits what was typed is chosen.
  ///
  /// - Returns: what was typed, when nothing fits it.
  private func takeFirst() -> String? {
    guard !field.text.allSatisfy(\.isWhitespace) else { return nil }
    fillIfTyped()
    guard let first = checks.first else { return field.text }
    if !first.isActive { first.isActive = true }
    return nil
  }

  /// What was typed, when something of that name can be made and none is there.
  private var newName: String? {
    offer == nil ? nil : NewChoice.name(field.text, besides: choices)
  }

  private func make() {
    guard let newName else { return }
    field.text = ""
    field.grabFocus()
    onMade?(newName)
  }

  /// Letters on a box look for another one.
  private func addKeys() {
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, modifiers in
      if key == .escape, modifiers.isEmpty, let stop = self?.onStop {
        stop()
        return true
      }
      if let self, let onTab, key == .tab || key == .backTab,
        modifiers.isSubset(of: .shift)
      {
        let isBack = key == .backTab || modifiers.contains(.shift)
        onTab(isBack ? -1 : 1, takeFirst())
        return true
      }
      guard let self, !field.containsFocus, modifiers.isSubset(of: .shift), key != .space,
        let character = key.character
      else { return false }
      find(String(character))
      return true
    }
    box.addController(keys)
  }

  /// The list follows a moment after the last letter; a key that comes sooner means what was typed.
  private func fillIfTyped() {
    if filledFor != field.text { fill() }
  }

  private func fill() {
    filledFor = field.text
    let words = field.text.lowercased().split(whereSeparator: \.isWhitespace)
    let found = choices.filter { choice in
      let text = choice.lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    let isLong = choices.count > Self.many
    // What is chosen is seen at once.
    let sorted =
      isLong ? found.filter { chosen.contains($0) } + found.filter { !chosen.contains($0) } : found
    let new = Array(sorted.prefix(Self.most))
    if new != shown || checks.isEmpty {
      shown = new
      list.removeAll()
      checks = shown.map { choice in
        let check = CheckButton(wrapping: choice.replacingNewlines())
        check.onToggled { [weak self, weak check] in
          guard let self, let check, !isShowing else { return }
          if check.isActive { chosen.insert(choice) } else { chosen.remove(choice) }
          onChosen?(self.choices.filter { self.chosen.contains($0) })
        }
        list.append(check)
        return check
      }
    }
    let name = newName
    add.isVisible = name != nil
    if let name, let offer {
      addTitle.text = offer(name)
      add.tooltip = offer(name)
      add.setAccessibleLabel(offer(name))
    }
    more.isVisible = found.count > shown.count || (found.isEmpty && name == nil)
    more.text =
      choices.isEmpty
      ? (offer == nil
        ? tr("There is nothing to choose from yet.")
        : tr("There is nothing to choose from yet: type a name."))
      : found.isEmpty
        ? tr("Nothing fits these words.")
        : ntr(
          "{count} more: narrow them down.", "{count} more: narrow them down.",
          found.count - shown.count)
    mark()
  }

  private func mark() {
    isShowing = true
    defer { isShowing = false }
    for (choice, check) in zip(shown, checks) where check.isActive != chosen.contains(choice) {
      check.isActive = chosen.contains(choice)
    }
  }
}
