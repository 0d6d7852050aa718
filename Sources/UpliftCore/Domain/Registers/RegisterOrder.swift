import Foundation

/// Which records of a register are seen, and in which order.
public struct RegisterOrder<Record: Entity> {
  /// A column's place; nil: as they stand.
  public var column: Int?
  public var isDescending = false
  /// The place of one of the register's views; nil: all.
  public var view: Int?
  /// Words that all have to be in a record's cells.
  public var words = ""
  /// By the place of their column.
  public var filters: [Int: RegisterFilter] = [:]
  /// Only what has a mark.
  public var onlyMarked = false

  public init() {}

  /// Whether something besides the view keeps records from being seen.
  public var isFiltering: Bool {
    !filters.isEmpty || onlyMarked || !words.allSatisfy(\.isWhitespace)
  }

  /// Everything is seen again that the view shows.
  public mutating func endFiltering() {
    words = ""
    filters = [:]
    onlyMarked = false
  }

  /// The next state after a click on a column's heading: up, down, as they stand.
  public mutating func toggle(_ place: Int) {
    if column != place {
      (column, isDescending) = (place, false)
    } else if !isDescending {
      isDescending = true
    } else {
      (column, isDescending) = (nil, false)
    }
  }

  /// Records without a key come last in both directions; equal ones stay as they stand.
  ///
  /// - Parameter haystack: all that a record's cells say, in small letters.
  public func applied(
    to records: [Record], _ register: Register<Record>,
    haystack: ((Record) -> String)? = nil
  ) -> [Record] {
    let columns = register.columns
    let words = words.lowercased().split(whereSeparator: \.isWhitespace)
    let shows = view.flatMap {
      register.views.indices.contains($0) ? register.views[$0].shows : nil
    }
    let filters = filters.filter { columns.indices.contains($0.key) }
    let seen = records.filter { record in
      guard shows?(record) ?? true else { return false }
      for (place, filter) in filters where !filter.matches(record, columns[place]) { return false }
      if onlyMarked, !register.needsAttention(record) { return false }
      guard !words.isEmpty else { return true }
      let text = haystack?(record) ?? Self.haystack(record, columns)
      return words.allSatisfy { text.contains($0) }
    }
    guard let column, columns.indices.contains(column) else { return seen }
    let keys = seen.map { columns[column].key($0) }
    return seen.indices.sorted { left, right in
      switch (keys[left], keys[right]) {
      case (let one?, let other?) where one != other: isDescending ? other < one : one < other
      case (_?, nil): true
      case (nil, _?): false
      default: left < right
      }
    }.map { seen[$0] }
  }

  /// All that a record's cells say, in small letters.
  public static func haystack(_ record: Record, _ columns: [RegisterColumn<Record>]) -> String {
    columns.map { $0.text(record).lowercased() }.joined(separator: "\n")
  }
}
