import ArgumentParser
import Foundation
import UpliftCore

struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: tr("Erases a person from a workspace, from its history too, for good."),
    discussion: tr(
      "Fields that hold the name are emptied or say “someone”; in texts “someone” takes its place; candidates of this name are deleted, portraits are removed. The history is rewritten, and the file's free pages are overwritten: nothing brings it back. --dry-run lists what would be changed. Words that may name the person too are listed, and left alone unless --also names them."
    ))

  @OptionGroup var workspace: FileArgument

  @Argument(help: ArgumentHelp(tr("Who is to be forgotten."), valueName: "NAME"))
  var name: String

  @Option(
    help: ArgumentHelp(
      tr("Another form of the name: a first name alone, “Hannas”. May be given several times."),
      valueName: "FORM"))
  var also: [String] = []

  @Flag(
    help: ArgumentHelp(
      tr(
        "Erase NAME as it is written, though it is only a part of somebody's name, or stands in texts only."
      )))
  var asWritten = false

  @Flag(help: ArgumentHelp(tr("List what would be changed, and change nothing.")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      tr("Delete copies beside the file that name the person, as they were kept before updates.")))
  var deleteCopies = false

  @Option(
    help: ArgumentHelp(
      tr("Write a report that does not name the person, as Markdown."), valueName: "OUT.md"))
  var report: String?

  @Flag(help: ArgumentHelp(tr("Print JSON.")))
  var json = false

  private struct Place: Encodable {
    var action: ErasurePlace.Action
    var count: Int
    var field: String
    @ListedID var id: UUID
    var kind: EntityKind
    var excerpt: String
  }

  private struct Form: Encodable {
    var count: Int
    var historyOnly: Bool
    var text: String
  }

  private struct Result: Encodable {
    var changed: Bool
    var copies: [String]
    var deletedCopies: [String]
    var droppedSteps: Int
    var freePagesOverwritten: Bool?
    var places: [Place]
    var possible: [Form]
    var renamedVersions: Int
    var rewrittenSteps: Int
  }

  func validate() throws {
    for text in [name] + also where PersonName(text) == nil {
      throw ValidationError(tr("“{text}” is no name.", ["text": text]))
    }
    guard report == nil || !dryRun else {
      throw ValidationError(tr("--report and --dry-run exclude each other."))
    }
  }

  func run() throws {
    guard let person = PersonName(name, others: also) else { return }
    guard dryRun else { return try print(try erase(person), warning: nil) }
    let workspace = try Workspace.reading(workspace.file)
    try print(
      try workspace.erasure(of: person), warning: person.warning(among: try workspace.everybody()))
  }

  private func print(_ erasure: Erasure, warning: String?) throws {
    if json { return try Output.print(json: result(erasure)) }
    try Output.print(lines(erasure) + (warning.map { [$0] } ?? []))
  }

  /// Why it is not certain that somebody is called so; nothing brings back what is erased.
  private func doubt(_ person: PersonName, in workspace: Workspace) throws -> String? {
    let everybody = try workspace.everybody()
    if let warning = person.warning(among: everybody) {
      return tr(
        "Nothing was erased: {reason} Give the whole name, or --as-written.", ["reason": warning])
    }
    guard !everybody.contains(where: { !person.places(in: $0).isEmpty }) else { return nil }
    let count = try workspace.erasure(of: person).places.count
    guard count > 0 else { return nil }
    return ntr(
      "Nothing was erased: nobody is called “{name}” in a field for people; it stands in {count} text. --dry-run lists it, --as-written erases it.",
      "Nothing was erased: nobody is called “{name}” in a field for people; it stands in {count} texts. --dry-run lists them, --as-written erases them.",
      count, ["name": name])
  }

  private func erase(_ person: PersonName) throws -> Erasure {
    let workspace = try Workspace.editing(workspace.file)
    if !asWritten, let reason = try doubt(person, in: workspace) {
      try workspace.close()
      throw Failure(reason)
    }
    let erasure = try workspace.erase(person, deletingCopies: deleteCopies)
    if let report {
      let text = erasure.markdown(
        person, workspace: try workspace.outline().workspace.title, day: CalendarDay(Date()))
      try FileReplacement.write(Data(text.utf8), to: URL(fileURLWithPath: report))
    }
    try workspace.close()
    if erasure.isCompacted == false {
      throw Failure(
        tr(
          "The person was erased from records and history of “{path}”, but its free pages could not be overwritten; close it elsewhere and erase once more.",
          ["path": workspace.url.path]))
    }
    return erasure
  }

  private func lines(_ erasure: Erasure) -> [String] {
    let places = erasure.places.map { place in
      [
        place.title, place.reference.id.uuidString.lowercased(), place.action.title,
        dryRun ? place.excerpt : "",
      ]
    }
    var lines = erasure.summary + Table.lines(places)
    if !erasure.possible.isEmpty {
      lines.append(tr("These may name the person, too, and are left alone without --also:"))
      lines += erasure.possible.map { form in
        "  \(form.text) (\(form.count))" + (form.isPast ? " " + tr("in the history only") : "")
      }
    }
    return lines + (dryRun ? [] : Erasure.reminders)
  }

  private func result(_ erasure: Erasure) -> Result {
    Result(
      changed: !dryRun, copies: erasure.copies.map(\.path),
      deletedCopies: erasure.deletedCopies.map(\.path), droppedSteps: erasure.droppedSteps,
      freePagesOverwritten: erasure.isCompacted,
      places: erasure.places.map {
        Place(
          action: $0.action, count: $0.count, field: $0.field, id: $0.reference.id,
          kind: $0.reference.kind, excerpt: dryRun ? $0.excerpt : "")
      },
      possible: erasure.possible.map {
        Form(count: $0.count, historyOnly: $0.isPast, text: $0.text)
      },
      renamedVersions: erasure.renamedVersions, rewrittenSteps: erasure.rewrittenSteps)
  }
}
