import Foundation

/// A readable document without any markup: what Markdown, HTML and typeset pages have in common.
public struct TextDocument: Equatable, Sendable {
  public enum Block: Equatable, Sendable {
    /// Level 1…6.
    case heading(Int, String)
    case paragraph(String)
    /// What somebody said.
    case quote(String)
    /// With what it shows, in words.
    case picture(StoredPicture, String)
    /// What something is called, and what it is.
    case facts([Fact])
    case list([Item])
    /// The first row and the first column are headers.
    case table(Table)
    /// Records, a row each, under one line of headers.
    case grid(Grid)
    /// A board, drawn; what it says follows in words.
    case board(BoardContents, caption: String)
    /// By which rule something was worked out; set small.
    case rule(String)
    case figure(Figure)
    /// Side by side.
    case keyFigures([KeyFigure])
  }

  public struct Fact: Equatable, Sendable {
    public var name: String
    public var value: String
  }

  public struct Item: Equatable, Sendable {
    public var text: String
    /// Shown smaller after the text.
    public var remark = ""
    public var children: [Item] = []
  }

  public struct Grid: Equatable, Sendable {
    public struct Column: Equatable, Sendable {
      public var title: String
      /// How much of the width it wants beside the others, above 0.
      public var weight: Double
      /// Whether it holds figures.
      public var isFigure: Bool

      public init(_ title: String, weight: Double = 1, isFigure: Bool = false) {
        self.title = title
        self.weight = weight
        self.isFigure = isFigure
      }
    }

    public var caption: String
    public var columns: [Column]
    /// A text for each column, or one alone: the title of the rows under it.
    public var rows: [[String]]
    /// Where it is known from; a footnote. May be empty.
    public var source: String
    /// Many rows to look something up in rather than to read: set small.
    public var isDense: Bool
    /// Whether its rows may stand beside one another on a sheet, as they always may in a book.
    public var standsBeside: Bool

    public init(
      _ caption: String, _ columns: [Column], _ rows: [[String]], source: String = "",
      isDense: Bool = false, standsBeside: Bool = false
    ) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
      self.source = source
      self.isDense = isDense
      self.standsBeside = standsBeside
    }

    /// Whether a row is the title of those under it.
    public func isGroup(_ row: [String]) -> Bool { row.count == 1 && columns.count > 1 }

    /// Whether its columns have titles.
    public var hasHeader: Bool { columns.contains { !$0.title.isEmpty } }
  }

  /// A grid whose columns are grouped under a first line of headers.
  public struct Table: Equatable, Sendable {
    public var caption: String
    /// Each group's title and how many columns it has, 1 or more.
    public var groups: [(title: String, width: Int)]
    public var columns: [String]
    public var rows: [Row]

    public struct Row: Equatable, Sendable {
      public var header: String
      /// One list for each column.
      public var cells: [[Item]]
    }

    public static func == (left: Table, right: Table) -> Bool {
      left.caption == right.caption && left.columns == right.columns && left.rows == right.rows
        && left.groups.elementsEqual(right.groups, by: ==)
    }
  }

  public var title: String
  public var blocks: [Block] = []
  /// Set as a book when there is one: with a contents page, numbered headings, captions and notes.
  public var cover: Cover?
  /// Of a sheet.
  public var letterhead: Letterhead?
  /// Of a sheet that is to be seen at once: with narrow margins, and little between things.
  public var isCompact = false
  /// The same with less in it, the fullest first: for one page that does not hold all.
  public var shorter: [TextDocument] = []

  public init(title: String) { self.title = title }

  /// - Throws: `ExportTextError.noSuchPart`.
  public init(
    _ part: WorkspacePart, of contents: WorkspaceContents
  ) throws(ExportTextError) {
    switch part {
    case .whole:
      title = contents.workspace.title
      addHeading(1, title)
      addWhole(contents)
    case .journey(let id):
      guard let journey = contents.journey(id) else { throw .noSuchPart }
      title = journey.map.title
      add(journey, level: 1)
    case .board(let id):
      guard let board = contents.board(id) else { throw .noSuchPart }
      title = board.board.title
      add(board, level: 1)
    case .group(let id):
      guard let group = contents.advisoryGroups.first(where: { $0.id == id }) else {
        throw .noSuchPart
      }
      title = group.title
      add(group, of: contents, level: 1)
    case .charter(let id):
      guard let document = TextDocument(charterOf: id, in: contents) else { throw .noSuchPart }
      self = document
    case .minutes(let id):
      guard let document = TextDocument(minutesOf: id, in: contents) else { throw .noSuchPart }
      self = document
    case .persona(let id):
      guard let profile = PersonaProfile(id, in: contents) else { throw .noSuchPart }
      title = JourneyWords.name(of: profile.persona)
      add(profile, level: 1)
    // Drawn by whoever can draw.
    case .plan, .figure: throw .onlyDrawn
    case .department(let id):
      guard let document = TextDocument(departmentSheetOf: id, in: contents) else {
        throw .noSuchPart
      }
      self = document
    case .champions:
      guard let cards = ChampionCards(contents) else { throw .noSuchPart }
      self = cards.document
    case .overview: self = TextDocument(overviewOf: contents)
    }
  }

  init(_ journey: JourneyContents) {
    title = journey.map.title
    add(journey, level: 1)
  }

  init(_ board: BoardContents) {
    title = board.board.title
    add(board, level: 1)
  }

  private mutating func addWhole(_ contents: WorkspaceContents) {
    if !contents.personas.isEmpty {
      addHeading(2, tr("Personas"))
      blocks.append(
        .list(
          contents.personas.inOrder().map { persona in
            Item(
              text: JourneyWords.name(of: persona),
              children: [persona.goals, persona.quote, persona.context].filter { !$0.isEmpty }
                .map { Item(text: $0) })
          }))
    }
    for map in contents.journeyMaps.inOrder() {
      if let journey = contents.journey(map.id) { add(journey, level: 2) }
    }
    for group in contents.advisoryGroups.inOrder() { add(group, of: contents, level: 2) }
  }

  mutating func addHeading(_ level: Int, _ text: String) {
    blocks.append(.heading(min(level, 6), text))
  }

  /// Leaves out what is empty.
  mutating func addFacts(_ facts: [(String, String)]) {
    let known = facts.filter { !$0.1.isEmpty }.map { Fact(name: $0.0, value: $0.1) }
    if !known.isEmpty { blocks.append(.facts(known)) }
  }
}
