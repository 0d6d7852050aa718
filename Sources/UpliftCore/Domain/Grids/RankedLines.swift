import Foundation

/// Records that are the rows or columns of a grid, in order, with a place for a new one.
struct RankedLines<Record: Ranked>: Sendable {
  private(set) var list: [Record]
  private var records: ChangingRecords<Record>

  init(_ records: [Record]) {
    list = records.inOrder()
    self.records = ChangingRecords(records)
  }

  var changes: [Change] { records.changes }
  var indices: Range<Int> { list.indices }
  subscript(index: Int) -> Record { list[index] }

  /// Changes the record at a place, or makes one after the last; false when the name is none, or
  /// there is no such place.
  mutating func rename(
    _ index: Int, to name: String, _ field: WritableKeyPath<Record, String>,
    make: (Rank) -> Record
  ) -> Bool {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    guard !name.isEmpty, index >= 0, index <= list.count else { return false }
    var record = index < list.count ? list[index] : make(.between(list.last?.rank, nil))
    record[keyPath: field] = name
    if index < list.count { list[index] = record } else { list.append(record) }
    records.put(record)
    return true
  }

  mutating func change(_ index: Int, _ change: (inout Record) -> Void) {
    guard list.indices.contains(index) else { return }
    change(&list[index])
    records.put(list[index])
  }

  func removing(_ index: Int) -> Edit? {
    list.indices.contains(index) ? Edit.deleting([list[index].reference]) : nil
  }

  func moving(_ index: Int, _ direction: Direction) -> Edit? {
    list.indices.contains(index) ? list.moving(list[index].id, direction) : nil
  }

  /// - Parameter nameless: what a record without a name is called.
  func lines(
    _ field: KeyPath<Record, String>, nameless: String, isEditable: Bool = true, new: String? = nil
  ) -> [GridLine] {
    list.map { record in
      let name = record[keyPath: field]
      return GridLine(
        id: record.id.uuidString, title: name.isBlank ? nameless : name, name: name,
        reference: record.reference, isEditable: isEditable)
    } + (new.map { [GridLine.new($0)] } ?? [])
  }
}
