import UpliftCore

extension Session {
  /// What columns need to know of this workspace.
  func registerContext() -> RegisterContext {
    let context = RegisterContext(
      entries: { [weak self] kind in
        self?.read { try self?.workspace.registerEntries(of: kind) } ?? []
      },
      people: { [weak self] in self?.read { try self?.workspace.people() } ?? [] },
      assignments: { [weak self] kind in
        self?.read { try self?.workspace.assignments(of: kind) } ?? []
      },
      organisation: { [weak self] in self?.read { try self?.workspace.organisation() } })
    context.readRecords = { [weak self] kind in
      self?.read { try self?.workspace.records(of: kind) } ?? []
    }
    context.readRecord = { [weak self] reference in
      self?.read { try self?.workspace.record(reference) } ?? nil
    }
    return context
  }
}
