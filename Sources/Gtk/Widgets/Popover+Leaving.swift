extension Popover {
  /// Popovers that are closed and still in their windows, the last one last.
  private static var closed: [Popover] = []
  /// So many stay.
  private static let mostClosed = 2

  /// Closes it and takes it out of its window, later: GTK goes on taking the pointer to be in the
  /// one that it was last seen in, and asks for that one's window with the next layout. It must not
  /// be gone before the pointer has been seen elsewhere, which is so when others have opened.
  ///
  /// - Parameter parent: on which it hangs. What goes takes along what still hangs on it.
  public func leave(_ parent: Widget) {
    popDown()
    guard !Self.closed.contains(where: { $0 === self }) else { return }
    Self.closed.append(self)
    parent.onDestroy { [weak self] in self?.leaveAtOnce() }
    for popover in Self.closed.dropLast(Self.mostClosed) { popover.leaveAtOnce() }
  }

  private func leaveAtOnce() {
    Self.closed.removeAll { $0 === self }
    unparent()
  }
}
