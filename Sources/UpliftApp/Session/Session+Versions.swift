import UpliftCore

extension Session {
  /// Makes everything what it was after a step: at once when little lies between, or else on
  /// another thread while the windows wait.
  ///
  /// - Parameter done: whether it is so now; if not, nothing has changed, and the window says why
  ///   unless somebody cancelled it.
  func restore(_ sequence: Int64, then done: @escaping (Bool) -> Void = { _ in }) {
    guard longWork == nil, let distance = read({ try workspace.distance(to: sequence) }) else {
      return done(false)
    }
    guard distance >= Self.largeStep else {
      return done(attempt { try workspace.restore(sequence) } != nil)
    }
    work(tr("Restoring…")) { workspace, work in
      _ = try workspace.restore(sequence, progress: work.report)
    } done: { [weak self] result in
      self?.conclude(result, done)
    }
  }

  /// Works out an edit and carries it out: at once, or, where both may take a while, on another
  /// thread while the windows wait.
  ///
  /// - Parameters:
  ///   - making: nil: there is nothing to do.
  ///   - done: nil when there was nothing to do; else whether it is on the disk.
  func perform(
    saying title: String, isLong: Bool,
    making: @escaping @Sendable (Workspace) throws -> Edit?,
    then done: @escaping (Bool?) -> Void
  ) {
    guard longWork == nil else { return done(false) }
    guard isLong else {
      guard let edit = attempt({ try making(workspace) }) else { return done(false) }
      return done(edit.map { perform($0) })
    }
    work(title) { workspace, work -> (Edit, WorkspaceChange)? in
      guard let edit = try work.leaving({ try making(workspace) }) else { return nil }
      return (edit, try workspace.perform(edit, progress: work.report))
    } done: { [weak self] result in
      if case .success(nil) = result { return done(nil) }
      self?.conclude(
        result.map { made in
          if let (edit, change) = made { self?.tell(edit, change) }
        }, { done($0) })
    }
  }

  func conclude(_ result: Result<Void, any Error>, _ done: (Bool) -> Void) {
    switch result {
    case .success:
      succeed()
      done(true)
    case .failure(is CancellationError): done(false)
    case .failure(let error):
      fail(error)
      done(false)
    }
  }

  /// Names a version; an empty name takes it away.
  func nameVersion(_ sequence: Int64, _ title: String) {
    _ = read { () throws -> Bool? in
      if title.isEmpty {
        try workspace.removeVersionName(sequence)
      } else {
        try workspace.nameVersion(sequence, title)
      }
      return true
    }
  }
}
