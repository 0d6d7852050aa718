import Foundation

/// A block of texts as it comes from a spreadsheet, put into a register.
public enum RegisterPasting {
  public struct Result<Record: Entity> {
    /// As they were and as they are now.
    public var changed: [(old: Record, new: Record)] = []
    public var added: [Record] = []
    /// Of records that are assigned to these.
    public var assigned: [Change] = []
    /// Texts that did not fit their column, and were left out.
    public var refused: [(text: String, column: RegisterColumn<Record>)] = []
    /// More columns than the register has from there on.
    public var surplus = 0
    /// Headings that are none of the register's, whose columns were left out.
    public var unknown: [String] = []
    /// What those could have been called: the fields that no heading names.
    public var unnamed: [String] = []

    public init() {}

    public func edit(_ name: EditName = .paste) -> Edit? {
      let changes =
        changed.filter { $0.old != $0.new }.map { Change.update(from: $0.old, to: $0.new) }
        + added.map { .insert($0) } + assigned
      return changes.isEmpty ? nil : Edit(name, changes)
    }
  }

  /// Rows go down the shown records from `row` on, and columns along `columns` from `column`
  /// on; rows past the last record are new ones. A first row of which more than half are the
  /// register's own headings says which columns these are, in any order, those that the table does
  /// not show among them; a column with another heading is left out. A single cell goes into all of
  /// `selected`.
  ///
  /// - Parameters:
  ///   - hidden: the register's other columns, which are reached by their headings only.
  ///   - make: a new record after the one given.
  public static func paste<Record: Entity>(
    _ block: [[String]], into shown: [Record], _ columns: [RegisterColumn<Record>],
    hidden: [RegisterColumn<Record>] = [], row: Int, column: Int, selected: [Record] = [],
    make: (Record?) -> Record
  ) -> Result<Record> {
    var rows = block.map { $0.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } }
    var result = Result<Record>()
    var places: [Int?]
    var isHeaded = false
    if let first = rows.first, let headed = Self.places(first, columns + hidden) {
      (places, isHeaded) = (headed, true)
      result.unknown = zip(first, headed).filter {
        $1 == nil && !$0.isEmpty && $0.lowercased() != RegisterCSV.idName
      }.map(\.0)
      result.unnamed = (columns + hidden).enumerated().filter { place, column in
        column.isEditable && !headed.contains(place)
      }.map(\.element.title)
      rows.removeFirst()
    } else {
      places = (0..<(rows.map(\.count).max() ?? 0)).map { column + $0 }
        .map { $0 < columns.count ? $0 : nil }
      result.surplus = places.count { $0 == nil }
    }
    rows.removeAll { $0.allSatisfy(\.isEmpty) }
    let all = columns + hidden
    // What others depend on is taken first.
    let order = places.indices.sorted { left, right in
      let (one, other) = (places[left].map { all[$0] }, places[right].map { all[$0] })
      let (isFirst, isOtherFirst) = (one?.comesFirst ?? false, other?.comesFirst ?? false)
      return isFirst == isOtherFirst ? left < right : isFirst
    }
    if rows.count == 1, rows[0].count == 1, selected.count > 1, columns.indices.contains(column) {
      for old in selected { result.put(rows[0][0], columns[column], into: old) }
      return result
    }
    var last = shown.last
    for (offset, cells) in rows.enumerated() {
      let index = row + offset
      let old = shown.indices.contains(index) ? shown[index] : nil
      var record = old ?? make(last)
      for cell in order where cell < cells.count {
        guard let place = places[cell], all[place].isEditable else { continue }
        if old == nil, cells[cell].isEmpty {
          // A new record keeps what it begins with, unless a heading says what is empty.
          if isHeaded, all[place].assign == nil { _ = all[place].set(&record, "") }
          continue
        }
        result.set(cells[cell], all[place], of: &record)
      }
      if let old {
        result.changed.append((old, record))
      } else {
        result.added.append(record)
        last = record
      }
    }
    return result
  }

  /// The columns that a row names, where most of it are their headings; nil: it is not. The id of a
  /// file is known, and goes nowhere.
  private static func places<Record: Entity>(
    _ row: [String], _ columns: [RegisterColumn<Record>]
  ) -> [Int?]? {
    guard row.count > 1 else { return nil }
    let titles = columns.map { $0.title.lowercased() }
    let headings = row.map { $0.lowercased() }
    let places = headings.map { heading in
      titles.firstIndex(of: heading) ?? columns.firstIndex { $0.name == heading }
    }
    let known = zip(headings, places).count { $1 != nil || $0 == RegisterCSV.idName }
    return known > 1 && known * 2 > row.count ? places : nil
  }

  /// The same text in one column of several records; what does not fit is told.
  public static func fill<Record: Entity>(
    _ text: String, _ column: RegisterColumn<Record>, of records: [Record]
  ) -> Result<Record> {
    var result = Result<Record>()
    guard column.isEditable else { return result }
    for old in records { result.put(text, column, into: old) }
    return result
  }

  /// Rows as a spreadsheet takes them, with the headings first.
  public static func text<Record: Entity>(
    of records: [Record], _ columns: [RegisterColumn<Record>]
  ) -> String {
    let rows = [columns.map(\.title)] + records.map { record in columns.map { $0.text(record) } }
    return TextTable(rows: rows, headingRows: 1).text
  }
}

extension RegisterPasting.Result {
  mutating func put(_ text: String, _ column: RegisterColumn<Record>, into old: Record) {
    var record = old
    set(text, column, of: &record)
    changed.append((old, record))
  }

  mutating func set(_ text: String, _ column: RegisterColumn<Record>, of record: inout Record) {
    guard column.isEditable else { return }
    if let assign = column.assign {
      if let changes = assign(record, text) {
        assigned += changes
      } else {
        refused.append((text, column))
      }
    } else if !column.set(&record, text) {
      refused.append((text, column))
    }
  }
}

extension RegisterColumn {
  /// Whether a text fits into the column of a record.
  public func fits(_ text: String, in record: Record) -> Bool { edit(record, text) != nil }

  /// The edit that a text in one cell is; nil: it does not fit.
  ///
  /// - Parameter typing: names one stretch of typing; edits of the same one are one step of undo.
  public func edit(_ old: Record, _ text: String, typing: UUID? = nil) -> Edit?? {
    if let assign {
      guard let changes = assign(old, text) else { return nil }
      return .some(changes.isEmpty ? nil : Edit(.editDetails, changes))
    }
    var new = old
    guard set(&new, text) else { return nil }
    let changed = new
    return .some(Edit.changing(old, typing: typing) { $0 = changed })
  }
}
