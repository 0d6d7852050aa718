import Foundation

/// Where an export goes, and as what: somebody may have typed another extension into the dialog
/// for files, or none.
nonisolated struct ExportTarget: Equatable {
  var url: URL
  var kind: ExportKind
  /// True when the name is not the one that was confirmed, so that a file of this name must not
  /// be replaced.
  var isNewName: Bool

  init(chosen: URL, kind: ExportKind, allowed: [ExportKind]) {
    let given = ExportKind(pathExtension: chosen.pathExtension)
    if let given, allowed.contains(given) {
      self.init(url: chosen, kind: given, isNewName: false)
    } else {
      self.init(
        url: chosen.appendingPathExtension(kind.pathExtension), kind: kind, isNewName: true)
    }
  }

  private init(url: URL, kind: ExportKind, isNewName: Bool) {
    self.url = url
    self.kind = kind
    self.isNewName = isNewName
  }
}
