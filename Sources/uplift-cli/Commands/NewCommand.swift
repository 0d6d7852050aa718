import ArgumentParser
import Foundation
import UpliftCore

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: tr("Makes a workspace."),
    discussion: tr("An existing file is never replaced. With no template it is empty."))

  @OptionGroup var workspace: FileArgument

  @Option(
    help: ArgumentHelp(
      tr("What it begins with; “uplift-cli templates” names them."), valueName: "NAME"))
  var template: String?

  func run() throws {
    let url = URL(fileURLWithPath: workspace.file)
    let title = url.deletingPathExtension().lastPathComponent
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: title))
    if let template {
      contents = try Template.named(template, in: .current).contents(title: title)
    }
    try Workspace.create(at: url, contents: contents).close()
  }
}
