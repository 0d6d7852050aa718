import Foundation
import UpliftCore

/// A record that somebody has begun to write. It is in the picture at once, and in the workspace
/// with its first letters, so that nothing empty is ever left behind.
struct CanvasDraft {
  var reference: EntityReference
  /// Adds it, with what else it needs.
  var edit: Edit

  var change: WorkspaceChange { WorkspaceChange(upserts: records) }

  var removal: WorkspaceChange {
    WorkspaceChange(deletions: records.reversed().map(\.reference))
  }

  var record: (any Entity)? { records.first { $0.reference == reference } }

  private var records: [any Entity] {
    edit.changes.compactMap { if case .insert(let record) = $0 { record } else { nil } }
  }

  /// The edit, with the record saying `text`.
  func edit(saying text: String, typing: UUID) -> Edit {
    var edit = edit
    edit.coalescing = CanvasDraft.key(typing)
    edit.changes = edit.changes.map { change in
      guard case .insert(let record) = change, record.reference == reference else { return change }
      switch record {
      case var card as Card:
        card.text = text
        return .insert(card)
      case var note as Note:
        note.text = text
        return .insert(note)
      default: return change
      }
    }
    return edit
  }

  /// What all edits of one stretch of typing have in common; see `settingText(of:to:typing:)`.
  static func key(_ typing: UUID) -> String { "text \(typing)" }
}
