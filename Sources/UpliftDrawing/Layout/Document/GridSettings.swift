/// What was found out about the tables of a document, each worked out once for a width.
final class GridSettings {
  private struct Key: Hashable {
    var place: Int
    var width: Double
  }

  private var known: [Key: GridSetting] = [:]
  private var columns: [Int: Int] = [:]

  /// How many times a table stands beside itself.
  func columnCount(of place: Int?, make: () -> Int) -> Int {
    guard let place else { return make() }
    if let count = columns[place] { return count }
    let count = make()
    columns[place] = count
    return count
  }

  /// - Parameter place: of the table in its document; nil: it is not kept.
  func setting(of place: Int?, width: Double, make: () -> GridSetting) -> GridSetting {
    guard let place else { return make() }
    let key = Key(place: place, width: width)
    if let setting = known[key] { return setting }
    let setting = make()
    known[key] = setting
    return setting
  }
}
