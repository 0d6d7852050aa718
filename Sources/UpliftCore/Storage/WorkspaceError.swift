import Foundation

/// What went wrong with a workspace file. `description` is the sentence that people read.
public enum WorkspaceError: Error, Equatable, Sendable {
  /// There is nothing at this path.
  case missing(path: String)
  /// There is something already, and a new workspace must not replace it.
  case exists(path: String)
  /// A file, but no SQLite file or not one of ours.
  case notAWorkspace(path: String)
  case newerSchema(path: String, version: Int)
  /// A table, trigger, view or index that no version of the program made, or one that is missing.
  case unexpectedSchema(path: String, name: String)
  case damaged(path: String, detail: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  case noPermission(path: String)
  /// A change was interrupted, and cannot be completed or taken back where the file is read-only.
  case interrupted(path: String)
  /// Another file, or none, is where the open one was.
  case replaced(path: String)
  case diskFull(path: String)
  /// Another program keeps the file locked.
  case busy(path: String)
  case tooLarge(path: String)
  case inputOutput(path: String, detail: String)
  /// The record has been deleted, by an undo or in another window.
  case gone(EntityReference)
  /// A rule of the file forbids the value.
  case refused(kind: EntityKind, detail: String)
  /// The records have been changed by something that the history does not know.
  case cannotUndo(title: String)
  /// The history does not say what the workspace was like then.
  case noSuchVersion(path: String)
}

extension WorkspaceError {
  /// Whether the file can be read still, and nothing gets into it as long as it is where it is.
  public var isAboutWriting: Bool {
    switch self {
    case .missing, .readOnly, .noPermission, .replaced, .diskFull, .inputOutput: true
    default: false
    }
  }
}

extension WorkspaceError: CustomStringConvertible, LocalizedError {
  public var errorDescription: String? { description }

  public var description: String {
    switch self {
    case .missing(let path):
      tr("There is no file “{path}”.", ["path": path])
    case .exists(let path):
      tr("“{path}” exists already; choose another name or open it.", ["path": path])
    case .notAWorkspace(let path):
      tr("“{path}” is not an Uplift workspace.", ["path": path])
    case .newerSchema(let path, let version):
      tr(
        "“{path}” was made by a newer Uplift (file version {version}); update Uplift to open it.",
        ["path": path, "version": version])
    case .unexpectedSchema(let path, let name):
      tr(
        "“{path}” was not opened: its structure has been tampered with at “{name}”.",
        ["path": path, "name": name])
    case .damaged(let path, let detail):
      tr(
        "“{path}” is damaged and was left as it is ({detail}); open a copy from a backup.",
        ["path": path, "detail": detail])
    case .readOnly(let path):
      tr(
        "“{path}” cannot be changed because the file or its folder is read-only.",
        ["path": path])
    case .noPermission(let path):
      tr("You have no permission to open “{path}”.", ["path": path])
    case .interrupted(let path):
      tr(
        "“{path}” holds a change that was interrupted, and the file or its folder is read-only. Copy it, together with “{journal}”, to a folder of your own and open the copy.",
        ["path": path, "journal": path + "-journal"])
    case .replaced(let path):
      tr(
        "“{path}” was moved, deleted or replaced by another program, so nothing is saved to it any more. Open it again where it is now.",
        ["path": path])
    case .diskFull(let path):
      tr(
        "The disk is full, so the last change to “{path}” was not saved. Make room and try again.",
        ["path": path])
    case .busy(let path):
      tr(
        "Another program is writing to “{path}”; the change was not saved. Try again in a moment.",
        ["path": path])
    case .tooLarge(let path):
      tr("“{path}” holds a value that is too large to be read.", ["path": path])
    case .inputOutput(let path, let detail):
      tr("“{path}” could not be read or written: {detail}.", ["path": path, "detail": detail])
    case .gone:
      tr("This was deleted in the meantime, so the change was not made.")
    case .refused(let kind, let detail):
      tr(
        "The change was not made because the file does not allow this value ({kind}: {detail}).",
        ["kind": kind.rawValue, "detail": detail])
    case .cannotUndo(let title):
      tr(
        "“{title}” cannot be undone: what it changed has been changed outside the history.",
        ["title": title])
    case .noSuchVersion(let path):
      tr(
        "The history of “{path}” does not say what this version was like, so nothing was changed.",
        ["path": path])
    }
  }
}
