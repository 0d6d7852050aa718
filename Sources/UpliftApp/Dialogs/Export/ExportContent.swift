import Foundation
import UpliftCore
import UpliftDrawing

/// What is exported.
nonisolated struct ExportContent: Sendable {
  let title: String
  /// Nil when it cannot be drawn.
  private(set) var picture: Picture?
  private let part: WorkspacePart
  /// Nil: all of it.
  private var selection: MapPart?
  private let workspace: Workspace
  private var comparison: (JourneyComparison, Set<Difference.Sort>)?
  /// The paper that it was put together for; nil: whichever was chosen last.
  private(set) var usualPage: PageFormat?
  /// Nil: as it is now.
  private var past: WorkspaceContents?
  /// Of what is worked out and no part of the file: its words, and its table.
  private var words: (document: TextDocument, csv: Data)?

  /// Nil when it is gone.
  ///
  /// - Parameter filter: of a map on the screen: what does not match is as pale on paper.
  init?(
    _ subject: ExportSubject, of workspace: Workspace, filter: JourneyFilter = JourneyFilter()
  ) throws {
    self.workspace = workspace
    switch subject {
    case .journey(let id):
      guard var contents = try workspace.journey(id) else { return nil }
      if !filter.isEmpty {
        contents.focus = FilterMatcher().match(
          filter, contents, personasOfCards: try workspace.personasOfCards(onMap: id))
      }
      title = contents.map.title
      picture = .journey(contents)
      part = .journey(id)
    case .board(let id):
      guard let contents = try workspace.board(id) else { return nil }
      title = contents.board.title
      picture = .board(contents)
      part = .board(id)
    case .persona(let id):
      guard let profile = try workspace.profile(id) else { return nil }
      title = profile.persona.name.isEmpty ? tr("Unnamed persona") : profile.persona.name
      picture = .persona(profile)
      part = .persona(id)
    case .comparison(let old, let new, let shown):
      guard let contents = try workspace.comparison(from: old, to: new) else { return nil }
      title = contents.title
      picture = .comparison(contents, shown)
      part = .journey(new.mapID)
      comparison = (contents, shown)
    case .older(let version):
      past = version.contents
      let id = version.reference.id
      let name: String
      if version.reference.kind == .board {
        guard let contents = version.contents.board(id) else { return nil }
        name = contents.board.title
        picture = .board(contents)
        part = .board(id)
      } else {
        guard let contents = version.contents.journey(id) else { return nil }
        name = contents.map.title
        picture = .journey(contents)
        part = .journey(id)
      }
      title = tr("{title}, as it was on {time}", ["title": name, "time": version.when])
    case .group(let id):
      guard let contents = try workspace.group(id) else { return nil }
      title = contents.group.title
      part = .group(id)
      picture = .document(
        try .drawn(part, of: workspace.contents()), fitsOnePage: false)
    case .charter(let id):
      guard let document = TextDocument(charterOf: id, in: try workspace.contents()) else {
        return nil
      }
      title = tr("{title}, charter", ["title": document.title])
      picture = .document(document, fitsOnePage: true)
      part = .charter(id)
    case .minutes(let id):
      guard let document = TextDocument(minutesOf: id, in: try workspace.contents()) else {
        return nil
      }
      title = tr("{title}, minutes", ["title": document.title])
      picture = .document(document, fitsOnePage: false)
      part = .minutes(id)
    case .plan:
      let contents = try workspace.contents()
      let setup = contents.planDocuments.inOrder().first?.setup ?? PlanDocument.Setup()
      let document = TextDocument.plan(of: contents, setup)
      title = document.title
      picture = .document(document, fitsOnePage: false)
      part = .plan(setup)
      usualPage = setup.page == .letter ? .letter : .a4
    case .department(let id):
      guard let document = TextDocument(departmentSheetOf: id, in: try workspace.contents()) else {
        return nil
      }
      title = document.title
      picture = .document(document, fitsOnePage: true)
      part = .department(id)
    case .figure(let figure):
      let chart = figure.chart(
        try workspace.contents(of: figure.kinds), today: CalendarDay(Date()))
      (title, picture, words) = Self.parts(of: chart, called: figure.title)
      part = .whole
    case .departmentsOfMap(let map):
      let figure = PlanFigure.departments
      let chart = figure.departments(
        try workspace.contents(of: figure.kinds), choosing: map)
      (title, picture, words) = Self.parts(of: chart, called: chart.title)
      part = .whole
    case .trends(let segments):
      let figure = PlanFigure.trends
      let chart = figure.trends(
        try workspace.contents(of: figure.kinds), segments: segments)
      (title, picture, words) = Self.parts(of: chart, called: figure.title)
      part = .whole
    case .leaderboards(let figure, let chosen):
      let contents = try workspace.contents(of: [.champion, .organisation])
      let days = chosen.days(
        today: CalendarDay(Date()),
        startMonth: contents.organisations.inOrder().first?.fiscalYearStart ?? 1)
      let boards = Leaderboards(contents.champions, period: days)
      let document = TextDocument(boards, period: chosen.title())
      title = document.title
      picture = .chart(
        figure.champions(contents, period: days, called: chosen.title()), ChartOptions())
      part = .whole
      words = (document, Data(ExportText.csv(of: TextDocument.table(boards)).utf8))
    case .message(let id):
      let contents = try workspace.contents(of: [.message, .audience, .messageAudience])
      guard let message = contents.messages.first(where: { $0.id == id }) else { return nil }
      let heard = Set(contents.messageAudiences.filter { $0.messageID == id }.map(\.audienceID))
      let document = TextDocument(
        message,
        audiences: contents.audiences.inOrder().filter { heard.contains($0.id) }.map(\.title))
      title = document.title
      picture = .document(document, fitsOnePage: true)
      part = .whole
      words = (document, Data())
    case .findings(let list, let name):
      let kinds = list.reduce(into: Set<EntityKind>()) { $0.formUnion($1.kinds) }
      let contents = try workspace.contents(of: kinds)
      let findings = list.map { $0.finding(contents, today: CalendarDay(Date())) }
      title = tr("{practice}, worked out", ["practice": name])
      let document = TextDocument(findings, title: title)
      picture = .document(document, fitsOnePage: false)
      part = .whole
      words = (document, Data(ExportText.csv(of: findings.table).utf8))
    case .register(let kind):
      guard let type = kind.type as? any RegisterRecord.Type else { return nil }
      let made = try Self.register(type, of: workspace)
      title = made.document.title
      picture = .document(made.document, fitsOnePage: false)
      part = .whole
      words = made
    case .champions:
      let contents = try workspace.contents()
      guard let cards = ChampionCards(contents) else { return nil }
      title = cards.title
      picture = .postcards(cards)
      part = .champions
    case .overview:
      let document = TextDocument(overviewOf: try workspace.contents())
      title = tr("{title}, overview", ["title": document.title])
      picture = .document(document, fitsOnePage: true)
      part = .overview
    }
  }

  /// Only a part of a map; of everything else, and for nil, all of it.
  func only(_ part: MapPart?) -> ExportContent {
    guard let part, case .journey(let contents) = picture else { return self }
    var result = self
    result.picture = .journey(contents.only(part))
    result.selection = part
    return result
  }

  /// "The selection: 3 cards".
  static func title(of part: MapPart) -> String {
    let count =
      switch part {
      case .whole: tr("everything")
      case .stages(let ids): ntr("{count} stage", "{count} stages", ids.count)
      case .steps(let ids): ntr("{count} step", "{count} steps", ids.count)
      case .lanes(let ids, let lines):
        ids.isEmpty
          ? ntr("{count} line", "{count} lines", lines.count)
          : ntr("{count} lane", "{count} lanes", ids.count)
      case .cells(let selection):
        selection.isBlank
          ? ntr("{count} cell", "{count} cells", selection.cells.count)
          : ntr("{count} card", "{count} cards", selection.cards.count + selection.emotions.count)
      }
    return tr("The selection: {count}", ["count": count])
  }

  /// A part of a map has no title of its own.
  var isWhole: Bool { selection == nil }

  /// Lanes that a picture or document leaves out, because they are hidden.
  var hiddenLaneCount: Int {
    if case .journey(let contents) = picture { contents.hiddenLanes.count } else { 0 }
  }

  private static func register<Record: RegisterRecord>(
    _ type: Record.Type, of workspace: Workspace
  ) throws -> (document: TextDocument, csv: Data) {
    (
      TextDocument(try workspace.registered(type), in: workspace.registerContext()),
      try workspace.csv(type)
    )
  }

  /// As what it can be written.
  var kinds: [ExportKind] {
    if words != nil {
      if words.map(\.csv.isEmpty) ?? false { return [.markdown, .html, .pdf] }
      let isDrawn = if case .chart = picture { true } else { false }
      return isDrawn ? [.pdf, .svg, .png, .csv, .markdown, .html] : [.pdf, .csv, .markdown, .html]
    }
    let misfits: Set<ExportKind> =
      switch part {
      case .journey: comparison == nil ? [.canvas] : [.csv, .json, .mermaid, .canvas]
      case .board: [.mermaid]
      case .whole, .persona: [.csv, .mermaid, .canvas]
      case .group: [.csv, .mermaid, .canvas, .svg, .png]
      case .champions: [.csv, .mermaid, .canvas, .json, .svg, .png]
      case .figure: [.mermaid, .canvas, .json]
      case .charter, .minutes, .plan, .department, .overview:
        [.csv, .mermaid, .canvas, .json, .svg, .png]
      }
    return ExportKind.allCases.filter {
      ($0.format == nil || picture != nil) && !misfits.contains($0)
    }
  }

  /// A sheet has its paper; everything else may also be one large page.
  var pages: [PageFormat] {
    if words != nil { return [.a4, .letter, .a3] }
    switch part {
    case .champions: return [.a4]
    // The paper that was chosen for it comes first.
    case .plan: return usualPage == .letter ? [.letter, .a4] : [.a4, .letter]
    case .persona, .group, .charter, .minutes, .department, .overview: return [.a4, .letter, .a3]
    case .whole, .journey, .board, .figure: break
    }
    return PageFormat.allCases
  }

  /// The bytes of a text file, of the workspace as it is now or was.
  ///
  /// - Parameter goesOn: asked now and then; false ends it.
  /// - Throws: `WorkspaceError`, `ExportTextError`, `ExportError`.
  func data(as format: TextFormat, goesOn: @escaping () -> Bool = { true }) throws -> Data {
    if let words {
      switch format {
      case .csv: return words.csv
      case .html: return Data(ExportText.html(of: words.document).utf8)
      case .markdown: return Data(ExportText.markdown(of: words.document).utf8)
      case .json, .canvas, .mermaid: throw ExportTextError.notInFormat(format)
      }
    }
    if let (comparison, shown) = comparison {
      return try ExportText.data(comparison, shown: shown, as: format)
    }
    // Records of half a map would be no copy of anything: JSON is always all of it.
    if selection != nil, format != .json, case .journey(let contents) = picture {
      return format == .html
        ? try WebPage.data(contents, goesOn: goesOn) : try ExportText.data(contents, as: format)
    }
    let contents = try past ?? workspace.contents()
    return try TextFile.data(part, of: contents, as: format, goesOn: goesOn)
  }
}

nonisolated extension ExportContent {
  /// A figure: what it is called, its picture, and what it says as a table.
  fileprivate static func parts(
    of chart: any Chart, called title: String
  ) -> (String, UpliftDrawing.Picture, (document: TextDocument, csv: Data)?) {
    var table = chart.table
    table.caption = title
    return (
      title, .chart(chart, ChartOptions()),
      (TextDocument(table), Data(ExportText.csv(of: table).utf8))
    )
  }
}
