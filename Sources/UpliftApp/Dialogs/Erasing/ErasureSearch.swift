import Foundation
import Gtk
import UpliftCore

/// Looks on a thread of its own where a workspace names a person.
@MainActor final class ErasureSearch {
  private var work: LongWork?
  /// 0…1; nil when nothing is looked for.
  var fraction: Double? { work?.fraction }

  /// - Parameter done: on the main actor; not when another search began before.
  func start(
    _ workspace: Workspace, _ person: PersonName,
    done: @escaping (Result<Erasure, any Error>) -> Void
  ) {
    cancel()
    let work = LongWork(tr("Looking…"))
    self.work = work
    Task { [weak self] in
      let result = await Task.detached(priority: .userInitiated) {
        Result { try workspace.erasure(of: person, progress: work.report) }
      }.value
      guard let self, self.work === work else { return }
      self.work = nil
      done(result)
    }
  }

  func cancel() {
    work?.cancel()
    work = nil
  }
}

/// What was copied stays with the desktop, whatever becomes of the workspace.
@MainActor enum ErasedClipboard {
  /// Empties the clipboard if its text names the person.
  static func clear(of person: PersonName) {
    Clipboard.standard?.readText { text in
      if let text, !person.places(in: text).isEmpty { Clipboard.standard?.setText("") }
    }
  }
}
