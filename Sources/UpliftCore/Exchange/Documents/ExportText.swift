import Foundation

/// Files of text that a workspace or a part of it can be written to. The raw value is the file's
/// ending.
public enum TextFormat: String, CaseIterable, Sendable {
  case json, csv, canvas
  case mermaid = "mmd"
  case markdown = "md"
  case html

  /// The format that a file's ending stands for, in any case; nil for another one.
  public init?(pathExtension: String) {
    switch pathExtension.lowercased() {
    case "mermaid": self = .mermaid
    case "markdown": self = .markdown
    case "htm": self = .html
    case let ending: self.init(rawValue: ending)
    }
  }
}

/// Why a part was not written.
public enum ExportTextError: Error, Hashable, Sendable, LocalizedError {
  /// The part is not in the workspace.
  case noSuchPart
  /// The part cannot be written in this format.
  case notInFormat(TextFormat)
  /// A number has no spelling in JSON.
  case unwritable
  /// It holds figures, and is put together where they can be drawn.
  case onlyDrawn
  /// JSON holds everything, and what is written on this board in private is not to be shown yet.
  case hiddenNotes(board: String)
  /// JSON holds everything, and who chose what in this board's vote is not to be shown yet.
  case openVote(board: String)

  public var errorDescription: String? {
    switch self {
    case .noSuchPart: tr("What is to be exported is not in the workspace.")
    case .notInFormat(.csv): tr("CSV holds one journey map or one board.")
    case .notInFormat(.mermaid): tr("Mermaid holds one journey map.")
    case .notInFormat(.canvas): tr("JSON Canvas holds one board.")
    case .notInFormat(let format):
      tr("It cannot be exported as {format}.", ["format": format.rawValue])
    case .onlyDrawn: tr("Figures are written where they can be drawn.")
    case .unwritable: tr("There is a number in it that JSON cannot hold.")
    case .hiddenNotes(let board):
      tr(
        "On the board “{title}” are hidden notes, and JSON would show them. Reveal them first.",
        ["title": board])
    case .openVote(let board):
      tr(
        "On the board “{title}” a vote is open, and JSON would show who chose what. Close it first.",
        ["title": board])
    }
  }
}

/// Writes contents as text. All of it is UTF-8 and depends on nothing but the contents and, where
/// it is for people to read, the language of the program.
public enum ExportText {
  /// The bytes of a file.
  public static func data(
    _ part: WorkspacePart, of contents: WorkspaceContents, as format: TextFormat
  ) throws(ExportTextError) -> Data {
    switch format {
    case .json: try json(part, of: contents)
    case .csv: Data(try csv(part, of: contents).utf8)
    case .canvas: Data(try canvas(part, of: contents).utf8)
    case .mermaid: Data(try mermaid(part, of: contents).utf8)
    case .markdown: Data(try TextDocument(part, of: contents).markdown.utf8)
    case .html: Data(try TextDocument(part, of: contents).html().utf8)
    }
  }

  /// A map as a web page: its facts and a table of lanes and steps.
  ///
  /// - Parameter picture: stands above the table.
  public static func html(of journey: JourneyContents, picture: HTMLFigure? = nil) -> String {
    TextDocument(journey).html(with: picture)
  }

  /// A board as a web page.
  public static func html(of board: BoardContents, picture: HTMLFigure? = nil) -> String {
    TextDocument(board).html(with: picture)
  }

  /// A document as a web page.
  ///
  /// - Parameter boards: pictures of the boards that it shows, in their order.
  public static func html(of document: TextDocument, boards: [HTMLFigure] = []) -> String {
    document.html(boards: boards)
  }

  /// A table with its headers, as comma-separated values.
  public static func csv(of grid: TextDocument.Grid) -> String {
    var text = CSVText()
    text.append(grid.columns.map(\.title))
    for row in grid.rows { text.append(row) }
    return text.text
  }

  /// A document as CommonMark.
  public static func markdown(of document: TextDocument) -> String { document.markdown }

  /// A map, or a part of one, as text.
  ///
  /// - Throws: `ExportTextError.notInFormat` for JSON, which holds records of a workspace, and JSON
  ///   Canvas, which holds a board.
  public static func data(
    _ journey: JourneyContents, as format: TextFormat
  ) throws(ExportTextError) -> Data {
    switch format {
    case .csv: Data(JourneyTable.text(of: journey).utf8)
    case .mermaid: Data(MermaidJourney(journey).text.utf8)
    case .markdown: Data(TextDocument(journey).markdown.utf8)
    case .html: Data(html(of: journey).utf8)
    case .json, .canvas: throw .notInFormat(format)
    }
  }

  private static func json(
    _ part: WorkspacePart, of contents: WorkspaceContents
  ) throws(ExportTextError) -> Data {
    switch part {
    case .charter, .minutes, .plan, .department, .champions, .figure, .overview:
      throw .notInFormat(.json)
    case .whole, .journey, .board, .group, .persona: break
    }
    guard let own = contents.part(part) else { throw .noSuchPart }
    if let board = own.boardWithHiddenNotes { throw .hiddenNotes(board: board.title) }
    if let board = own.boardWithOpenVote { throw .openVote(board: board.title) }
    do {
      return try WorkspaceJSON.encode(own, isWhole: part == .whole)
    } catch {
      throw .unwritable
    }
  }

  private static func csv(
    _ part: WorkspacePart, of contents: WorkspaceContents
  ) throws(ExportTextError) -> String {
    switch part {
    case .journey(let id):
      guard let journey = contents.journey(id) else { throw .noSuchPart }
      return JourneyTable.text(of: journey)
    case .board(let id):
      guard let board = contents.board(id) else { throw .noSuchPart }
      return BoardTable.text(of: board)
    case .whole, .group, .persona, .charter, .minutes, .plan, .department, .champions, .figure,
      .overview:
      throw .notInFormat(.csv)
    }
  }

  private static func canvas(
    _ part: WorkspacePart, of contents: WorkspaceContents
  ) throws(ExportTextError) -> String {
    guard case .board(let id) = part else { throw .notInFormat(.canvas) }
    guard let board = contents.board(id) else { throw .noSuchPart }
    return JSONCanvas(board, links: contents.links).text
  }

  private static func mermaid(
    _ part: WorkspacePart, of contents: WorkspaceContents
  ) throws(ExportTextError) -> String {
    guard case .journey(let id) = part else { throw .notInFormat(.mermaid) }
    guard let journey = contents.journey(id) else { throw .noSuchPart }
    return MermaidJourney(journey).text
  }
}
