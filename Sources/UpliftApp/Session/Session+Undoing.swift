import Foundation
import UpliftCore

extension Session {
  /// Bytes of a step from which on it may take longer than one wants to wait for with no sign.
  static let largeStep = 200_000

  /// - Returns: the title of what was undone; nil when there was nothing, or it failed.
  @discardableResult
  public func undo() -> String? {
    attempt { try workspace.undoWhole().last?.title } ?? nil
  }

  @discardableResult
  public func redo() -> String? {
    attempt { try workspace.redoWhole().first?.title } ?? nil
  }

  nonisolated enum Travelled: Equatable, Sendable {
    /// With the title of the step and what it was about.
    case done(String)
    case cancelled
    /// There was nothing, or it failed, which the windows say.
    case nothing
  }

  /// Undoes at once, or, when the step is a large one, on another thread while the windows wait.
  func undo(then done: @escaping (Travelled) -> Void) {
    travel(
      tr("Undoing…"), { try $0.stepsOfUndo().last },
      { workspace, progress in
        var change: WorkspaceChange?
        try workspace.undoWhole(progress: progress) { change = $0 }
        return change
      }, done)
  }

  func redo(then done: @escaping (Travelled) -> Void) {
    travel(
      tr("Redoing…"), { try $0.nextRedo() },
      { workspace, progress in
        var change: WorkspaceChange?
        try workspace.redoWhole(progress: progress) { change = $0 }
        return change
      }, done)
  }

  private typealias Walk =
    @Sendable (Workspace, ((Double) -> Bool)?) throws -> WorkspaceChange?

  private func travel(
    _ name: String, _ next: (Workspace) throws -> HistoryStep?, _ walk: @escaping Walk,
    _ done: @escaping (Travelled) -> Void
  ) {
    guard !isReadOnly else {
      refuse()
      return done(.nothing)
    }
    guard longWork == nil, let step = read({ try next(workspace) }) else { return done(.nothing) }
    let before = read { try workspace.places(of: step) } ?? []
    let found = { [weak self] in
      guard let self else { return }
      let after = read { try self.workspace.places(of: step) } ?? []
      travelledPlaces = before + after.filter { !before.contains($0) }
    }
    let subject = read { try workspace.words(of: [step])[step.sequence] }
    let title =
      [step.title, subject ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    guard step.size >= Self.largeStep else {
      travelled = attempt { try walk(workspace, nil) } ?? nil
      found()
      return done(travelled != nil ? .done(title) : .nothing)
    }
    work(name) { workspace, work in
      try walk(workspace, { work.report($0) })
    } done: { [weak self] result in
      switch result {
      case .success(let change):
        self?.travelled = change
        found()
        self?.succeed()
        done(change != nil ? .done(title) : .nothing)
      case .failure(is CancellationError): done(.cancelled)
      case .failure(let error):
        self?.fail(error)
        done(.nothing)
      }
    }
  }
}
