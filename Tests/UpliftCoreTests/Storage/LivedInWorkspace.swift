import Foundation
import UpliftCore

@testable import edit_stream

/// A workspace with a history: the small one after some hundred random edits.
enum LivedInWorkspace {
  /// The bytes of its file.
  static let bytes: Data = {
    do {
      let folder = try TemporaryFolder(isInMemory: true)
      let url = folder.file("lived-in.uplift")
      let workspace = try Workspace.create(at: url, contents: SmallWorkspace().contents)
      var edits = RandomEdits(seed: 7)
      var contents = try workspace.contents()
      for number in 0..<150 {
        if number.isMultiple(of: 5) { contents = try workspace.contents() }
        try EditStream.carryOut(edits.next(contents), in: workspace)
      }
      try workspace.close()
      return try Data(contentsOf: url)
    } catch {
      preconditionFailure("\(error)")
    }
  }()
}
