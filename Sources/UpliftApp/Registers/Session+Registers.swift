import UpliftCore

extension Session {
  /// What columns need to know of this workspace.
  func registerContext() -> RegisterContext {
    let context = RegisterContext(
      entries: { [weak self] kind in
        self?.read { try self?.workspace.registerEntries(of: kind) } ?? []
      },
      people: { [weak self] in self?.read { try self?.workspace.people() } ?? [] })
    context.take(outline.workspace)
    return context
  }
}
