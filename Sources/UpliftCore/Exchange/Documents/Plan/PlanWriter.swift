import Foundation

/// Puts the plan into words, section by section. What is not kept is left out.
struct PlanWriter {
  let contents: WorkspaceContents
  let today: CalendarDay
  let days: DayFormat
  let registers: RegisterContext
  private let drawing: PlanDrawing
  var document: TextDocument

  init(
    _ contents: WorkspaceContents, title: String, today: CalendarDay, days: DayFormat,
    drawing: @escaping PlanDrawing
  ) {
    self.drawing = drawing
    self.contents = contents
    self.today = today
    self.days = days
    registers = RegisterContext(contents, clock: { today })
    registers.days = days
    document = TextDocument(title: title)
  }

  /// A section with nothing to say is left out.
  mutating func add(_ section: PlanSection) {
    let outside = document.blocks
    document.blocks = []
    switch section {
    case .state: addState()
    case .vision: addVision()
    case .journeys: addJourneys()
    case .evidence: addEvidence()
    case .priorities: addPriorities()
    case .initiatives: addInitiatives()
    case .groups: addGroups()
    case .training: addTraining()
    case .communication: addCommunication()
    case .culture: addCulture()
    case .appendix: addAppendix()
    }
    let own = document.blocks
    document.blocks = outside
    guard !own.isEmpty else { return }
    heading(2, section.title)
    document.blocks += own
  }

  /// Of a plan with nothing in it: what fills it.
  mutating func addNeeds(of sections: [PlanSection]) {
    heading(2, tr("What this plan needs"))
    guard !sections.isEmpty else {
      return paragraph(tr("No section is chosen. Choose at least one for this document."))
    }
    paragraph(
      tr(
        "There is nothing to show yet. A section appears with the first record that is kept for it:"
      ))
    document.blocks.append(
      .list(sections.map { TextDocument.Item(text: $0.title, remark: $0.detail) }))
  }

  // MARK: Parts

  mutating func heading(_ level: Int, _ text: String) { document.addHeading(level, text) }

  mutating func paragraph(_ text: String) {
    if !text.allSatisfy(\.isWhitespace) { document.blocks.append(.paragraph(text)) }
  }

  mutating func rule(_ text: String) { document.blocks.append(.rule(text)) }

  mutating func grid(
    _ caption: String, _ columns: [TextDocument.Grid.Column], _ rows: [[String]],
    source: String = "", isDense: Bool = false
  ) {
    guard !rows.isEmpty else { return }
    document.blocks.append(
      .grid(TextDocument.Grid(caption, columns, rows, source: source, isDense: isDense)))
  }

  /// A picture, when it has something to show.
  ///
  /// - Parameter caption: nil: what the figure is called.
  mutating func figure(
    _ figure: PlanFigure, caption: String? = nil, isNarrow: Bool = false
  ) {
    picture(.figure(figure), caption: caption ?? figure.title, isNarrow: isNarrow)
  }

  mutating func picture(
    _ picture: PlanPicture, caption: String, isNarrow: Bool = false, showsRule: Bool = true
  ) {
    guard let drawing = self.drawing(picture, contents, today), !drawing.table.rows.isEmpty else {
      return
    }
    document.blocks.append(
      .figure(
        .init(
          .drawing(drawing), caption: caption, isNarrow: isNarrow,
          showsRule: showsRule || drawing.explanation.isEmpty)))
  }

  /// How a picture is to be read, when it has something to show.
  func explanation(of picture: PlanPicture) -> String? {
    drawing(picture, contents, today).flatMap { $0.table.rows.isEmpty ? nil : $0.explanation }
  }

  /// Names and what is written about them, of those of which anything is.
  ///
  /// - Parameter columns: what the names are of, and what is written.
  mutating func words(
    _ title: String, level: Int, _ columns: (String, String), _ words: [(String, String)]
  ) {
    let known = words.filter { !$0.1.isBlank }
    guard !known.isEmpty else { return }
    heading(level, title)
    grid(
      "", [.init(columns.0), .init(columns.1, weight: 3)],
      known.map { [$0.0.singleLine, $0.1.singleLine] }, isDense: true)
  }

  /// A list of what is kept, if there is anything.
  mutating func list(_ title: String, level: Int, _ items: [TextDocument.Item]) {
    guard !items.isEmpty else { return }
    heading(level, title)
    document.blocks.append(.list(items))
  }

  /// A heading, what the register works out of all its records, the table, and the rules.
  ///
  /// - Parameters:
  ///   - name: of the register; one that there is not is passed over.
  ///   - columns: those of the register that are shown, by name; nil: those of its table.
  mutating func register(
    _ name: String, level: Int, title: String? = nil, columns: [String]? = nil,
    isDense: Bool = false
  ) {
    guard let type = Registers.named(name) as? any RegisterRecord.Type else { return }
    register(type, level: level, title: title, columns: columns, isDense: isDense)
  }

  /// - Parameters:
  ///   - saysMore: whether what is worked out of them stands over them, and the rules under them.
  ///   - figure: what shows them, with its caption.
  ///   - comesBefore: the order in which they stand; nil: their own.
  ///   - group: what a record stands under; nil: all stand alone.
  mutating func register<Record: RegisterRecord>(
    _ type: Record.Type, level: Int, title: String? = nil, columns: [String]? = nil,
    isDense: Bool = false, saysMore: Bool = true, figure: (PlanFigure, String)? = nil,
    comesBefore: ((Record, Record) -> Bool)? = nil,
    group: ((Record) -> String)? = nil, shows: (Record) -> Bool = { _ in true }
  ) {
    var records = all(type).filter(shows)
    guard !records.isEmpty else { return }
    if let comesBefore { records.sort(by: comesBefore) }
    let register = Record.register(in: registers)
    heading(level, title ?? register.title)
    let lines = saysMore ? register.summary(records).filter { !$0.isEmpty } : []
    if let first = lines.first { paragraph(first) }
    // Where it finds no room, the table begins before it.
    if let figure { self.figure(figure.0, caption: figure.1) }
    document.addRegister(register, records, columns: columns, isDense: isDense, group: group)
    for line in lines.dropFirst() { rule(line) }
  }

  /// What was worked out, by which rule, and whom it asks for something.
  ///
  /// - Parameter shows: of its rows; nothing is written when there is none.
  mutating func finding(
    _ finding: PlanFinding, level: Int = 4, shows: (Finding.Row) -> Bool = { _ in true }
  ) {
    let found = finding.finding(contents, today: today)
    let rows = found.rows.filter(shows)
    guard !rows.isEmpty else { return }
    heading(level, found.title)
    paragraph(found.summary)
    document.blocks.append(
      .list(rows.map { TextDocument.Item(text: $0.title, remark: $0.detail.singleLine) }))
    rule(found.rule)
  }

  /// In their order.
  func all<Record: Ranked>(_ type: Record.Type) -> [Record] {
    guard let list = WorkspaceContents.lists.first(where: { $0.kind == Record.kind }) else {
      return []
    }
    return list.records(of: contents).compactMap { $0 as? Record }.inOrder()
  }

  func day(_ day: CalendarDay?) -> String { day.map(days.text) ?? "" }

  func department(_ id: UUID?) -> String {
    id.flatMap { id in contents.departments.first { $0.id == id }?.name } ?? ""
  }

  /// "Prepares the parcel · Returning an online order".
  func step(_ id: UUID?) -> String {
    id.flatMap { registers.title(of: EntityReference(.step, $0)) } ?? ""
  }

  /// Without its map.
  func stepTitle(_ id: UUID?) -> String {
    id.flatMap { id in contents.steps.first { $0.id == id }?.title.singleLine } ?? ""
  }

  func percentage(_ share: Double) -> String {
    tr("{number} %", ["number": Int((share * 100).rounded())])
  }
}

extension TextDocument {
  /// The plan of a workspace.
  ///
  /// - Parameters:
  ///   - setup: nil: as it was put together there, or with all sections.
  ///   - drawing: makes its figures.
  public init(
    planOf contents: WorkspaceContents, _ setup: PlanDocument.Setup? = nil,
    today: CalendarDay = CalendarDay(Date()), days: DayFormat = .local,
    drawing: @escaping PlanDrawing
  ) {
    let kept = contents.planDocuments.inOrder().first
    let setup = setup ?? kept?.setup ?? PlanDocument.Setup()
    let day = setup.day ?? today
    let title =
      kept.map(\.title).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
      ?? PlanDocument.usualTitle
    var writer = PlanWriter(
      contents, title: title, today: today, days: days, drawing: drawing)
    for section in setup.sections { writer.add(section) }
    if writer.document.blocks.isEmpty { writer.addNeeds(of: setup.sections) }
    self = writer.document
    let letterhead = Letterhead(of: contents)
    cover = Cover(
      title: title, subtitle: kept?.subtitle ?? "", organisation: Self.name(of: contents.workspace),
      date: days.text(day),
      logo: letterhead?.logo, colour: letterhead?.colour ?? "", font: letterhead?.font ?? "")
  }
}

extension TextDocument {
  /// Of whom documents are. A workspace that was given no name of its own may still carry that of
  /// its file, of which neither the folder nor the ending says anything.
  static func name(of workspace: WorkspaceInfo) -> String {
    var name = workspace.title.singleLine
    let ending = ".uplift"
    guard name.lowercased().hasSuffix(ending) else { return name }
    name.removeLast(ending.count)
    return name.split(separator: "/").last.map(String.init) ?? ""
  }
}

extension PlanDocument {
  /// Of a plan that nobody gave a title.
  public static var usualTitle: String { tr("Customer experience plan") }
}
