import Foundation
import UpliftCore

/// A difference as `diff --json` shows it. The property names are the keys of the JSON.
struct DifferenceEntry: Encodable {
  struct PlaceEntry: Encodable {
    var lane: String?
    var position: Int
    var stage: String?
    var step: String?
  }

  struct ChangeEntry: Encodable {
    var field: Difference.Field
    var from: ValueEntry?
    var to: ValueEntry?
  }

  var changes: [ChangeEntry]?
  var from: String?
  var fromPlace: PlaceEntry?
  var kind: EntityKind
  var persona: String?
  var sort: Difference.Sort
  var title: String
  var to: String?
  var toPlace: PlaceEntry?

  init(_ difference: Difference) {
    changes =
      difference.changes.isEmpty
      ? nil
      : difference.changes.map {
        ChangeEntry(field: $0.field, from: ValueEntry($0.old), to: ValueEntry($0.new))
      }
    from = difference.oldID?.uuidString.lowercased()
    to = difference.newID?.uuidString.lowercased()
    fromPlace = difference.oldPlace.map(Self.entry)
    toPlace = difference.newPlace.map(Self.entry)
    kind = difference.kind
    persona = difference.persona
    sort = difference.sort
    title = difference.title
  }

  private static func entry(_ place: Difference.Place) -> PlaceEntry {
    PlaceEntry(
      lane: place.lane, position: place.position, stage: place.stage, step: place.step)
  }
}

/// A value in JSON as itself: a text, number, truth value or list.
struct ValueEntry: Encodable {
  private let value: Difference.Value

  /// Nil for no value: its key is left out.
  init?(_ value: Difference.Value) {
    if value == .none { return nil }
    self.value = value
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .none: try container.encodeNil()
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .emotion(let value): try container.encode(value)
    case .flag(let flag): try container.encode(flag)
    case .names(let names): try container.encode(names)
    case .kind(let kind): try container.encode(kind)
    case .evidence(let level): try container.encode(level)
    case .colour(let swatch): try container.encode(swatch)
    case .status(let status): try container.encode(status)
    case .state(let state): try container.encode(state)
    case .picture(let id): try container.encode(id.uuidString.lowercased())
    }
  }
}
