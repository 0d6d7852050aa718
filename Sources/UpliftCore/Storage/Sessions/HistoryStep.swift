import Foundation

/// One step of a workspace's history.
public struct HistoryStep: Equatable, Sendable {
  public enum State: Int, Sendable {
    /// In force.
    case done = 0
    /// Undone; can be redone.
    case undone = 1
    /// Undone, and left behind when another edit followed. Kept, because nothing is thrown away.
    case abandoned = 2
  }

  /// Counts up from 1.
  public var sequence: Int64
  public var at: Instant
  /// Nil when a newer program made the step and this one has no name for it.
  public var name: EditName?
  public var state: State
  /// Bytes that describe what it changed.
  public var size: Int

  /// The step that `undo` takes back, for a statement's WHERE. Undone steps stand behind all that
  /// are in force, and have an index; there is none of those in force, which each edit would have
  /// to write.
  static let newestDone = """
    state = 0 AND sequence < coalesce(
      (SELECT min(sequence) FROM history WHERE state = 1), 9223372036854775807)
    ORDER BY sequence DESC LIMIT 1
    """
  /// The step that `redo` does again.
  static let oldestUndone = "state = 1 ORDER BY sequence LIMIT 1"

  /// In the language of the program.
  public var title: String { name?.title ?? tr("Change") }
}
