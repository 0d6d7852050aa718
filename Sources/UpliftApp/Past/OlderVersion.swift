import UpliftCore

/// A map or board as it was, to be exported or printed.
nonisolated public struct OlderVersion: Hashable, Sendable {
  let sequence: Int64
  let reference: EntityReference
  /// The whole workspace as it was then.
  let contents: WorkspaceContents
  /// "21 Nov 2026 at 20:41 · Workshop".
  let when: String

  /// What was stays as it was: a step of the history has one state only.
  public static func == (left: OlderVersion, right: OlderVersion) -> Bool {
    left.sequence == right.sequence && left.reference == right.reference
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(sequence)
    hasher.combine(reference)
  }
}
