import Foundation
import UpliftCore
import UpliftDrawing

extension Session {
  nonisolated struct Imported: Sendable {
    var edit: Edit
    /// What people should know of it.
    var remarks: [String]
  }

  /// What a file takes to be read, of all the work that it takes.
  private nonisolated static let shareOfReading = 0.2

  /// Reads a file of another program, or our own JSON, and adds what it holds, as one step of
  /// undo.
  ///
  /// - Parameter done: on the main actor, once it is on the disk; a failure, cancelling included,
  ///   has changed nothing.
  func importFile(_ url: URL, done: @escaping (Result<Imported, any Error>) -> Void) {
    let title = tr("Importing “{file}”…", ["file": url.lastPathComponent])
    work(title) { workspace, work -> Imported in
      let document = try work.leaving { () -> ImportedDocument in
        let document = try Importing.read(url)
        try document.checkPictures(file: url.lastPathComponent)
        return document
      }
      let edit = try work.leaving { document.edit(into: try workspace.contents()) }
      try workspace.perform(edit) { share in
        work.report(Self.shareOfReading + (1 - Self.shareOfReading) * share)
      }
      return Imported(edit: edit, remarks: document.remarks)
    } done: {
      done($0)
    }
  }
}
