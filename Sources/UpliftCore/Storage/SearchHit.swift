import Foundation

/// Something that a search found.
public struct SearchHit: Equatable, Sendable {
  public var reference: EntityReference
  /// What the record is called, or the text with which it begins; may be empty.
  public var title: String
  /// All searchable text of the record, which begins with the title.
  public var text: String
  /// The map, board, group or meeting that it is on; nil when it is one itself or stands alone.
  public var place: EntityReference?
  /// The title of the place, or empty.
  public var placeTitle: String
}
