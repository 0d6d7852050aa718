import ArgumentParser
import Foundation
import UpliftCore

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: tr("Prints what is different between two journey maps."),
    discussion: tr(
      "What was added, removed, moved, reworded or changed, and where the emotion is different: of stages, steps, lanes, lines and cards. The exit code is 0 with or without differences. The JSON is described in the help on the command line."
    ))

  @OptionGroup var workspace: FileArgument

  @Option(help: ArgumentHelp(tr("The older or current map, by title or id."), valueName: "T"))
  var from: String

  @Option(help: ArgumentHelp(tr("The newer or future map, by title or id."), valueName: "T"))
  var to: String

  @Flag(help: ArgumentHelp(tr("Print JSON.")))
  var json = false

  private struct MapEntry: Encodable {
    @ListedID var id: UUID
    var state: JourneyMap.State
    var title: String
  }

  private struct Report: Encodable {
    var differences: [DifferenceEntry]
    var from: MapEntry
    var to: MapEntry
  }

  func run() throws {
    let workspace = try Workspace.reading(workspace.file)
    let maps = try workspace.outline().journeyMaps
    let finder = Finder<JourneyMap>(
      file: workspace.url.path, kind: .journeyMap, title: \.title)
    let old = try finder.find(from, in: maps)
    let new = try finder.find(to, in: maps)
    guard
      let comparison = try workspace.comparison(from: MapVersion(old.id), to: MapVersion(new.id))
    else {
      throw WorkspaceError.gone(new.reference)
    }
    if json {
      try Output.print(
        json: Report(
          differences: comparison.differences.map(DifferenceEntry.init),
          from: MapEntry(id: old.id, state: old.state, title: old.title),
          to: MapEntry(id: new.id, state: new.state, title: new.title)))
    } else {
      try Output.print(lines(of: comparison))
    }
  }

  private func lines(of comparison: JourneyComparison) -> [String] {
    var lines = [
      tr(
        "{old} → {new}",
        ["old": comparison.old.map.title, "new": comparison.new.map.title]),
      ComparisonWords.count(comparison.differences.count),
    ]
    for sort in Difference.Sort.allCases {
      let own = comparison.differences.filter { $0.sort == sort }
      guard !own.isEmpty else { continue }
      let tree = TextTree(
        "\(ComparisonWords.name(of: sort)) (\(own.count))",
        own.map { TextTree(ComparisonWords.line(of: $0)) })
      lines += [""] + tree.lines
    }
    return lines
  }
}
