import Foundation
import Gtk
import UpliftCore

/// Cells that are changed in a popover: what is chosen, looked for or written in several lines.
extension RegisterTable {
  /// - Parameter typed: what somebody typed on the cell.
  func choose(
    _ row: RegisterRow<Record>, _ column: Int, _ choices: [String], typed: String? = nil
  ) {
    let making = columns[column].kind == .choice ? columns[column].making() : nil
    guard let record = row.record, making != nil || mayChoose(choices) else { return }
    let id = row.id
    let list = ChoiceList(
      columns[column].title, choices, now: columns[column].text(record), typed: typed,
      offer: making?.offer)
    let popover = popover(list.box, at: row.cells[column], closing: { _ = list })
    list.onStop = { [weak self, weak popover] in self?.leave(popover, id, column) }
    list.onMade = { [weak self, weak popover] name in
      self?.leave(popover, id, column)
      self?.make(name, column, at: id)
    }
    list.onChosen = { [weak self, weak popover, weak list] choice, leaving in
      guard let self else { return }
      leave(popover, id, column)
      if let choice {
        saveAll(choice, column, at: id)
      } else {
        say(ChoiceList.refusal(of: list?.typed ?? ""))
      }
      switch leaving {
      case .staying: break
      case .next: tabbed(id, column, by: 1)
      case .previous: tabbed(id, column, by: -1)
      }
    }
    popover.popUp()
    list.takeFocus()
  }

  /// Yes or no, by the letters that they begin with.
  func chooseDirectly(_ typed: String, _ place: (id: UUID, column: Int)) {
    if let choice = ChoiceList.found(typed, in: columns[place.column].choices()).first {
      saveAll(choice, place.column, at: place.id)
    } else {
      say(ChoiceList.refusal(of: typed))
    }
  }

  func chooseSeveral(_ row: RegisterRow<Record>, _ column: Int, typed: String? = nil) {
    let choices = columns[column].choices()
    let making = columns[column].making()
    guard let record = row.record, making != nil || mayChoose(choices) else { return }
    let id = row.id
    let chooser = SeveralChooser(columns[column].title, offer: making?.offer)
    chooser.onMade = { [weak self, weak chooser] name in
      guard let self else { return }
      make(name, column, at: id)
      chooser?.show(
        self.record(id).map { columns[column].text($0).components(separatedBy: "; ") } ?? [],
        of: columns[column].choices())
    }
    chooser.show(columns[column].text(record).components(separatedBy: "; "), of: choices)
    chooser.onChosen = { [weak self] chosen in
      self?.saveAll(chosen.joined(separator: "; "), column, at: id)
    }
    let scroller = ScrolledWindow(chooser.box)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(minimumWidth: 220, maximumHeight: 280)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    let popover = popover(scroller, at: row.cells[column], closing: { _ = chooser })
    chooser.onStop = { [weak self, weak popover] in self?.leave(popover, id, column) }
    chooser.onTab = { [weak self, weak popover] step, refused in
      self?.leave(popover, id, column)
      if let refused { self?.say(ChoiceList.refusal(of: refused)) }
      self?.tabbed(id, column, by: step)
    }
    popover.popUp()
    if let typed { chooser.find(typed) } else { chooser.takeFocus() }
  }

  /// Makes what was not there to be chosen, for the row or for all that are selected.
  private func make(_ name: String, _ column: Int, at id: UUID) {
    let rows = selection.ids.contains(id) ? selectedRecords : records.filter { $0.id == id }
    perform(columns[column].edit(making: name, chosenBy: rows))
    context.forget()
  }

  /// Nobody is led into a list in which nothing stands.
  private func mayChoose(_ choices: [String]) -> Bool {
    if choices.contains(where: { !$0.isEmpty }) { return true }
    say(tr("There is nothing to choose from yet."))
    return false
  }

  func write(_ row: RegisterRow<Record>, _ column: Int, typed: String? = nil) {
    guard let record = row.record else { return }
    let id = row.id
    let editor = TextEditor { [weak self] text, typing in
      self?.save(text, column, of: id, typing: typing)
    }
    editor.setName(
      tr("{field} of {name}", ["field": columns[column].title, "name": name(record)]))
    editor.begin(columns[column].text(record))
    editor.isForOneText = true
    let scroller = ScrolledWindow(editor.widget)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(minimumWidth: 340, maximumHeight: 320)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    let hint = PageParts.dim(tr("Enter keeps the text; Shift+Enter is a new line."))
    let popover = popover(
      Box(.vertical, spacing: 6, [scroller, hint]), at: row.cells[column],
      closing: { editor.commitTyping() })
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self, weak popover, weak editor] key, modifiers in
      guard let self, let editor, !editor.isComposing else { return false }
      switch (key, modifiers) {
      case (.enter, []), (.keypadEnter, []): leave(popover, id, column)
      case (.enter, .control), (.keypadEnter, .control):
        let (text, stretch) = (editor.view.text, editor.typingID)
        leave(popover, id, column)
        saveAll(text, column, at: id, typing: stretch)
      default:
        guard let step = Self.tabStep(key, modifiers) else { return false }
        leave(popover, id, column)
        tabbed(id, column, by: step)
      }
      return true
    }
    editor.view.addController(keys)
    popover.popUp()
    editor.view.grabFocus()
    if let typed {
      editor.view.text = ""
      editor.view.insertAtCursor(typed)
    }
  }

  func findLink(_ row: RegisterRow<Record>, _ column: Int, typed: String? = nil) {
    guard let record = row.record else { return }
    let id = row.id
    let search = LinkSearch(session, .sources)
    search.kinds = Set(columns[column].linkKinds)
    let contents = Box(.vertical, spacing: 8, [search.widget])
    let popover = popover(contents, at: row.cells[column], closing: { _ = search })
    let set = { [weak self, weak popover] (target: EntityReference?) in
      self?.leave(popover, id, column)
      guard let self, let setTarget = columns[column].setTarget else { return }
      let rows = selection.ids.contains(id) ? selectedRecords : records.filter { $0.id == id }
      perform(Edit.changing(rows) { _ = setTarget(&$0, target) })
    }
    search.onChosen = { _, target in set(target) }
    search.onStop = { [weak popover] in popover?.popDown() }
    if columns[column].target(record) != nil {
      let clear = Button(label: tr("Take the link away"))
      clear.onClicked { set(nil) }
      contents.append(clear)
    }
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self, weak popover, weak search] key, modifiers in
      guard let self, let search, let step = Self.tabStep(key, modifiers) else { return false }
      let words = search.words
      if words.allSatisfy(\.isWhitespace) {
        leave(popover, id, column)
      } else if let found = search.current {
        set(found)
      } else {
        leave(popover, id, column)
        say(ChoiceList.refusal(of: words))
      }
      tabbed(id, column, by: step)
      return true
    }
    contents.addController(keys)
    popover.popUp()
    search.begin(with: typed ?? "")
  }

  /// Where Tab goes on to: 1, or −1 with Shift; nil: another key.
  private static func tabStep(_ key: Key, _ modifiers: Modifiers) -> Int? {
    switch (key, modifiers) {
    case (.tab, []): 1
    case (.tab, .shift), (.backTab, _): -1
    default: nil
    }
  }

  /// Closes it with the keyboard in its cell already, so that a key pressed at once arrives there.
  private func leave(_ popover: Popover?, _ id: UUID, _ column: Int) {
    row(id)?.cells[column].box.grabFocus()
    popover?.popDown()
  }

  /// Hangs on a cell; when it closes, the keyboard is back there.
  private func popover(
    _ contents: Widget, at cell: RegisterCell, closing: @escaping () -> Void = {}
  ) -> Popover {
    let popover = Popover(contents)
    popover.addClass("register-popover")
    popover.setParent(cell.box)
    popover.setSide(.bottom)
    self.popover = popover
    popover.onClosed { [weak self, weak cell, weak popover] in
      closing()
      if let popover, let cell { popover.leave(cell.box) }
      // A letter that was typed at once may have opened the next one.
      if let self, self.popover === popover { self.popover = nil }
      self?.soon { [weak self, weak cell] in
        // Somebody may have gone on since.
        guard let self, let cell, editing == nil, !list.containsFocus else { return }
        cell.box.grabFocus()
      }
    }
    return popover
  }
}

/// Completes a name while it is typed: the rest of it stands there selected, so that the next
/// character replaces it.
@MainActor enum NameCompletion {
  static func add(to entry: Entry, _ names: [String]) {
    var before = entry.text
    var later: Timeout?
    entry.onChanged { [weak entry] in
      guard let entry else { return }
      let typed = entry.text
      defer { before = typed }
      guard typed.count > before.count, typed.count >= 2, typed.count - before.count == 1,
        let name = names.first(where: { $0.lowercased().hasPrefix(typed.lowercased()) }),
        name.count > typed.count
      else { return }
      let rest = String(name.dropFirst(typed.count))
      later = Timeout.whenIdle { [weak entry] in
        guard let entry, entry.text == typed, entry.containsFocus else { return }
        before = typed + rest
        entry.text = typed + rest
        entry.select(from: typed.count)
      }
      _ = later
    }
  }
}
