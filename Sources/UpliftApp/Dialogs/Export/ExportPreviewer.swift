import Foundation
import UpliftCore
import UpliftDrawing

/// Draws previews on a thread of its own, the newest only.
nonisolated final class ExportPreviewer: @unchecked Sendable {
  enum Outcome: Sendable {
    case picture(ExportPreview)
    case text(String)
    case failed(String)
  }

  private static let queue = DispatchQueue(label: "export preview", qos: .utility)
  /// Lines of a text that are shown.
  private static let mostLines = 60

  // Guarded by the lock.
  private let lock = NSLock()
  private var newest = 0

  /// Whatever is being drawn is not wanted any more.
  func cancel() { lock.withLock { newest += 1 } }

  /// - Parameters:
  ///   - bounds: pixels that the picture must not exceed.
  ///   - done: on the main actor; not at all when another preview was asked for meanwhile.
  func show(
    _ content: ExportContent, _ choices: ExportChoices, within bounds: Size,
    done: @escaping @MainActor @Sendable (Outcome) -> Void
  ) {
    let number = lock.withLock {
      newest += 1
      return newest
    }
    Self.queue.async { [self] in
      guard isNewest(number) else { return }
      let outcome: Outcome
      do {
        outcome = try draw(content, choices, within: bounds) { self.isNewest(number) }
      } catch {
        outcome = .failed((error as? any LocalizedError)?.errorDescription ?? "\(error)")
      }
      DispatchQueue.main.async {
        if self.isNewest(number) { done(outcome) }
      }
    }
  }

  private func draw(
    _ content: ExportContent, _ choices: ExportChoices, within bounds: Size,
    goesOn: @escaping () -> Bool
  ) throws -> Outcome {
    if let format = choices.kind.format, let picture = content.picture {
      return .picture(
        try ExportPreview.make(
          picture, theme: choices.style.theme, format: format, page: choices.pageFormat,
          showsTitle: content.isWhole, within: bounds, goesOn: goesOn))
    }
    // A web page begins with the picture.
    if choices.kind == .html, let picture = content.picture {
      return .picture(
        try ExportPreview.make(
          picture, theme: .light, format: .svg, page: .poster, showsTitle: false,
          within: bounds, goesOn: goesOn))
    }
    guard let format = choices.kind.textFormat else { return .text("") }
    // The rest could be megabytes.
    let text = String(decoding: try content.data(as: format).prefix(1 << 16), as: UTF8.self)
    let lines = text.split(
      separator: "\n", maxSplits: Self.mostLines, omittingEmptySubsequences: false)
    let shown = lines.prefix(Self.mostLines).joined(separator: "\n")
    return .text(lines.count > Self.mostLines ? shown + "\n…" : shown)
  }

  private func isNewest(_ number: Int) -> Bool { lock.withLock { newest == number } }
}
