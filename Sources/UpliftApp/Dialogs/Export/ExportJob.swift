import Foundation
import UpliftCore
import UpliftDrawing

/// Writes one file on a thread of its own.
nonisolated final class ExportJob: @unchecked Sendable {
  enum Outcome: Sendable {
    case written(URL)
    case cancelled
    /// With the sentence that says why.
    case failed(String)
  }

  private static let queue = DispatchQueue(label: "export", qos: .userInitiated)

  // Guarded by the lock.
  private let lock = NSLock()
  private var isCancelled = false

  func cancel() { lock.withLock { isCancelled = true } }

  private var goesOn: Bool { lock.withLock { !isCancelled } }

  /// - Parameters:
  ///   - progress: 0…1, on the main actor, at most a hundred times.
  ///   - done: once, on the main actor.
  func start(
    _ content: ExportContent, to target: ExportTarget, choices: ExportChoices,
    progress: @escaping @MainActor @Sendable (Double) -> Void,
    done: @escaping @MainActor @Sendable (Outcome) -> Void
  ) {
    Self.queue.async { [self] in
      var shown = 0
      let outcome = write(content, to: target, choices: choices) { share in
        let percent = Int(share * 100)
        if percent > shown {
          shown = percent
          DispatchQueue.main.async { progress(share) }
        }
        return self.goesOn
      }
      DispatchQueue.main.async { done(outcome) }
    }
  }

  private func write(
    _ content: ExportContent, to target: ExportTarget, choices: ExportChoices,
    progress: (Double) -> Bool
  ) -> Outcome {
    let url = target.url
    do {
      if target.isNewName, FileManager.default.fileExists(atPath: url.path) {
        return .failed(
          tr(
            "“{path}” exists already; choose it in the list to replace it.", ["path": url.path]))
      }
      if let format = target.kind.format, let picture = content.picture {
        try SceneExport.write(
          picture, theme: choices.style.theme, to: url, format: format,
          options: ExportOptions(
            page: choices.pageFormat, scale: choices.scale, showsTitle: content.isWhole),
          progress: progress)
      } else if let format = target.kind.textFormat {
        let data = try content.data(as: format, goesOn: { self.goesOn })
        guard progress(0.5) else { return .cancelled }
        try FileReplacement.write(data, to: url)
      }
      return .written(url)
    } catch ExportError.cancelled {
      return .cancelled
    } catch {
      let sentence = (error as? any LocalizedError)?.errorDescription ?? error.localizedDescription
      return .failed(sentence)
    }
  }
}
