import ArgumentParser
import Foundation
import UpliftCore
import UpliftDrawing

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: tr(
      "Writes a journey map, group, board or persona, or the whole workspace, as a file."),
    discussion: tr(
      "The ending of OUT says what is written: .pdf .svg .png .csv .canvas .json .md .html .mmd. OUT “-” with --as is standard output. With nothing chosen it is the only journey map; with .json the whole workspace. OUT is replaced when it is there, whole or not at all."
    ))

  @OptionGroup var workspace: FileArgument

  @Argument(
    help: ArgumentHelp(tr("The file to write."), valueName: "OUT"), completion: .file())
  var out: String

  @OptionGroup var choice: SubjectOptions

  @Option(
    help: ArgumentHelp(
      tr("The charter of an advisory group, by title or id, for .pdf, .md and .html."),
      valueName: "T"))
  var charter: String?

  @Option(
    help: ArgumentHelp(
      tr("The minutes of a meeting, by title, day or id, for .pdf, .md and .html."),
      valueName: "T"))
  var meeting: String?

  @Option(
    help: ArgumentHelp(
      tr("What a department does for customers, by name or id, for .pdf, .md and .html."),
      valueName: "T"))
  var department: String?

  @Flag(
    help: ArgumentHelp(
      tr("The postcards of the Customer Champions, for .pdf, .md and .html.")))
  var champions = false

  @Option(
    help: ArgumentHelp(
      tr("A figure of the plan, for .pdf, .svg and .png, and as a table for .csv, .md and .html."),
      valueName: PlanFigure.allCases.map(\.rawValue).joined(separator: "|")))
  var figure: String?

  @Option(
    help: ArgumentHelp(
      tr("With --journey: another map; what is different there is written."), valueName: "T"))
  var compare: String?

  @Option(
    help: ArgumentHelp(
      tr("A register, for .csv; `uplift-cli registers` lists their names."), valueName: "NAME"))
  var register: String?

  @Flag(
    help: ArgumentHelp(
      tr("What needs somebody, and the state of every practice, for .pdf, .html and .md.")))
  var overview = false

  @Flag(help: ArgumentHelp(tr("The plan as a document, for .pdf, .html and .md.")))
  var plan = false

  @Option(
    help: ArgumentHelp(
      tr(
        "With --plan: which sections, in which order, or “leaders” or “everything”; those of the workspace unless given."
      ),
      valueName: PlanSection.allCases.map(\.rawValue).joined(separator: ",")))
  var sections: String?

  @Option(
    help: ArgumentHelp(
      tr("For .pdf: one page as large as the picture (poster), or sheets to join."),
      valueName: "poster|a4|a3|letter"))
  var page: PageFormat?

  @Option(
    help: ArgumentHelp(
      tr("For .pdf, .svg and .png; print for .pdf and light for the others unless given."),
      valueName: "light|dark|print"))
  var theme: ThemeName?

  @Option(
    help: ArgumentHelp(tr("For .png: pixels a point; 2 unless given."), valueName: "N"))
  var scale: Double?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      tr("With OUT “-”: what is written to standard output."),
      valueName: OutputFormat.endings.replacingOccurrences(of: ".", with: "")
        .replacingOccurrences(of: " ", with: "|")))
  var ending: String?

  func validate() throws {
    guard (out == "-") == (ending != nil) else {
      throw ValidationError(
        out == "-"
          ? tr("OUT “-” needs --as: what is to be written to standard output.")
          : tr("--as is for OUT “-”; else the ending of OUT says what is written."))
    }
    guard let format = OutputFormat(path: ending.map { "-." + $0 } ?? out) else {
      throw ValidationError(
        tr(
          "The ending of “{path}” is none of {endings}.",
          ["path": ending ?? out, "endings": OutputFormat.endings]))
    }
    guard page == nil || format == .picture(.pdf) else {
      throw ValidationError(tr("--page is for .pdf."))
    }
    guard theme == nil || format.isPicture else {
      throw ValidationError(tr("--theme is for .pdf, .svg and .png."))
    }
    guard scale == nil || format == .picture(.png) else {
      throw ValidationError(tr("--scale is for .png."))
    }
    if let scale, !(scale.isFinite && scale > 0) {
      throw ValidationError(tr("--scale must be a number above 0."))
    }
    guard compare == nil || choice.journey != nil else {
      throw ValidationError(tr("--compare goes with --journey."))
    }
    let documents =
      [charter, meeting, department, figure].count { $0 != nil }
      + [plan, champions, overview].count { $0 }
    guard documents + choice.count <= 1 else {
      throw ValidationError(
        tr(
          "Choose one of --journey, --group, --board, --persona, --charter, --meeting, --department, --champions, --figure, --overview and --plan."
        ))
    }
    if register != nil {
      guard choice.count + documents == 0 else {
        throw ValidationError(tr("--register stands alone."))
      }
      guard format == .text(.csv) else {
        throw ValidationError(tr("A register is written as .csv."))
      }
    }
    guard sections == nil || plan else {
      throw ValidationError(tr("--sections goes with --plan."))
    }
    _ = try chosenSections()
    _ = try chosenFigure()
  }

  /// Nil when none was named.
  private func chosenFigure() throws -> PlanFigure? {
    guard let figure else { return nil }
    guard let chosen = PlanFigure(rawValue: figure.lowercased()) else {
      throw ValidationError(
        tr(
          "There is no figure “{name}”; there are {all}.",
          [
            "name": figure,
            "all": PlanFigure.allCases.map(\.rawValue).joined(separator: ", "),
          ]))
    }
    return chosen
  }

  /// Nil when none were named.
  private func chosenSections() throws -> [PlanSection]? {
    guard let sections else { return nil }
    let names = sections.split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces).lowercased()
    }
    if names.count == 1, let readers = PlanReaders(rawValue: names[0]) { return readers.sections }
    let chosen = try names.map { name -> PlanSection in
      guard let section = PlanSection(rawValue: name) else {
        throw ValidationError(
          tr(
            "There is no section “{name}”; there are {all}.",
            [
              "name": name, "all": PlanSection.allCases.map(\.rawValue).joined(separator: ", "),
            ]))
      }
      return section
    }
    guard !chosen.isEmpty else { throw ValidationError(tr("--sections names no section.")) }
    return chosen
  }

  func run() throws {
    if let ending {
      return try StandardOutput.write(ending: ending) { file in
        var command = self
        (command.out, command.ending) = (file, nil)
        try command.run()
      }
    }
    guard let format = OutputFormat(path: out) else { return }
    let workspace = try Workspace.reading(workspace.file)
    let target = URL(fileURLWithPath: out)
    guard !target.isSameFile(as: workspace.url) else {
      throw Failure(
        tr("“{path}” is the workspace itself, so nothing was written.", ["path": target.path]))
    }
    if let register {
      return try RegisterFile.write(register, of: workspace, to: target)
    }
    let subject = try subject(of: workspace, format)
    if let compare, case .journey(let map) = subject {
      try write(map, comparedWith: compare, of: workspace, as: format, to: target)
      return
    }
    switch format {
    case .picture(let format): try draw(subject, of: workspace, as: format, to: target)
    case .text(let format): try write(subject, of: workspace, as: format, to: target)
    }
  }

  /// What was chosen, or what is written when nothing was.
  private func subject(of workspace: Workspace, _ format: OutputFormat) throws -> Subject? {
    let outline = try workspace.outline()
    let path = workspace.url.path
    if let chosen = try choice.subject(in: outline, file: path) { return chosen }
    if let department {
      return .department(
        try Finder(file: path, kind: .department, title: \.name)
          .find(department, in: outline.departments))
    }
    if let figure = try chosenFigure() { return .figure(figure) }
    if champions {
      guard ChampionCards(try workspace.contents()) != nil else {
        throw Failure(tr("“{path}” has no Customer Champion.", ["path": path]))
      }
      return .champions
    }
    if overview { return .overview }
    if plan {
      let kept =
        try workspace.contents().planDocuments.inOrder().first?.setup ?? PlanDocument.Setup()
      var setup = try chosenSections().map { PlanDocument.Setup(only: $0, day: kept.day) } ?? kept
      setup.page = page == .letter ? .letter : page == .a4 ? .a4 : kept.page
      return .plan(setup)
    }
    if let charter {
      return .charter(
        try Finder(file: path, kind: .advisoryGroup, title: \.title)
          .find(charter, in: outline.groups))
    }
    if let meeting {
      return .meeting(try Finder.meeting(meeting, in: outline, of: path))
    }
    if format == .text(.json) { return nil }
    let maps = outline.journeyMaps
    if let map = maps.first, maps.count == 1 { return .journey(map) }
    guard !maps.isEmpty else {
      throw Failure(
        tr("“{path}” has no journey map; choose with --group or --board.", ["path": path]))
    }
    let titles = maps.map { "“\($0.title)”" }.joined(separator: ", ")
    throw Failure(
      tr(
        "“{path}” has several journey maps; choose one with --journey: {titles}.",
        ["path": path, "titles": titles]))
  }

  private func write(
    _ map: JourneyMap, comparedWith other: String, of workspace: Workspace,
    as format: OutputFormat, to target: URL
  ) throws {
    let maps = try workspace.outline().journeyMaps
    let new = try Finder<JourneyMap>(
      file: workspace.url.path, kind: .journeyMap, title: \.title
    ).find(other, in: maps)
    guard
      let comparison = try workspace.comparison(from: MapVersion(map.id), to: MapVersion(new.id))
    else { throw WorkspaceError.gone(new.reference) }
    switch format {
    case .picture(let format):
      let usual = format == .pdf ? ThemeName.print : .light
      try SceneExport.write(
        .comparison(comparison, Set(Difference.Sort.allCases)), theme: (theme ?? usual).theme,
        to: target, format: format,
        options: ExportOptions(page: page ?? .poster, scale: scale ?? 2))
    case .text(let format):
      let data: Data
      do {
        data = try ExportText.data(comparison, as: format)
      } catch {
        throw Failure(
          tr(
            "“{path}” was not written: a comparison cannot be exported as {ending}.",
            ["path": target.path, "ending": "." + target.pathExtension.lowercased()]))
      }
      try FileReplacement.write(data, to: target)
    }
  }

  private func write(
    _ subject: Subject?, of workspace: Workspace, as format: TextFormat, to target: URL
  ) throws {
    let part: WorkspacePart =
      switch subject {
      case .journey(let map): .journey(map.id)
      case .group(let group): .group(group.id)
      case .board(let board): .board(board.id)
      case .persona(let persona): .persona(persona.id)
      case .charter(let group): .charter(group.id)
      case .meeting(let meeting): .minutes(meeting.id)
      case .plan(let setup): .plan(setup)
      case .department(let department): .department(department.id)
      case .champions: .champions
      case .figure(let figure): .figure(figure)
      case .overview: .overview
      case nil: .whole
      }
    let data: Data
    do {
      data = try TextFile.data(part, of: workspace.contents(), as: format)
    } catch ExportTextError.notInFormat {
      throw Misfit.failure(target, subject)
    }
    try FileReplacement.write(data, to: target)
  }

  private func draw(
    _ subject: Subject?, of workspace: Workspace, as format: ExportFormat, to target: URL
  ) throws {
    let picture: Picture
    switch subject {
    case .journey(let map): picture = .journey(try workspace.journeyContents(map))
    case .board(let board): picture = .board(try workspace.boardContents(board))
    case .persona(let persona):
      guard let profile = try workspace.profile(persona.id) else {
        throw Misfit.failure(target, subject)
      }
      picture = .persona(profile)
    case .group(let group):
      picture = try document(.group(group.id), of: workspace, as: format, to: target, subject)
    case .charter(let group):
      picture = try document(.charter(group.id), of: workspace, as: format, to: target, subject)
    case .meeting(let meeting):
      picture = try document(.minutes(meeting.id), of: workspace, as: format, to: target, subject)
    case .plan(let setup):
      picture = try document(.plan(setup), of: workspace, as: format, to: target, subject)
    case .department(let department):
      picture = try document(
        .department(department.id), of: workspace, as: format, to: target, subject)
    case .champions:
      guard format == .pdf, let cards = ChampionCards(try workspace.contents()) else {
        throw Misfit.failure(target, subject)
      }
      picture = .postcards(cards)
    case .figure(let figure):
      let chart = figure.chart(try workspace.contents(), today: CalendarDay(Date()))
      picture = .chart(chart, ChartOptions())
    case .overview:
      picture = try document(.overview, of: workspace, as: format, to: target, subject)
    case nil: throw Misfit.failure(target, subject)
    }
    let usual = format == .pdf ? ThemeName.print : .light
    var page = page ?? .poster
    if case .plan(let setup) = subject, self.page == nil {
      page = setup.page == .letter ? .letter : .a4
    }
    try SceneExport.write(
      picture, theme: (theme ?? usual).theme, to: target, format: format,
      options: ExportOptions(page: page, scale: scale ?? 2))
  }

  /// What is set on pages is for paper only.
  private func document(
    _ part: WorkspacePart, of workspace: Workspace, as format: ExportFormat, to target: URL,
    _ subject: Subject?
  ) throws -> Picture {
    guard format == .pdf else { throw Misfit.failure(target, subject) }
    let fitsOnePage =
      switch part {
      case .charter, .department, .overview: true
      default: false
      }
    return .document(
      try .drawn(part, of: workspace.contents()), fitsOnePage: fitsOnePage)
  }
}

extension URL {
  fileprivate func isSameFile(as other: URL) -> Bool {
    var (own, others) = (stat(), stat())
    return stat(path, &own) == 0 && stat(other.path, &others) == 0
      && own.st_dev == others.st_dev && own.st_ino == others.st_ino
  }
}
