import UpliftCore

extension Session {
  /// Changes of an edit from which on it may take longer than one wants to wait for with no sign.
  private static let largeEdit = 1_500

  /// Carries out an edit at once, or, when it is a large one, on another thread while the windows
  /// wait. Nil is nothing to do.
  ///
  /// - Parameters:
  ///   - title: "Deleting…"
  ///   - done: whether it is on the disk; if not, nothing has changed.
  func perform(
    _ edit: Edit?, saying title: String, then done: @escaping (Bool) -> Void = { _ in }
  ) {
    guard edit == nil || !isReadOnly else {
      refuse()
      return done(false)
    }
    guard longWork == nil, let short = edit, let edit = read({ try workspace.spellingOut(short) })
    else { return done(false) }
    guard edit.changes.count >= Self.largeEdit else { return done(perform(short)) }
    work(title) { workspace, work in
      try workspace.perform(edit, progress: work.report)
    } done: { [weak self] result in
      self?.conclude(result.map { self?.tell(short, $0) }, done)
    }
  }
}
