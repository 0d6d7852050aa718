import Foundation

/// What an attempt to change a grid comes to.
public struct GridOutcome: Sendable {
  /// Nil: nothing to change in the workspace.
  public var edit: Edit?
  /// Texts that did not fit their cells, with what would.
  public var refused: [(text: String, takes: String)] = []
  /// Cells of a block that have no place in the grid.
  public var surplus = 0
  /// Names of columns that are still empty.
  public var pending: [String]

  /// Why something was left out; empty: all of it was taken.
  public var sentence: String {
    var sentences: [String] = []
    if let first = refused.first {
      sentences.append(
        tr(
          "“{text}” does not fit there. It takes {choices}.",
          ["text": String(first.text.prefix(60)), "choices": first.takes]))
      if refused.count > 1 {
        sentences.append(
          ntr(
            "{count} more text was left out.", "{count} more texts were left out.",
            refused.count - 1))
      }
    }
    if surplus > 0 {
      sentences.append(
        ntr(
          "{count} cell has no place in this table.",
          "{count} cells have no place in this table.", surplus))
    }
    return sentences.joined(separator: " ")
  }
}

/// Each gives what it comes to and leaves the grid as it is.
extension RecordGrid {
  /// - Parameters:
  ///   - name: what the step is called; nil: as setting a cell is.
  ///   - typing: names one stretch of typing; edits of the same one are one step of undo.
  private func outcome(
    _ name: EditName? = nil, typing: UUID? = nil,
    _ change: (inout Self, inout GridOutcome) -> Void
  ) -> GridOutcome {
    var copy = self
    var outcome = GridOutcome(pending: pending)
    change(&copy, &outcome)
    let changes = copy.changes
    outcome.pending = copy.pending
    if !changes.isEmpty {
      outcome.edit = Edit(
        name ?? editName, changes, coalescing: typing.map { "details \($0)" })
    }
    return outcome
  }

  private mutating func put(_ text: String, at place: GridPlace, _ outcome: inout GridOutcome) {
    if place.isHeading {
      let isDone =
        place.isRowHeading
        ? rename(row: place.row, to: text)
        : place.isColumnHeading && rename(column: place.column, to: text)
      if !isDone { outcome.refused.append((text, tr("another name"))) }
    } else if !isEditable(place) {
      // What is worked out may be part of a block without harm.
      if rows.indices.contains(place.row), columns.indices.contains(place.column) {
        if rows[place.row].isNew || columns[place.column].isNew, !text.isBlank {
          outcome.refused.append((text, tr("a name in its heading first")))
        }
      } else if !text.isBlank {
        outcome.surplus += 1
      }
    } else if !set(text, at: place) {
      outcome.refused.append((text, kind(at: place).takes))
    }
  }

  /// A text in a cell or heading.
  public func setting(
    _ text: String, at place: GridPlace, typing: UUID? = nil
  ) -> GridOutcome {
    let isNew =
      place.isRowHeading
      ? rows.indices.contains(place.row) && rows[place.row].isNew
      : place.isColumnHeading && columns.indices.contains(place.column)
        && columns[place.column].isNew
    guard !isNew else {
      var result = outcome(typing: typing) { $0.put(text, at: place, &$1) }
      // What is new is called by what it is.
      if case .insert(let record)? = result.edit?.changes.first,
        let name = EditName(adding: type(of: record).kind)
      {
        result.edit?.name = name
      }
      return result
    }
    let name: EditName? = place.isHeading ? .rename : nil
    return outcome(name, typing: typing) { $0.put(text, at: place, &$1) }
  }

  /// The same text in all selected cells that one can change.
  public func setting(_ text: String, in selection: GridSelection) -> GridOutcome {
    outcome { grid, outcome in
      for place in selection.places where grid.isEditable(place) {
        grid.put(text, at: place, &outcome)
        // What does not fit one will not fit the others.
        if !outcome.refused.isEmpty { break }
      }
    }
  }

  public func settingNote(
    _ note: String, at place: GridPlace, typing: UUID? = nil
  ) -> GridOutcome {
    outcome(typing: typing) { grid, outcome in
      if !grid.setNote(note, at: place) {
        outcome.refused.append((note, tr("a value first")))
      }
    }
  }

  /// Empties all selected cells that one can change.
  public func clearing(_ selection: GridSelection, as name: EditName? = .delete) -> GridOutcome {
    outcome(name) { grid, _ in
      for place in selection.places where grid.isEditable(place) { _ = grid.set("", at: place) }
    }
  }

  /// The first row of the selection goes into the rows below it; with one row selected, the row
  /// above goes into it.
  public func fillingDown(_ selection: GridSelection) -> GridOutcome {
    outcome(.fillDown) { grid, outcome in
      let rows = selection.rows
      let source = rows.count > 1 ? rows.lowerBound : rows.lowerBound - 1
      guard source >= 0 else { return }
      for column in selection.columns where column >= 0 {
        let from = GridPlace(source, column)
        guard grid.isEditable(from) else { continue }
        let text = grid.cell(at: from).copied
        for row in rows where row > source && grid.isEditable(GridPlace(row, column)) {
          grid.put(text, at: GridPlace(row, column), &outcome)
        }
      }
    }
  }

  // MARK: Blocks

  /// The selected cells as a spreadsheet takes them.
  public func text(of selection: GridSelection) -> String {
    TextTable(
      rows: selection.rows.map { row in
        selection.columns.map { copied(GridPlace(row, $0)) }
      }
    ).text
  }

  private func copied(_ place: GridPlace) -> String {
    switch (place.isRowHeading, place.isColumnHeading) {
    case (true, _): rows.indices.contains(place.row) ? rows[place.row].fullTitle : ""
    case (_, true): columns.indices.contains(place.column) ? columns[place.column].fullTitle : ""
    default: place.isHeading ? corner : cell(at: place).copied
    }
  }

  /// All of it with its headings, without the places for new rows and columns.
  public var wholeText: String {
    let rows = [-1] + rows.indices.filter { !self.rows[$0].isNew }
    let columns = [-1] + columns.indices.filter { !self.columns[$0].isNew }
    return TextTable(
      rows: rows.map { row in columns.map { copied(GridPlace(row, $0)) } }, headingRows: 1,
      headingColumns: 1
    ).text
  }

  /// A block as it comes from a spreadsheet, from the first selected cell on; one cell goes into all
  /// selected ones. When the block has the headings of the grid, rows and columns may stand in any
  /// order, and rows and columns that are not there yet are made.
  public func pasting(_ block: [[String]], at selection: GridSelection) -> GridOutcome {
    let block = block.map { $0.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } }
    return outcome(.paste) { grid, outcome in
      if block.count == 1, block[0].count == 1 {
        for place in selection.places where selection.isOne || grid.isEditable(place) {
          grid.put(block[0][0], at: place, &outcome)
        }
        return
      }
      if grid.hasHeadings(block) { return grid.pasteWithHeadings(block, &outcome) }
      let start = GridPlace(selection.rows.lowerBound, selection.columns.lowerBound)
      // As in a spreadsheet: a block fills a selection of which it is a part.
      let repeats =
        selection.rows.count % block.count == 0 && selection.rows.count > block.count
        ? selection.rows.count / block.count : 1
      for time in 0..<repeats {
        for (row, cells) in block.enumerated() {
          for (column, text) in cells.enumerated() {
            grid.put(
              text,
              at: GridPlace(start.row + time * block.count + row, start.column + column),
              &outcome)
          }
        }
      }
    }
  }

  /// Whether the first row and the first column of a block are headings: all of the first row are
  /// columns that are there, or none of it is a value that a cell takes.
  private func hasHeadings(_ block: [[String]]) -> Bool {
    guard block.count > 1, let first = block.first, first.count > 1 else { return false }
    let titles = first.dropFirst()
    let names = block.dropFirst().map { $0.first ?? "" }
    guard !titles.contains(where: \.isEmpty), !names.contains(where: \.isEmpty) else {
      return false
    }
    let corner = first[0].folded
    guard corner.isEmpty || corner == self.corner.folded || corner == title.folded else {
      return false
    }
    if titles.allSatisfy({ place(ofColumn: $0) != nil }) { return true }
    guard let cell = editableCell, kind(at: cell) != .text else { return false }
    return !titles.contains { kind(at: cell).value($0) != nil }
      && !names.contains { kind(at: cell).value($0) != nil }
  }

  /// A cell that stands for all others; in a grid without any, the first that there could be.
  private var editableCell: GridPlace? {
    let row = rows.indices.first { $0 >= pinnedRows } ?? 0
    return GridPlace(row, columns.indices.first { kind(at: GridPlace(row, $0)) != .computed } ?? 0)
  }

  private func place(ofColumn title: String) -> Int? {
    columns.firstIndex {
      !$0.isNew && [$0.fullTitle.folded, $0.title.folded].contains(title.folded)
    }
  }

  private func place(ofRow title: String) -> Int? {
    rows.firstIndex { !$0.isNew && [$0.fullTitle.folded, $0.title.folded].contains(title.folded) }
  }

  private mutating func pasteWithHeadings(_ block: [[String]], _ outcome: inout GridOutcome) {
    func made(_ lines: [GridLine]) -> Int? { lines.firstIndex(where: \.isNew) }
    let columns = (block.first ?? []).dropFirst().map { title -> Int? in
      if let place = place(ofColumn: title) { return place }
      if let new = made(self.columns), rename(column: new, to: title) {
        return place(ofColumn: title)
      }
      return nil
    }
    for cells in block.dropFirst() {
      let title = cells.first ?? ""
      var row = place(ofRow: title)
      if row == nil, let new = made(rows), rename(row: new, to: title) { row = place(ofRow: title) }
      guard let row else {
        outcome.surplus += cells.dropFirst().count { !$0.isEmpty }
        continue
      }
      for (column, text) in zip(columns, cells.dropFirst()) {
        guard let column else {
          if !text.isEmpty { outcome.surplus += 1 }
          continue
        }
        put(text, at: GridPlace(row, column), &outcome)
      }
    }
  }
}

extension EditName {
  /// What adding a row or column of a grid is called.
  fileprivate init?(adding kind: EntityKind) {
    switch kind {
    case .decision: self = .addDecision
    case .workRole: self = .addWorkRole
    case .skill: self = .addSkill
    case .candidate: self = .addCandidate
    case .criterion: self = .addCriterion
    case .department: self = .addDepartment
    default: return nil
    }
  }
}
