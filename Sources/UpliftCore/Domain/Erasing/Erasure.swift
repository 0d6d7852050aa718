import Foundation

/// Where a workspace names a person, and what becomes of it.
public struct ErasurePlace: Equatable, Sendable {
  public enum Action: String, Codable, Sendable {
    /// The field is empty from then on: somebody else may take it over.
    case emptied
    /// "Someone" stands there: that there was somebody matters.
    case someone
    /// "Someone" stands in the name's place in a text.
    case replaced
    /// What describes the person goes with the name.
    case cleared
    /// The picture is gone.
    case picture
    /// The whole record is gone, and what belongs to it.
    case deleted

    public var title: String {
      switch self {
      case .emptied: tr("emptied")
      case .someone: tr("“someone” stands there")
      case .replaced: tr("replaced by “someone”")
      case .cleared: tr("taken away with the name")
      case .picture: tr("picture removed")
      case .deleted: tr("deleted, with what belongs to it")
      }
    }
  }

  public var reference: EntityReference
  /// What the record is called; may be empty.
  public var record = ""
  /// The column of the file: "owner".
  public var field: String
  public var action: Action
  /// How many times it stands there.
  public var count: Int
  /// What stands around it, as it was before.
  public var excerpt: String

  /// "Initiative: Owner".
  public var title: String {
    action == .deleted
      ? reference.kind.title
      : tr(
        "{kind}: {field}", ["kind": reference.kind.title, "field": FieldTitle.of(field)])
  }
}

/// What a workspace holds of a person: what erasing would change, or has changed.
public struct Erasure: Sendable {
  /// In the order of the lists of records.
  public var places: [ErasurePlace] = []
  /// What may name the person too, and is left alone unless it is asked for.
  public var possible: [PossibleForms.Form] = []
  /// Steps of the history in which the name, the picture or a deleted record is taken out.
  public var rewrittenSteps = 0
  /// Steps that did nothing else, and are gone.
  public var droppedSteps = 0
  /// Names of versions that named the person.
  public var renamedVersions = 0
  /// Files beside the workspace that name the person: copies that were kept.
  public var copies: [URL] = []
  /// Of those, what was deleted.
  public var deletedCopies: [URL] = []
  /// Whether the file's free pages were overwritten; nil: nothing was done yet.
  public var isCompacted: Bool?

  public init() {}

  /// Nothing names the person.
  public var isEmpty: Bool {
    places.isEmpty && rewrittenSteps == 0 && droppedSteps == 0 && renamedVersions == 0
      && copies.isEmpty
  }

  /// How many times the person is named.
  public var count: Int { places.reduce(0) { $0 + $1.count } }

  /// What cannot be reached from here, in a sentence each.
  public static var reminders: [String] {
    [
      tr(
        "Files that were exported, printed, mailed or copied elsewhere are not known here; delete them yourself."
      ),
      tr(
        "The program can only overwrite the file; a disk or a backup of it may keep older blocks."),
    ]
  }
}
