import Foundation

/// What a picture shows of a map: columns that follow each other, and some or all of its lanes.
/// Colours, curves and the direction stay those of the whole map.
public struct JourneyPart: Hashable, Sendable {
  /// Of the map's columns, from 0: its steps in order, a stage that has none counting as one.
  /// What lies past the last column is left out.
  public var columns: Range<Int>
  /// Nil: all of them, with the lines between them.
  public var lanes: Set<UUID>?
  /// Of some lanes: the lines of the blueprint that stand with them.
  public var lines: Set<UUID>
  /// Of lanes that are too high for a page: those that it shows. Nil: all of them.
  public var cards: Set<UUID>?

  public init(
    columns: Range<Int>, lanes: Set<UUID>? = nil, lines: Set<UUID> = [],
    cards: Set<UUID>? = nil
  ) {
    self.columns = columns
    self.lanes = lanes
    self.lines = lines
    self.cards = cards
  }
}
