import Foundation

/// The columns of a table of members, by their names in English; those of the program's language
/// are known as well.
enum MemberColumn: String, TableColumn {
  case name, function, level, site, shift, tenure, termStart = "term start"
  case termEnd = "term end"
  case successor

  var field: MemberField {
    switch self {
    case .name: .name
    case .function: .function
    case .level: .level
    case .site: .site
    case .shift: .shift
    case .tenure: .tenure
    case .termStart: .termStart
    case .termEnd: .termEnd
    case .successor: .successor
    }
  }

  var otherNames: [String] {
    let others: [String] =
      switch self {
      case .name: ["member", "full name"]
      case .function: ["department", "role"]
      case .level: ["seniority"]
      case .site: ["location"]
      case .shift: []
      case .tenure: ["years"]
      case .termStart: ["start", "from"]
      case .termEnd: ["end", "until"]
      case .successor: ["followed by"]
      }
    return (others + [GroupWords.name(of: field)]).map { ColumnName($0).key }
  }
}

/// Members out of a table with a heading row, in any order of its columns.
public struct MemberTable: Equatable, Sendable {
  /// Bytes; a longer one is no field of a person, but a file that went wrong.
  public static let longestCell = 10_000

  /// What each row says; a field without a column is absent.
  public var rows: [[MemberField: String]] = []
  /// What was left out, in a sentence each.
  public var remarks: [String] = []

  /// - Parameter format: days in it, or as 2026-11-21.
  /// - Throws: `ImportError`, with the line. Nothing is taken from a table with a bad row.
  public init(_ data: Data, file: String, format: DayFormat = .local) throws(ImportError) {
    do throws(ImportError) {
      try read(try TextDecoding.bytes(of: data), format)
    } catch {
      throw error.naming(file)
    }
  }

  /// Reads a file of up to 256 MB.
  public init(_ url: URL, format: DayFormat = .local) throws(ImportError) {
    let file = url.lastPathComponent
    let data: Data
    do {
      let values = try url.resolvingSymlinksInPath().resourceValues(
        forKeys: [.isRegularFileKey, .fileSizeKey])
      guard values.isRegularFile == true else {
        throw ImportError(.notARegularFile, file: file)
      }
      if let size = values.fileSize, size > TextDecoding.sizeLimit {
        throw ImportError(.tooLarge(bytes: size, limit: TextDecoding.sizeLimit), file: file)
      }
      data = try Data(contentsOf: url)
    } catch let error as ImportError {
      throw error
    } catch {
      throw ImportError(.unreadable(error.localizedDescription), file: file)
    }
    try self.init(data, file: file, format: format)
  }

  private mutating func read(_ bytes: [UInt8], _ format: DayFormat) throws(ImportError) {
    guard bytes.contains(where: { !TextDecoding.isSpace($0) }) else { throw ImportError(.empty) }
    let delimiter = CSVReader.delimiter(of: bytes) { cells in
      cells.count { MemberColumn(ColumnName($0)) != nil }
    }
    var reader = CSVReader(bytes, delimiter: delimiter)
    guard let header = try reader.next() else { throw ImportError(.noHeader) }
    let table = try Table<MemberColumn>(header: header, names: header.cells.map(ColumnName.init))
    try table.require(.name)
    var bad = BadRows()
    while let row = try bad.next(&reader) {
      guard row.cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { continue }
      do throws(ImportError) {
        try table.check(row)
        var cells: [MemberField: String] = [:]
        for column in MemberColumn.allCases where table.has(column) {
          let text = table.text(column, of: row)
          guard text.utf8.count <= Self.longestCell else {
            throw ImportError(
              .badCell(
                column: column.rawValue, value: String(text.prefix(40)) + "…",
                allowed: tr("texts of up to {count} bytes", ["count": Self.longestCell])),
              at: .line(row.line))
          }
          if column.field.isDay, !text.isEmpty, format.day(text) == nil {
            throw table.failure(
              column, of: row,
              allowed: DayExamples.dates(example(format), "2026-11-21"))
          }
          cells[column.field] = text
        }
        guard cells[.name]?.isEmpty == false else {
          throw ImportError(.noMemberName, at: .line(row.line))
        }
        rows.append(cells)
      } catch {
        bad.note(error)
      }
    }
    try bad.check()
    remarks = table.remarks
  }

  private func example(_ format: DayFormat) -> String {
    CalendarDay(year: 2026, month: 11, day: 21).map(format.text) ?? ""
  }
}

extension GroupContents {
  /// Takes the members of a table over, as one step: those whose names the group has already get
  /// what the table says of them, the others come after the last one. Nil: nothing is new.
  public func importing(
    _ table: MemberTable, format: DayFormat = .local
  ) -> (edit: Edit, added: Int, changed: Int)? {
    var known: [String: Int] = [:]
    for (index, member) in members.enumerated() where !member.name.isEmpty {
      known[Self.key(member.name)] = known[Self.key(member.name)] ?? index
    }
    var new = members
    for row in table.rows {
      let name = row[.name] ?? ""
      let index = known[Self.key(name)] ?? new.count
      if index == new.count {
        known[Self.key(name)] = index
        new.append(
          Member(groupID: group.id, rank: .between(new.last?.rank, nil), name: name))
      }
      for (field, text) in row where !text.isEmpty && field != .name {
        _ = new[index].set(field, to: text, format)
      }
    }
    let changes = new.enumerated().compactMap { index, member -> Change? in
      guard members.indices.contains(index) else { return .insert(member) }
      return members[index] == member ? nil : .update(from: members[index], to: member)
    }
    guard !changes.isEmpty else { return nil }
    let added = new.count - members.count
    return (Edit(.importFile, changes), added, changes.count - added)
  }

  private static func key(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
