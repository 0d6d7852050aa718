import Foundation
import UpliftCore

/// Opens the workspace that the program was started with, and lays out the map that is shown first,
/// on a thread of its own while GTK wakes up.
nonisolated final class WorkspaceOpening: @unchecked Sendable {
  struct Opened {
    var workspace: Workspace
    var outline: WorkspaceOutline
    /// Of the map that is shown first, if it is a map.
    var journey: PreparedJourney?
  }

  /// With all symbolic links followed.
  let path: String
  /// Where somebody was in it last; see `Place.code`.
  private let remembered: String?
  private let condition = NSCondition()
  // Guarded by the condition.
  private var result: Result<Opened, any Error>?

  private init(path: String, remembered: String?) {
    self.path = path
    self.remembered = remembered
  }

  /// Begins to open the first file that `arguments` name; nil when they name none.
  ///
  /// - Parameter places: where somebody was last, by path.
  static func begin(_ arguments: [String], places: [String: String] = [:]) -> WorkspaceOpening? {
    let options = arguments.dropFirst().prefix { $0 != "--" }.filter { $0.hasPrefix("-") }
    // Whoever asks something of the program wants no file opened, nor an older one migrated.
    guard !options.contains(where: asksOnly),
      let path = arguments.dropFirst().first(where: {
        !$0.hasPrefix("-") && FileManager.default.fileExists(atPath: $0)
      })
    else { return nil }
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let opening = WorkspaceOpening(path: resolved, remembered: places[resolved])
    let thread = Thread { opening.open() }
    thread.stackSize = PreparedJourney.stackSize
    thread.qualityOfService = .userInitiated
    thread.start()
    return opening
  }

  /// `--version`, as GLib reads it: letters can stand together.
  private static func asksOnly(_ option: String) -> Bool {
    option.hasPrefix("--")
      ? option == "--version" || option.hasPrefix("--help")
      : option.dropFirst().contains { "vh?".contains($0) }
  }

  private func open() {
    let result = Result {
      let workspace = try Workspace.open(at: URL(fileURLWithPath: path))
      let outline = try workspace.outline()
      let map = try firstMap(outline).flatMap { try workspace.journey($0) }
      return Opened(
        workspace: workspace, outline: outline, journey: map.flatMap { PreparedJourney($0) })
    }
    condition.withLock {
      self.result = result
      condition.broadcast()
    }
  }

  private func firstMap(_ outline: WorkspaceOutline) -> UUID? {
    guard let place = remembered.flatMap({ Place(code: $0, in: outline) }) else {
      return outline.journeyMaps.first?.id
    }
    return if case .journey(let id) = place { id } else { nil }
  }

  /// Waits until all is there. Once: what is returned is the caller's alone.
  ///
  /// - Throws: what opening threw.
  func finish() throws -> Opened {
    condition.lock()
    defer { condition.unlock() }
    while result == nil { condition.wait() }
    guard let result else { throw CancellationError() }
    self.result = nil
    return try result.get()
  }
}
