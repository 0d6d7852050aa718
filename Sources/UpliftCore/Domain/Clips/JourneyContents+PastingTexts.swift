import Foundation

extension JourneyContents {
  /// Rows below the last lane that get lanes of their own; a block that needs more was not meant
  /// for a map.
  public static let mostNewLanes = 40

  /// A block of texts, as it comes from a spreadsheet: rows go down the lanes that are shown and
  /// columns along the steps, from `cell` on; an empty text leaves its place as it is. What lands
  /// on a lane becomes what stands in such a lane: the values of its emotion, the names of its
  /// departments, a metric by its title, else cards. Rows past the last lane get new lanes of
  /// texts, columns past the last step new steps.
  ///
  /// - Parameter personaID: whose emotions they are, when the lane of `cell` is one of emotions;
  ///   nil: the customer whom nobody named. In other lanes it is the persona whom they show.
  /// - Returns: nil when the cell is not to be seen on the map, or the block changes nothing.
  public func pasting(
    _ block: [[String]], at cell: Cell, for personaID: UUID? = nil
  ) throws(BlockRefusal) -> Pasting? {
    guard var placing = TextPlacing(into: self, at: cell, for: personaID) else { return nil }
    try placing.place(block)
    return placing.pasting
  }

  /// Lines of a text: all of them come into one cell, a card a line, below what stands there.
  /// Bullets and numbers of a list are taken away.
  ///
  /// - Returns: nil when the cell is not to be seen on the map, or the lines change nothing.
  public func pasting(
    lines: [String], at cell: Cell, for personaID: UUID? = nil
  ) throws(BlockRefusal) -> Pasting? {
    guard var placing = TextPlacing(into: self, at: cell, for: personaID) else { return nil }
    try placing.place(lines: ListEntries.texts(lines))
    return placing.pasting
  }
}
