import UpliftCore

extension Session {
  /// Changes of an edit from which on it may take longer than one wants to wait for with no sign.
  private static let largeEdit = 1_500

  /// Carries out an edit at once, or, when it is a large one, on another thread while the windows
  /// wait.
  ///
  /// - Parameters:
  ///   - title: "Deleting…"
  ///   - done: whether it is on the disk; if not, nothing has changed.
  func perform(_ edit: Edit, saying title: String, then done: @escaping (Bool) -> Void) {
    guard edit.changes.count >= Self.largeEdit else { return done(perform(edit)) }
    work(title) { workspace, work in
      try workspace.perform(edit, progress: work.report)
    } done: { [weak self] result in
      switch result {
      case .success(let change):
        self?.succeed()
        self?.tell(edit, change)
        done(true)
      case .failure(is CancellationError): done(false)
      case .failure(let error):
        self?.fail(error)
        done(false)
      }
    }
  }
}
