import ArgumentParser
import Foundation
import UpliftCore
import UpliftDrawing

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: tr("Adds what a file of another program holds to a workspace."),
    discussion: tr(
      "Reads Mermaid journeys (also inside Markdown), CSV and TSV, Trello boards, JSON Canvas and Uplift's JSON. It is one step of the history. A fault refuses the whole input. FILE is made when it is not there."
    ))

  @OptionGroup var workspace: FileArgument

  @Argument(
    help: ArgumentHelp(tr("What is read."), valueName: "INPUT"), completion: .file())
  var input: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      tr("The format; when it is left out, what stands in INPUT tells."),
      valueName: "mermaid|csv|json|trello|canvas"))
  var format: ImportFormat?

  @Option(help: ArgumentHelp(tr("The title of the map or board that is added."), valueName: "T"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      tr("Into this register, from a table; `uplift-cli registers` lists their names."),
      valueName: "NAME"))
  var register: String?

  @Option(
    help: ArgumentHelp(
      tr("Members of this group, by title or id, from a table with a column for names."),
      valueName: "GROUP"))
  var members: String?

  @OptionGroup(title: tr("Survey answers")) var survey: SurveyOptions

  func validate() throws {
    guard !survey.answers || (register == nil && format == nil && name == nil) else {
      throw ValidationError(tr("--answers stands without --register, --as and --name."))
    }
    guard register == nil || (format == nil && name == nil) else {
      throw ValidationError(tr("--register stands alone."))
    }
    guard
      members == nil || (register == nil && format == nil && name == nil && !survey.answers)
    else { throw ValidationError(tr("--members stands alone.")) }
    guard !input.isEmpty else { throw ValidationError(tr("INPUT must not be empty.")) }
    guard name?.isEmpty != true else { throw ValidationError(tr("--name must not be empty.")) }
  }

  func run() throws {
    let url = URL(fileURLWithPath: workspace.file)
    let source = URL(fileURLWithPath: input)
    if survey.answers {
      return try SurveyImport(
        options: survey, source: source, workspace: Workspace.open(at: url)
      ).run()
    }
    if let register {
      return try RegisterFile.read(source, into: register, of: Workspace.open(at: url))
    }
    if let members {
      return try MemberFile.read(source, into: members, of: Workspace.open(at: url))
    }
    let document = try Importing.read(source, as: format, name: name)
    try document.checkPictures(file: source.lastPathComponent)
    if FileManager.default.fileExists(atPath: url.path) {
      try add(document, to: try Workspace.open(at: url))
      return
    }
    try make(url, from: document)
  }

  /// Our own JSON becomes the workspace that it was, ids and title included, so that an export of
  /// it has the same bytes.
  private func make(_ url: URL, from document: ImportedDocument) throws {
    let title = url.deletingPathExtension().lastPathComponent
    let isOurs = document.format == .json
    let info = isOurs ? document.contents.workspace : WorkspaceInfo(title: title)
    var edit = Edit(.importFile, document.contents.records.dropFirst().map { .insert($0) })
    try WorkspaceDraft.make(url, contents: WorkspaceContents(workspace: info)) { workspace in
      if !isOurs { edit = document.edit(into: try workspace.contents()) }
      try workspace.perform(edit)
    }
    try Output.print(report(of: edit, document.remarks))
  }

  private func add(_ document: ImportedDocument, to workspace: Workspace) throws {
    let edit = document.edit(into: try workspace.contents())
    try workspace.perform(edit)
    try Output.print(report(of: edit, document.remarks))
  }

  /// What was added: maps, groups and boards by name, everything by number.
  private func report(of edit: Edit, _ remarks: [String]) -> [String] {
    var counts: [EntityKind: Int] = [:]
    var titles: [[String]] = []
    for case .insert(let record) in edit.changes {
      counts[type(of: record).kind, default: 0] += 1
      switch record {
      case let map as JourneyMap: titles.append(line(of: map.reference, map.title))
      case let group as AdvisoryGroup: titles.append(line(of: group.reference, group.title))
      case let board as Board: titles.append(line(of: board.reference, board.title))
      default: break
      }
    }
    guard !counts.isEmpty else { return [tr("Nothing was added: all of it was there already.")] }
    let numbers = EntityKind.allCases.compactMap { kind in
      counts[kind].map { [kind.listTitle, "\($0)"] }
    }
    return Table.lines(titles) + Table.lines(numbers) + remarks
  }

  private func line(of reference: EntityReference, _ title: String) -> [String] {
    [tr("Added"), reference.id.uuidString.lowercased(), title]
  }
}

extension ImportFormat: ExpressibleByArgument {}
