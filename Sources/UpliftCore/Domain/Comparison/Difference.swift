import Foundation

/// One thing in which two maps differ.
public struct Difference: Hashable, Sendable, Identifiable {
  public enum Sort: String, CaseIterable, Codable, Sendable {
    case added, removed, moved, reworded, changed, emotion
  }

  /// Names a difference among those of one comparison.
  public struct ID: Hashable, Sendable {
    public var sort: Sort
    public var kind: EntityKind
    public var oldID: UUID?
    public var newID: UUID?
    public var persona: String?
  }

  /// Where a part stands: what is nil does not apply to its kind.
  public struct Place: Hashable, Sendable {
    public var stage: String?
    public var step: String?
    public var lane: String?
    /// From 1, among those that stand in the same place.
    public var position: Int
  }

  /// One field that is not the same in both.
  public struct FieldChange: Hashable, Sendable {
    public var field: Field
    public var old: Value
    public var new: Value
  }

  /// The raw value stands in the command line's JSON.
  public enum Field: String, CaseIterable, Codable, Sendable {
    case title, text, subtitle, kind, evidence, source, span, colour, momentOfTruth, departments
    case channels, tags, picture, metric, nestedMap, emotion, persona, scenario, expectations
    case owner, status, state
  }

  public enum Value: Hashable, Sendable {
    case none
    case text(String)
    case number(Int)
    /// −2…+2.
    case emotion(Double)
    case flag(Bool)
    /// Names, in the workspace's order.
    case names([String])
    case kind(Lane.Kind)
    case evidence(EvidenceLevel)
    case colour(Swatch)
    case status(JourneyMap.Status)
    case state(JourneyMap.State)
    case picture(UUID)
  }

  public var sort: Sort
  /// Of the part: map, stage, step, lane, blueprint line or card.
  public var kind: EntityKind
  /// In the map that was compared from; nil for what was added.
  public var oldID: UUID?
  /// In the map that was compared to; nil for what was removed.
  public var newID: UUID?
  /// Its title or text, in the newer map if it is there.
  public var title: String
  /// In the older map; nil for what was added.
  public var oldPlace: Place?
  /// In the newer map; nil for what was removed.
  public var newPlace: Place?
  /// For what was reworded, changed or feels different.
  public var changes: [FieldChange] = []
  /// Whose emotion it is; nil: the point of view's when that is nobody in particular.
  public var persona: String?

  public var id: ID {
    ID(sort: sort, kind: kind, oldID: oldID, newID: newID, persona: persona)
  }

  /// The part in the newer map, or else in the older one.
  public var subject: EntityReference? { (newID ?? oldID).map { EntityReference(kind, $0) } }
  public var place: Place? { newPlace ?? oldPlace }
}
