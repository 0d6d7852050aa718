import ArgumentParser
import Foundation
import UpliftCore

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: tr("Takes back the newest step of a workspace's history."))

  @OptionGroup var workspace: FileArgument

  func run() throws {
    let workspace = try Workspace.editing(workspace.file)
    guard try !workspace.isVoteInTurn(workspace.nextUndo()) else {
      throw Failure(Workspace.voteInTurnSentence)
    }
    guard let step = try workspace.undoWhole().last else {
      throw Failure(
        tr("There is nothing to undo in “{path}”.", ["path": workspace.url.path]))
    }
    try Output.print(
      tr("Undone: {title} (step {step})", ["title": step.title, "step": step.sequence]))
  }
}
