import Foundation
import UpliftCore

/// What a window shows.
public enum Place: Hashable, Sendable {
  case overview
  /// Personas and departments.
  case people
  case metrics
  case dialogues
  case promises
  case initiatives
  case barriers
  case practice(Practice)
  /// The plan as a document: what is in it, and its pages.
  case planDocument
  case journey(UUID)
  case group(UUID)
  case board(UUID)
  /// What is different between two maps.
  case comparison(MapVersion, MapVersion)
  /// Maps and boards as they were after a step of the history.
  case past(Int64)
}
