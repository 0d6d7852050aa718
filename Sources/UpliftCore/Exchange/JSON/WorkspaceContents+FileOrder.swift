extension WorkspaceContents {
  /// The same records in the one order in which they are written: by parent, rank and id.
  func inFileOrder() -> WorkspaceContents {
    var result = self
    var positions = FilePositions()
    for list in Self.lists { list.order(&result, &positions) }
    return result
  }
}
