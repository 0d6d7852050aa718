import ArgumentParser
import Foundation
import UpliftCore

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: tr("Says how much is in a workspace."),
    discussion: tr(
      "JSON: {bytes, counts: {KIND: number}, createdAt, file, history: {abandoned, done, undone}, id, lastEdit, schema, title}. lastEdit is left out when nothing was changed yet."
    ))

  @OptionGroup var workspace: FileArgument

  @Flag(help: ArgumentHelp(tr("Print JSON.")))
  var json = false

  private struct Report: Encodable {
    struct History: Encodable {
      var abandoned: Int
      var done: Int
      var undone: Int
    }

    var bytes: Int
    var counts: [String: Int]
    var createdAt: Instant
    var file: String
    var history: History
    @ListedID var id: UUID
    var lastEdit: Instant?
    var schema: Int
    var title: String
  }

  func run() throws {
    let workspace = try Workspace.reading(workspace.file)
    let facts = try workspace.facts()
    let attributes = try FileManager.default.attributesOfItem(atPath: workspace.url.path)
    let report = Report(
      bytes: (attributes[.size] as? NSNumber)?.intValue ?? 0,
      counts: Dictionary(
        uniqueKeysWithValues: facts.counts
          .filter { $0.key != .workspace }.map { ($0.key.rawValue, $0.value) }),
      createdAt: facts.workspace.createdAt,
      file: workspace.url.path,
      history: Report.History(
        abandoned: facts.steps[.abandoned] ?? 0, done: facts.steps[.done] ?? 0,
        undone: facts.steps[.undone] ?? 0),
      id: facts.workspace.id,
      lastEdit: facts.lastEdit,
      schema: facts.schemaVersion,
      title: facts.workspace.title)
    if json { try Output.print(json: report) } else { try Output.print(lines(of: report)) }
  }

  private func lines(of report: Report) -> [String] {
    var rows = [
      (tr("Title"), report.title),
      (tr("File"), report.file),
      (tr("Size"), ntr("{count} byte", "{count} bytes", report.bytes)),
      (tr("File version"), "\(report.schema)"),
      (tr("Created"), report.createdAt.description),
      (tr("Last edit"), report.lastEdit?.description ?? tr("never")),
      (
        tr("History"),
        tr(
          "{done} done, {undone} undone, {abandoned} left behind",
          [
            "done": report.history.done, "undone": report.history.undone,
            "abandoned": report.history.abandoned,
          ])
      ),
    ]
    rows += EntityKind.allCases.compactMap { kind in
      guard let count = report.counts[kind.rawValue], count > 0 else { return nil }
      return (kind.listTitle, "\(count)")
    }
    return Table.lines(rows.map { [$0.0, $0.1] })
  }
}
