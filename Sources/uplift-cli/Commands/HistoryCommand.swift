import ArgumentParser
import Foundation
import UpliftCore

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: tr("Lists what was done to a workspace, newest first."),
    discussion: tr(
      "JSON: a list of {at, name, sequence, state}; state is “done”, “undone” or “abandoned”. name is left out when a newer Uplift made the step."
    ))

  @OptionGroup var workspace: FileArgument

  @Flag(help: ArgumentHelp(tr("Print JSON.")))
  var json = false

  private struct Entry: Encodable {
    var at: Instant
    var name: EditName?
    var sequence: Int64
    var state: String
  }

  func run() throws {
    let steps = try Workspace.reading(workspace.file).history()
    if json {
      try Output.print(
        json: steps.map {
          Entry(at: $0.at, name: $0.name, sequence: $0.sequence, state: $0.state.key)
        })
      return
    }
    try Output.print(
      Table.lines(
        steps.map { ["\($0.sequence)", $0.at.description, $0.state.title, $0.title] }))
  }
}

extension HistoryStep.State {
  fileprivate var key: String {
    switch self {
    case .done: "done"
    case .undone: "undone"
    case .abandoned: "abandoned"
    }
  }

  fileprivate var title: String {
    switch self {
    case .done: tr("done")
    case .undone: tr("undone")
    case .abandoned: tr("left behind")
    }
  }
}
