import ArgumentParser
import Foundation
import UpliftCore

struct AttentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attention",
    abstract: tr("Lists what needs somebody today, the most urgent first."),
    discussion: tr(
      "Late promises, recommendations owed to a group, barriers with no manager, and so on: the same list as on the overview, with who is to do something, why, and how old it is. The exit code is 0 with or without matters. The JSON is described in the help on the command line."
    ))

  @OptionGroup var workspace: FileArgument

  @Option(
    help: ArgumentHelp(
      tr("As if it were this day, 2026-11-21; today unless given."), valueName: "DAY"))
  var day: String?

  @Flag(help: ArgumentHelp(tr("Print JSON.")))
  var json = false

  private struct Entry: Encodable {
    var days: Int?
    @ListedID var id: UUID
    var kind: String
    var matter: String
    var title: String
    var who: String
    var why: String

    init(_ item: Attention.Item) {
      days = item.daysLate
      id = item.reference.id
      kind = item.reference.kind.rawValue
      matter = item.matter.rawValue
      title = item.title
      who = item.who
      why = item.reason
    }
  }

  func validate() throws {
    guard let day, CalendarDay(day) == nil else { return }
    throw ValidationError(
      tr("--day must be a day, like 2026-11-21; “{day}” is none.", ["day": day]))
  }

  func run() throws {
    let workspace = try Workspace.reading(workspace.file)
    guard let contents = try workspace.contentsForOverview() else { return }
    let today = day.flatMap { CalendarDay($0) } ?? CalendarDay(Date())
    let attention = Attention(contents, today: today)
    if json {
      try Output.print(json: attention.items.map(Entry.init))
    } else {
      try Output.print(lines(of: attention))
    }
  }

  /// A heading for each matter, and what is meant by it in columns.
  private func lines(of attention: Attention) -> [String] {
    guard attention.n > 0 else { return [tr("Nothing needs anybody today.")] }
    var lines: [String] = []
    for matter in Attention.Matter.allCases {
      let own = attention.items(matter)
      guard !own.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append("\(matter.title) (\(own.count))")
      lines += Table.lines(
        own.map { ["  " + $0.name, $0.age, $0.who.isEmpty ? "–" : $0.who, $0.reason] })
    }
    return lines
  }
}
