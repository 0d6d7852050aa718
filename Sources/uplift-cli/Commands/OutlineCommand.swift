import ArgumentParser
import Foundation
import UpliftCore

struct OutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: tr("Prints a workspace, or one part of it, as an indented tree."),
    discussion: tr(
      "The JSON has an object for the workspace, or for the journey map, group, board or persona that was chosen; its keys are described in the help on the command line."
    ))

  @OptionGroup var workspace: FileArgument
  @OptionGroup var choice: SubjectOptions

  @Flag(help: ArgumentHelp(tr("Print JSON.")))
  var json = false

  func run() throws {
    let workspace = try Workspace.reading(workspace.file)
    let outline = try workspace.outline()
    let path = workspace.url.path
    switch try choice.subject(in: outline, file: path) {
    case nil, .plan, .department, .champions, .figure, .overview:
      let tree = try WorkspaceTree(workspace, outline)
      try show(tree, tree.text)
    case .journey(let map):
      let tree = JourneyTree(try workspace.journeyContents(map))
      try show(tree, tree.text)
    case .board(let board):
      let tree = BoardTree(try workspace.boardContents(board))
      try show(tree, tree.text)
    case .persona(let persona):
      guard let profile = try workspace.profile(persona.id) else {
        throw WorkspaceError.gone(persona.reference)
      }
      let tree = PersonaTree(profile)
      try show(tree, tree.text)
    case .meeting(let meeting):
      guard let tree = try GroupTree(workspace, meeting.groupID) else {
        throw WorkspaceError.gone(meeting.reference)
      }
      try show(tree, tree.text)
    case .group(let group), .charter(let group):
      guard let tree = try GroupTree(workspace, group.id) else {
        throw WorkspaceError.gone(group.reference)
      }
      try show(tree, tree.text)
    }
  }

  private func show(_ tree: some Encodable, _ text: TextTree) throws {
    if json { try Output.print(json: tree) } else { try Output.print(text.lines) }
  }
}
