import Gtk
import UpliftCore

/// Running a meeting at the board that is open.
extension MainWindow {
  func addRunningActions() {
    boardActions = [
      addAction("private-writing") { [weak self] in self?.board?.run.togglePrivateWriting() },
      addAction("vote") { [weak self] in self?.board?.run.vote() },
      addAction("timer") { [weak self] in self?.board?.run.toggleTimer() },
      addAction("longer") { [weak self] in self?.board?.run.perform(.prolong) },
      addAction("next-phase") { [weak self] in self?.board?.run.perform(.goOn) },
    ]
  }

  /// What can be done only at a board is grey elsewhere.
  func refreshBoardActions() {
    for action in boardActions { action.isEnabled = board != nil }
  }

  /// The window is closed: whoever was voting at it goes on at another one.
  func leaveVotes() {
    for case let board as BoardPage in pages.values { board.run.desk.leave() }
  }

  private var board: BoardPage? { page as? BoardPage }

  /// Controls of the page in the header bar, where there is room for them.
  func showTools() {
    let tools = page?.headerTools ?? []
    toolBox.isVisible = !tools.isEmpty && hasRoomForButtons
    guard shownTools.count != tools.count || !zip(shownTools, tools).allSatisfy({ $0 === $1 })
    else { return }
    shownTools = tools
    toolBox.removeAll()
    for tool in tools { toolBox.append(tool) }
  }
}
