import ArgumentParser
import Foundation
import UpliftCore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: tr("Looks for faults in a workspace and changes nothing."),
    discussion: tr("Prints one line for each fault, and exits with 1 when there is any."))

  @OptionGroup var workspace: FileArgument

  func run() throws {
    let workspace = try Workspace.reading(workspace.file)
    let faults = try workspace.check()
    guard faults.isEmpty else {
      try Output.print(faults)
      throw Failure(
        ntr(
          "There is {count} fault in “{path}”.", "There are {count} faults in “{path}”.",
          faults.count, ["path": workspace.url.path]))
    }
    try Output.print(tr("No faults."))
  }
}
