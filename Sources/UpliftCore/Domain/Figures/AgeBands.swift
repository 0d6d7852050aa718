import Foundation

/// Open things, counted by how many days old they are.
public struct AgeBands<Record: Entity>: Equatable, Sendable {
  public struct Band: Equatable, Sendable {
    /// Days, both ends in it; the last band has no end.
    public var firstDay: Int
    public var lastDay: Int?
    /// Oldest first.
    public var records: [Record]

    public var count: Int { records.count }

    /// "2–7 days", "over 30 days".
    public var title: String {
      guard let lastDay else {
        return ntr("over {count} day", "over {count} days", firstDay - 1)
      }
      return tr("{first}–{last} days", ["first": firstDay, "last": lastDay])
    }
  }

  /// Youngest first; every band is there, an empty one too.
  public private(set) var bands: [Band]
  /// Nobody knows since when.
  public private(set) var undated: [Record] = []
  /// All of them, with those that have no day.
  public let n: Int

  /// - Parameters:
  ///   - lastDays: of every band but the last: [1, 7, 30] makes 0–1, 2–7, 8–30 and over 30. Ascending.
  ///   - age: days, 0 or more; nil: nobody knows.
  public init(_ records: [Record], upTo lastDays: [Int], age: (Record) -> Int?) {
    n = records.count
    var first = 0
    bands = []
    for last in lastDays {
      bands.append(Band(firstDay: first, lastDay: last, records: []))
      first = last + 1
    }
    bands.append(Band(firstDay: first, lastDay: nil, records: []))
    let aged = records.map { (record: $0, age: age($0).map { max(0, $0) }) }
      .sorted { ($0.age ?? 0, $1.record.id.uuidString) > ($1.age ?? 0, $0.record.id.uuidString) }
    for (record, age) in aged {
      guard let age else {
        undated.append(record)
        continue
      }
      let place = lastDays.firstIndex { age <= $0 } ?? lastDays.count
      bands[place].records.append(record)
    }
  }
}
