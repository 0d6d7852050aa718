import Foundation

/// A register as a table of CSV, out and in. The headings are the columns' titles in the language
/// of the program; their English names are read as well. Days are 2026-11-21, numbers and money have
/// a point and no other marks. The last column, `id`, tells which record a row is when it comes back.
public enum RegisterCSV {
  /// What reading a table would do.
  public struct Result: Sendable {
    /// One step of the history; nil: all of it was there already.
    public var edit: Edit?
    public var added = 0
    public var changed = 0
    /// What was left out, in a sentence each.
    public var remarks: [String] = []

    init() {}
  }

  static let idName = "id"

  /// UTF-8 with commas and CR LF.
  public static func data<Record: TableRecord>(
    _ records: [Record], in context: RegisterContext
  ) -> Data {
    data(records, Record.register(in: context.plain))
  }

  /// - Parameter register: with a context that is `plain`.
  public static func data<Record: Entity>(
    _ records: [Record], _ register: Register<Record>
  ) -> Data {
    var text = CSVText()
    text.append(register.columns.map(\.title) + [idName])
    for record in records {
      text.append(
        register.columns.map { $0.text(record) } + [record.id.uuidString.lowercased()])
    }
    return Data(text.text.utf8)
  }

  /// Reads a file of up to 256 MB.
  public static func file(_ url: URL) throws(ImportError) -> Data {
    let file = url.lastPathComponent
    do {
      let values = try url.resolvingSymlinksInPath().resourceValues(
        forKeys: [.isRegularFileKey, .fileSizeKey])
      guard values.isRegularFile == true else {
        throw ImportError(.notARegularFile, file: file)
      }
      if let size = values.fileSize, size > TextDecoding.sizeLimit {
        throw ImportError(.tooLarge(bytes: size, limit: TextDecoding.sizeLimit), file: file)
      }
      return try Data(contentsOf: url)
    } catch let error as ImportError {
      throw error
    } catch {
      throw ImportError(.unreadable(error.localizedDescription), file: file)
    }
  }

  /// In UTF-8 bytes.
  static let longestCell = 60_000

  /// Reads a table of up to 256 MB into what it would change.
  ///
  /// A row is a record with its id; without one, it is the only record that matches it, and else a
  /// new one. Columns that the register does not have are left out, with a remark; worked out ones
  /// quietly.
  ///
  /// - Parameters:
  ///   - existing: all records of the register, in order.
  ///   - progress: is told with each row how much is read, 0…1.
  /// - Throws: `ImportError` with the line, the column and the value of each bad row. Nothing is
  ///   taken from a table that has one.
  public static func importing<Record: Entity>(
    _ data: Data, file: String?, into existing: [Record], context: RegisterContext,
    register make: (RegisterContext) -> Register<Record>, progress: (Double) -> Void = { _ in }
  ) throws(ImportError) -> Result {
    do throws(ImportError) {
      let bytes = try TextDecoding.bytes(of: data)
      guard bytes.contains(where: { !TextDecoding.isSpace($0) }) else { throw ImportError(.empty) }
      let names = headings(make(context))
      let delimiter = CSVReader.delimiter(of: bytes) { cells in
        cells.count { names[ColumnName($0)] != nil }
      }
      // Where commas separate cells, none is a decimal mark.
      let reading = context.reading(commas: delimiter == UInt8(ascii: ","))
      return try read(
        CSVReader(bytes, delimiter: delimiter), existing, make(reading), names, progress)
    } catch {
      throw error.naming(file)
    }
  }

  /// Where a heading leads; -1 is the id.
  private static func headings<Record>(_ register: Register<Record>) -> [ColumnName: Int] {
    var names: [ColumnName: Int] = [:]
    for (place, column) in register.columns.enumerated() {
      names[ColumnName(column.title)] = place
    }
    for (place, column) in register.columns.enumerated() {
      names[ColumnName(column.name)] = names[ColumnName(column.name)] ?? place
    }
    names[ColumnName(idName)] = names[ColumnName(idName)] ?? -1
    return names
  }

  private static func read<Record: Entity>(
    _ source: CSVReader, _ existing: [Record], _ register: Register<Record>,
    _ names: [ColumnName: Int], _ progress: (Double) -> Void
  ) throws(ImportError) -> Result {
    var reader = source
    guard let header = try reader.next() else { throw ImportError(.noHeader) }
    let table = try HeadingRow(header, names, register)
    for owner in register.owners {
      if owner.isMissing { throw ImportError(.noOwner(owner.kind)) }
      if owner.isAmbiguous, !table.has(owner.column, register) {
        throw ImportError(.noColumn(owner.column), at: .line(header.line))
      }
    }
    var places: [UUID: Int] = [:]
    var byName: [String: [UUID]] = [:]
    for (place, record) in existing.enumerated() {
      places[record.id] = place
      byName[key(of: record, register, table), default: []].append(record.id)
    }
    let isToldByName =
      !register.isOfEvents || register.distinguishing.contains { table.has($0, register) }
    var addedNames = Set<String>()
    var new = existing
    var added: [Record] = []
    var assigned: [Change] = []
    var faults: [String] = []
    var seen = Set<UUID>()
    var bad = BadRows()
    while let row = try bad.next(&reader) {
      progress(reader.fraction)
      guard row.cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { continue }
      do throws(ImportError) {
        try table.check(row)
        // What others depend on is taken first.
        let all = table.texts(of: row)
        let texts =
          all.filter { register.columns[$0.column].comesFirst }.sorted { $0.column < $1.column }
          + all.filter { !register.columns[$0.column].comesFirst }
        var record = register.make(added.last ?? existing.last)
        for (place, text) in texts where register.columns[place].assign == nil {
          guard !text.isEmpty || register.columns[place].set(&record, text) else { continue }
          guard text.isEmpty || register.columns[place].set(&record, text) else {
            throw refusal(text, register.columns[place], row, record)
          }
        }
        let name = key(of: record, register, table)
        let same = byName[name] ?? []
        let id = try table.id(of: row)
        let isNamed = !register.recordName(record).allSatisfy(\.isWhitespace)
        let found = id ?? (same.count == 1 && isNamed && isToldByName ? same[0] : nil)
        if let found, let place = places[found] {
          guard seen.insert(found).inserted else {
            throw ImportError(.repeatedID(found.uuidString.lowercased()), at: .line(row.line))
          }
          record = new[place]
          for (place, text) in texts where register.columns[place].assign == nil {
            // What it has already fits, whatever it is called.
            guard register.columns[place].text(record) != text else { continue }
            try checkLength(text, register.columns[place], row)
            // An empty cell leaves what cannot be empty as it is.
            guard register.columns[place].set(&record, text) || text.isEmpty else {
              throw refusal(text, register.columns[place], row, record)
            }
          }
          try checkTogether(texts, record, register, row)
          new[place] = record
        } else {
          if let id {
            guard seen.insert(id).inserted else {
              throw ImportError(.repeatedID(id.uuidString.lowercased()), at: .line(row.line))
            }
            record.id = id
          }
          for (place, text) in texts { try checkLength(text, register.columns[place], row) }
          try checkTogether(texts, record, register, row)
          if register.isUnique, let parts = register.matching?(record),
            !same.isEmpty || !addedNames.insert(name).inserted
          {
            throw ImportError(
              .repeatedPair(parts.first ?? "", parts.dropFirst().joined(separator: ", ")),
              at: .line(row.line))
          }
          added.append(record)
        }
        faults += DayFaults.sentences(of: record).map {
          tr("Line {line}: {sentence}", ["line": row.line, "sentence": $0])
        }
        for (place, text) in table.texts(of: row) {
          guard let assign = register.columns[place].assign,
            register.columns[place].text(record) != text
          else { continue }
          guard let changes = assign(record, text) else {
            throw refusal(text, register.columns[place], row, record)
          }
          assigned += changes
        }
      } catch {
        bad.note(error)
      }
    }
    try bad.check()
    let updates = zip(existing, new).filter { $0 != $1 }.map { Change.update(from: $0, to: $1) }
    let changes = updates + added.map { .insert($0) } + assigned
    var result = Result()
    result.edit = changes.isEmpty ? nil : register.completed(Edit(.importFile, changes))
    result.added = added.count
    result.changed = updates.count
    result.remarks = table.remarks + faults.prefix(BadRows.most)
    if faults.count > BadRows.most {
      result.remarks.append(
        ntr(
          "{count} more row has days the wrong way round.",
          "{count} more rows have days the wrong way round.", faults.count - BadRows.most))
    }
    return result
  }

  /// More than a field of the window holds.
  private static func checkLength<Record>(
    _ text: String, _ column: RegisterColumn<Record>, _ row: CSVReader.Row
  ) throws(ImportError) {
    guard text.utf8.count > longestCell else { return }
    throw ImportError(
      .badCell(
        column: column.title, value: String(text.prefix(40)) + "…",
        allowed: tr("texts of up to {count} bytes", ["count": longestCell])),
      at: .line(row.line))
  }

  /// What was taken one after the other has to fit what came of it.
  private static func checkTogether<Record>(
    _ texts: [(column: Int, text: String)], _ record: Record, _ register: Register<Record>,
    _ row: CSVReader.Row
  ) throws(ImportError) {
    for (place, text) in texts where !text.isEmpty {
      let column = register.columns[place]
      guard column.assign == nil, column.text(record) != text else { continue }
      var copy = record
      guard column.set(&copy, text) else { throw refusal(text, column, row, record) }
    }
  }

  private static func refusal<Record>(
    _ text: String, _ column: RegisterColumn<Record>, _ row: CSVReader.Row, _ record: Record
  ) -> ImportError {
    ImportError(
      .badCell(
        column: column.title, value: String(text.prefix(60)),
        allowed: column.takesThere(record) ?? column.takes()),
      at: .line(row.line))
  }

  /// What tells a record, as far as the table says it.
  private static func key<Record>(
    of record: Record, _ register: Register<Record>, _ table: HeadingRow
  ) -> String {
    if let matching = register.matching { return matching(record).map(key).joined(separator: "\n") }
    let fields = register.columns.filter {
      register.distinguishing.contains($0.name) && table.has($0.name, register)
    }
    return ([register.recordName(record)] + fields.map { $0.text(record) }).map(key)
      .joined(separator: "\n")
  }

  private static func key(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

/// Where the columns of a register stand in a table's rows.
private struct HeadingRow {
  /// The register's column, by its place in the row.
  private var columns: [Int: Int] = [:]
  private var idPlace: Int?
  private let width: Int
  private var strangers: [String] = []

  init<Record>(
    _ header: CSVReader.Row, _ names: [ColumnName: Int], _ register: Register<Record>
  ) throws(ImportError) {
    width = header.cells.count
    var used = Set<Int>()
    for (place, cell) in header.cells.enumerated() {
      let title = cell.trimmingCharacters(in: .whitespacesAndNewlines)
      guard let column = names[ColumnName(title)], !title.isEmpty else {
        if !title.isEmpty { strangers.append(title) }
        continue
      }
      guard used.insert(column).inserted else {
        throw ImportError(.repeatedColumn(title), at: .line(header.line))
      }
      if column < 0 {
        idPlace = place
      } else if register.columns[column].isEditable {
        columns[place] = column
      }
    }
    guard !columns.isEmpty else {
      throw ImportError(
        .noKnownColumn(register.columns.filter(\.isEditable).map(\.title)),
        at: .line(header.line))
    }
  }

  var remarks: [String] {
    strangers.isEmpty
      ? []
      : [
        ntr(
          "A column was left out, because nothing is called so here: {titles}.",
          "{count} columns were left out, because nothing is called so here: {titles}.",
          strangers.count, ["titles": listed(strangers)])
      ]
  }

  func has<Record>(_ name: String, _ register: Register<Record>) -> Bool {
    columns.values.contains { register.columns[$0].name == name }
  }

  func check(_ row: CSVReader.Row) throws(ImportError) {
    let count = row.cells.count
    guard count == width || (count > width && row.cells[width...].allSatisfy(\.isEmpty)) else {
      throw ImportError(.cellCount(found: count, expected: width), at: .line(row.line))
    }
  }

  /// By the place of the register's column, in the order of the row.
  func texts(of row: CSVReader.Row) -> [(column: Int, text: String)] {
    columns.sorted { $0.key < $1.key }.compactMap { place, column in
      guard row.cells.indices.contains(place) else { return nil }
      let text = CSVText.restored(row.cells[place])
      return (column, text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  /// Nil where the row has none.
  func id(of row: CSVReader.Row) throws(ImportError) -> UUID? {
    guard let idPlace, row.cells.indices.contains(idPlace) else { return nil }
    let text = row.cells[idPlace].trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { return nil }
    guard let id = UUID(uuidString: text) else {
      throw ImportError(
        .badCell(column: RegisterCSV.idName, value: String(text.prefix(60)), allowed: tr("ids")),
        at: .line(row.line))
    }
    return id
  }
}

extension RegisterContext {
  /// Days in the locale's manner; numbers as well, unless commas separate the cells.
  fileprivate func reading(commas: Bool) -> RegisterContext {
    guard commas else { return self }
    let context = plain
    context.days = days
    context.numbers = NumberFormat(decimalMark: ".", groupMark: ",", isSymbolFirst: true)
    context.numbers.isPlain = true
    return context
  }
}
