import ArgumentParser
import Foundation
import UpliftCore

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: tr("Puts the step that was undone last in force again."))

  @OptionGroup var workspace: FileArgument

  func run() throws {
    let workspace = try Workspace.editing(workspace.file)
    guard let step = try workspace.redoWhole().first else {
      throw Failure(
        tr("There is nothing to redo in “{path}”.", ["path": workspace.url.path]))
    }
    try Output.print(
      tr("Redone: {title} (step {step})", ["title": step.title, "step": step.sequence]))
  }
}
