import ArgumentParser
import UpliftCore

/// `uplift-cli` itself; each command is in a file of its own.
struct UpliftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uplift-cli",
    abstract: tr("Works on Uplift's workspaces of journey maps and advisory boards."),
    discussion: tr(
      "Journey maps, groups and boards are named by title or id. Exit codes: 0 done; 1 failed, with one sentence on standard error; 64 wrong usage. A name that begins with a dash is written after “--”."
    ),
    version: Version.current,
    subcommands: [
      NewCommand.self, TemplatesCommand.self, InfoCommand.self, OutlineCommand.self,
      ImportCommand.self, ExportCommand.self, HistoryCommand.self, UndoCommand.self,
      RedoCommand.self, CheckCommand.self, DiffCommand.self, RegistersCommand.self,
      AttentionCommand.self, EraseCommand.self,
    ])
}
