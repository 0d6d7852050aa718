import Foundation
import Gtk
import UpliftCore

/// Records that come, go and change.
extension RegisterTable {
  func add() {
    guard !session.isReadOnly else { return }
    endEditing()
    let record = register.make(records.last)
    guard perform(Edit(register.addName, [.insert(record)])) else { return }
    reveal(record.id)
    edit(record.id, 0)
  }

  func deleteSelected() {
    guard !session.isReadOnly, !selection.ids.isEmpty else { return }
    endEditing()
    let index = shown.firstIndex { selection.ids.contains($0.id) } ?? 0
    let column = current?.column ?? 0
    let gone = selectedRecords
    deletionWords = names(of: gone)
    defer { deletionWords = nil }
    guard perform(Edit.deleting(gone.map(\.reference))) else { return }
    guard !shown.isEmpty else {
      takeFocus()
      return
    }
    focus(shown[min(index, shown.count - 1)].id, column)
  }

  /// "“One”, “Two” and 4 others".
  private func names(of gone: [Record]) -> String {
    let names = gone.prefix(3).map { tr("“{title}”", ["title": String(name($0).prefix(40))]) }
    guard gone.count > names.count else { return listed(names) }
    return ntr(
      "{things} and {count} other", "{things} and {count} others", gone.count - names.count,
      ["things": names.joined(separator: ", ")])
  }

  /// Copies of the selected rows come after the last of them.
  func duplicateSelected() {
    let rows = selectedRecords.inOrder()
    guard !session.isReadOnly, let last = rows.last else { return }
    endEditing()
    let all = records.inOrder()
    let place = all.firstIndex { $0.id == last.id } ?? all.count - 1
    let next = all.indices.contains(place + 1) ? all[place + 1].rank : nil
    var rank = last.rank
    let copies = rows.map { old -> Record in
      var copy = old
      copy.id = UUID()
      rank = .between(rank, next)
      copy.rank = rank
      return copy
    }
    guard perform(Edit(.duplicate, copies.map { .insert($0) })) else { return }
    let column = current?.column ?? 0
    if let first = copies.first { reveal(first.id) }
    selection.select(copies.map(\.id))
    if let first = copies.first { current = (first.id, column) }
    showSelection()
  }

  /// The value of the first selected row goes into the others, as one step; with one row selected,
  /// the value of the row above goes into it.
  func fillDown() {
    guard !session.isReadOnly, let place = current else { return }
    endEditing()
    var targets = selectedRecords
    let source: Record
    if targets.count > 1 {
      source = targets.removeFirst()
    } else {
      guard let index = view.place(of: place.id), index > 0 else { return }
      source = shown[index - 1]
      targets = [shown[index]]
    }
    let column = columns[place.column]
    guard column.isEditable else { return }
    if let setTarget = column.setTarget {
      let target = column.target(source)
      perform(Edit.changing(targets) { _ = setTarget(&$0, target) })
      return
    }
    perform(RegisterPasting.fill(column.text(source), column, of: targets), as: .editDetails)
  }

  /// - Returns: why it was not done; nil when it was.
  func setAll(_ column: Int, _ text: String) -> String? {
    endEditing()
    let result = RegisterPasting.fill(text, columns[column], of: selectedRecords)
    if let refused = result.refused.first {
      return refused.column.refusal(of: refused.text, in: selectedRecords.first)
    }
    perform(result.edit(.editDetails))
    return nil
  }

  /// With all that follows from it.
  @discardableResult
  func perform(_ edit: Edit?) -> Bool {
    let edit = register.completed(edit)
    if let edit { keepInSight(whatChangesIn: edit) }
    return session.perform(edit)
  }

  func perform(
    _ result: RegisterPasting.Result<Record>, as name: EditName, typing: UUID? = nil
  ) {
    var edit = result.edit(name)
    edit?.coalescing = typing.map { "details \($0)" }
    perform(edit)
    var sentences: [String] = []
    if !result.refused.isEmpty {
      let texts = listed(
        result.refused.prefix(5).map {
          tr("{text} ({column})", ["text": $0.text, "column": $0.column.title])
        })
      let more = result.refused.count - 5
      sentences.append(
        more > 0
          ? tr(
            "Not taken over, because it does not fit its column: {texts} and {count} more.",
            ["texts": texts, "count": more.formatted()])
          : tr(
            "Not taken over, because it does not fit its column: {texts}.", ["texts": texts]))
    }
    if result.surplus > 0 {
      sentences.append(
        ntr(
          "{count} column more than the table has was left out.",
          "{count} columns more than the table has were left out.", result.surplus))
    }
    if !result.unknown.isEmpty {
      sentences.append(
        tr(
          "Left out, because no field is called so: {texts}.", ["texts": listed(result.unknown)]))
      if !result.unnamed.isEmpty {
        sentences.append(
          tr(
            "Fields that no heading named: {titles}.",
            ["titles": listed(result.unnamed)]))
      }
    }
    say(sentences.joined(separator: " "))
  }

  /// - Parameter isUnfinished: what does not fit may be the beginning of what does.
  /// - Returns: false when the text does not fit.
  @discardableResult
  func save(
    _ text: String, _ column: Int, of id: UUID, typing: UUID? = nil, isUnfinished: Bool = false
  ) -> Bool {
    guard let old = records.first(where: { $0.id == id }) else { return true }
    guard let edit = columns[column].edit(old, text, typing: typing) else {
      if isUnfinished { return true }
      say(columns[column].refusal(of: text, in: old))
      return false
    }
    say("")
    if perform(edit), !isUnfinished, case .update(_, let new)? = edit?.changes.first {
      say(DayFaults.sentences(of: new).joined(separator: " "))
    }
    return true
  }

  /// What is chosen for one of several selected rows is chosen for all of them.
  ///
  /// - Parameter typing: with what it is one step of undo.
  func saveAll(_ text: String, _ column: Int, at id: UUID, typing: UUID? = nil) {
    guard selection.ids.contains(id), selection.ids.count > 1 else {
      save(text, column, of: id, typing: typing)
      return
    }
    perform(
      RegisterPasting.fill(text, columns[column], of: selectedRecords), as: .editDetails,
      typing: typing)
  }

  // MARK: Moving

  private var isSorted: Bool {
    guard order.column != nil else { return false }
    say(
      tr("Rows that are sorted by a column do not move. Click its heading until the mark is gone."))
    return true
  }

  /// The selected rows go up or down by one place, together.
  func move(_ id: UUID, _ direction: Direction) -> Bool {
    guard !session.isReadOnly, !isSorted else { return true }
    let moved = selection.ids.contains(id) ? selection.ids : [id]
    let places = shown.indices.filter { moved.contains(shown[$0].id) }
    guard let first = places.first, let last = places.last else { return true }
    let target = direction == .up ? first - 1 : last + 2
    guard target >= 0, target <= shown.count else { return true }
    place(moved, before: target)
    return true
  }

  /// Puts rows before the one at a place of those that are shown.
  private func place(_ ids: Set<UUID>, before target: Int) {
    let all = records.inOrder()
    let others = all.filter { !ids.contains($0.id) }
    // Rows that are not shown keep their places beside those that are.
    let next = shown[target...].first { !ids.contains($0.id) }
    let before: Record?
    let after: Record?
    if let next, let place = others.firstIndex(where: { $0.id == next.id }) {
      (before, after) = (place > 0 ? others[place - 1] : nil, next)
    } else {
      let last = shown.last { !ids.contains($0.id) }
      let place = others.firstIndex { $0.id == last?.id } ?? others.count - 1
      before = others.indices.contains(place) ? others[place] : nil
      after = others.indices.contains(place + 1) ? others[place + 1] : nil
    }
    var rank = before?.rank
    var ranks: [UUID: Rank] = [:]
    for record in shown where ids.contains(record.id) {
      let new = Rank.between(rank, after?.rank)
      ranks[record.id] = new
      rank = new
    }
    perform(
      Edit.changing(shown.filter { ids.contains($0.id) }, .move) { record in
        if let rank = ranks[record.id] { record.rank = rank }
      })
    if let current { focus(current.id, current.column, selects: false) }
  }

  /// - Parameter dy: logical pixels from where it began; nil: it was let go.
  func dragged(_ id: UUID, by dy: Double?) {
    guard let dy else {
      let target = dropPlace
      showDrop(nil)
      if let target {
        place(selection.ids.contains(id) ? selection.ids : [id], before: target)
      }
      return
    }
    guard !session.isReadOnly, editing == nil, abs(dy) > 12, let row = row(id),
      let frame = row.box.frame(in: list)
    else { return showDrop(nil) }
    guard order.column == nil else {
      _ = isSorted
      return
    }
    let y = frame.y + frame.height / 2 + dy
    let below = rows.filter { other in
      other.box.frame(in: list).map { $0.y + $0.height / 2 < y } ?? false
    }
    showDrop((below.last?.place ?? view.first - 1) + 1)
  }

  private func showDrop(_ place: Int?) {
    guard dropPlace != place else { return }
    dropPlace = place
    for row in rows {
      row.box.setClass("drop-above", row.place == place)
      row.box.setClass("drop-below", place == shown.count && row.place == shown.count - 1)
    }
  }
}
