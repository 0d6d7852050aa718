import Foundation
import Gtk
import UpliftCore

/// Cells that are changed in a popover: what is chosen, looked for or written in several lines.
extension RegisterTable {
  /// From so many choices on there is a field that narrows them down.
  private static var manyChoices: Int { 12 }
  /// More take too long to lay out, and nobody reads them.
  private static var mostChoices: Int { 200 }

  /// - Parameter typed: what was typed to open it: it goes to the first choice that begins so.
  func choose(
    _ row: RegisterRow<Record>, _ column: Int, _ choices: [String], typed: String = ""
  ) {
    guard let record = row.record else { return }
    let id = row.id
    let list = ListBox()
    list.setSelection(.single)
    list.activatesOnSingleClick = true
    list.setAccessibleLabel(columns[column].title)
    let more = PageParts.dim()
    var seen: [String] = []
    let now = columns[column].text(record)
    let fill = { [weak list, weak more] (words: String) in
      guard let list else { return }
      list.removeAll()
      let wanted = words.lowercased()
      let found = choices.filter { wanted.isEmpty || $0.lowercased().contains(wanted) }
      seen = Array(found.prefix(Self.mostChoices))
      // What is chosen now is among them.
      if wanted.isEmpty, found.contains(now), !seen.contains(now) { seen[0] = now }
      more?.isVisible = found.count > seen.count
      more?.text = ntr(
        "{count} more: narrow them down.", "{count} more: narrow them down.",
        found.count - seen.count)
      for choice in seen {
        let label = Label(choice.isEmpty ? tr("none") : choice.replacingNewlines())
        label.alignment = 0
        label.setEllipsis(.end)
        label.setWidthInCharacters(maximum: 44)
        let line = ListBoxRow(label)
        line.addClass("register-choice")
        list.append(line)
      }
    }
    fill("")
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(maximumHeight: 280)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    let contents = Box(.vertical, spacing: 6, [scroller, more])
    let field = SearchEntry()
    // What the closures below know only weakly lives as long as the popover.
    let popover = popover(
      contents, at: row.cells[column], closing: { _ = (list, more, field) })
    list.onRowActivated { [weak self, weak popover] index in
      self?.leave(popover, id, column)
      guard let self, seen.indices.contains(index) else { return }
      saveAll(seen[index], column, at: id)
    }
    let chosen = seen.firstIndex(of: now) ?? 0
    popover.popUp()
    guard choices.count > Self.manyChoices else {
      let begin = { (index: Int) in
        list.selectedIndex = index
        list.row(at: index)?.grabFocus()
      }
      begin(chosen)
      TypeAhead.add(to: list, choices, typed: typed, select: begin)
      return
    }
    field.setPlaceholder(tr("Narrow down"))
    field.setAccessibleLabel(tr("Narrow down"))
    field.onChanged { [weak field, weak list] in
      fill(field?.text ?? "")
      if !seen.isEmpty { list?.selectedIndex = 0 }
    }
    field.onActivate { [weak self, weak popover] in
      guard let self, let first = seen.first else { return }
      leave(popover, id, column)
      saveAll(first, column, at: id)
    }
    field.onStop { [weak popover] in popover?.popDown() }
    contents.prepend(field)
    field.grabFocus()
    guard !typed.isEmpty else { return }
    field.text = typed
    field.moveCursorToEnd()
  }

  func chooseSeveral(_ row: RegisterRow<Record>, _ column: Int) {
    guard let record = row.record else { return }
    let id = row.id
    let chooser = SeveralChooser(columns[column].title)
    chooser.show(
      columns[column].text(record).components(separatedBy: "; "), of: columns[column].choices())
    chooser.onChosen = { [weak self] chosen in
      self?.saveAll(chosen.joined(separator: "; "), column, at: id)
    }
    let scroller = ScrolledWindow(chooser.box)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(minimumWidth: 220, maximumHeight: 280)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    popover(scroller, at: row.cells[column], closing: { _ = chooser }).popUp()
    chooser.box.focusFirst()
  }

  func write(_ row: RegisterRow<Record>, _ column: Int) {
    guard let record = row.record else { return }
    let id = row.id
    let editor = TextEditor { [weak self] text, typing in
      self?.save(text, column, of: id, typing: typing)
    }
    editor.setName(
      tr("{field} of {name}", ["field": columns[column].title, "name": name(record)]))
    editor.begin(columns[column].text(record))
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
      guard key == .enter || key == .keypadEnter, modifiers.isEmpty,
        !(editor?.isComposing ?? false)
      else { return false }
      self?.leave(popover, id, column)
      return true
    }
    editor.view.addController(keys)
    popover.popUp()
    editor.view.grabFocus()
  }

  func findLink(_ row: RegisterRow<Record>, _ column: Int) {
    guard let record = row.record else { return }
    let id = row.id
    let search = LinkSearch(session, .sources)
    search.kinds = Set(columns[column].linkKinds)
    let contents = Box(.vertical, spacing: 8, [search.widget])
    let popover = popover(contents, at: row.cells[column], closing: { _ = search })
    let set = { [weak self, weak popover] (target: EntityReference?) in
      popover?.popDown()
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
    popover.popUp()
    search.begin()
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
    popover.onClosed { [weak self, weak cell] in
      closing()
      self?.soon { [weak self, weak cell] in
        self?.popover?.unparent()
        self?.popover = nil
        // Somebody may have gone on since.
        guard let self, let cell, editing == nil, !list.containsFocus else { return }
        cell.box.grabFocus()
      }
    }
    return popover
  }
}

/// What is typed in a list goes to the first line that begins so.
@MainActor enum TypeAhead {
  /// After so long, in seconds, a new word begins.
  private static let pause = 1.0

  static func add(
    to list: ListBox, _ lines: [String], typed: String, select: @escaping (Int) -> Void
  ) {
    var word = ""
    var last = Date.distantPast
    let take = { (character: String) in
      if Date().timeIntervalSince(last) > pause { word = "" }
      last = Date()
      word += character.lowercased()
      if let index = lines.firstIndex(where: { $0.lowercased().hasPrefix(word) }) { select(index) }
    }
    let keys = KeyController()
    keys.onPressed { key, modifiers in
      guard modifiers.subtracting(.shift).isEmpty, let character = key.character,
        !(character == " " && word.isEmpty)
      else { return false }
      take(String(character))
      return true
    }
    list.addController(keys)
    if !typed.isEmpty { take(typed) }
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
