import Foundation
import UpliftCore

/// A map or board as one web page that needs nothing else, not even a network: the picture, and
/// underneath all that it says, as a table or lists that a screen reader can go through.
public enum WebPage {
  /// The bytes of the file. What cannot be drawn, a group or a whole workspace, comes as text.
  ///
  /// - Parameter goesOn: asked now and then; false ends it.
  /// - Throws: `ExportTextError`, `ExportError`.
  public static func data(
    _ part: WorkspacePart, of contents: WorkspaceContents, goesOn: @escaping () -> Bool = { true }
  ) throws -> Data {
    switch part {
    case .journey(let id):
      guard let journey = contents.journey(id) else { throw ExportTextError.noSuchPart }
      return try data(journey, goesOn: goesOn)
    case .board(let id):
      guard let board = contents.board(id) else { throw ExportTextError.noSuchPart }
      return try data(board, goesOn: goesOn)
    case .charter(let id):
      guard let document = TextDocument(charterOf: id, in: contents) else {
        throw ExportTextError.noSuchPart
      }
      return try data(document, goesOn: goesOn)
    case .minutes(let id):
      guard let document = TextDocument(minutesOf: id, in: contents) else {
        throw ExportTextError.noSuchPart
      }
      return try data(document, goesOn: goesOn)
    case .plan, .department, .champions, .figure, .overview:
      return try data(.drawn(part, of: contents), goesOn: goesOn)
    case .group, .whole, .persona: return try ExportText.data(part, of: contents, as: .html)
    }
  }

  /// Of a map, or of the part of one that its contents hold.
  ///
  /// - Throws: `ExportError`.
  public static func data(
    _ journey: JourneyContents, goesOn: @escaping () -> Bool = { true }
  ) throws -> Data {
    guard !journey.stages.isEmpty else { return Data(ExportText.html(of: journey).utf8) }
    let figure = try figure(.journey(journey), title: journey.map.title, goesOn)
    return Data(ExportText.html(of: journey, picture: figure).utf8)
  }

  private static func data(_ board: BoardContents, goesOn: @escaping () -> Bool) throws -> Data {
    guard !board.columns.isEmpty else { return Data(ExportText.html(of: board).utf8) }
    let figure = try figure(.board(board), title: board.board.title, goesOn)
    return Data(ExportText.html(of: board, picture: figure).utf8)
  }

  /// With a picture of every board and every figure that it shows.
  private static func data(
    _ document: TextDocument, goesOn: @escaping () -> Bool
  ) throws -> Data {
    var colours = SVGColours()
    var figures: [HTMLFigure] = []
    for block in document.blocks {
      guard let (picture, title) = picture(of: block) else { continue }
      figures.append(
        try figure(picture, title: title, number: figures.count + 1, &colours, goesOn))
    }
    // One set of classes for all of them.
    if !figures.isEmpty { figures[0].style = colours.style }
    return Data(ExportText.html(of: document, boards: figures).utf8)
  }

  private static func picture(of block: TextDocument.Block) -> (Picture, title: String)? {
    switch block {
    case .board(let board, let caption): return (.board(board), caption)
    case .figure(let figure):
      switch figure.content {
      case .journey(let journey): return (.journey(journey), figure.caption)
      case .drawing(let drawing):
        guard let chart = drawing as? any Chart else { return nil }
        let options = ChartOptions(width: figure.isNarrow ? 480 : 880, showsTitle: false)
        return (.chart(chart, options), figure.caption)
      }
    default: return nil
    }
  }

  private static func figure(
    _ picture: Picture, title: String, _ goesOn: @escaping () -> Bool
  ) throws -> HTMLFigure {
    var colours = SVGColours()
    var figure = try figure(picture, title: title, number: 1, &colours, goesOn)
    figure.style = colours.style
    return figure
  }

  private static func figure(
    _ picture: Picture, title: String, number: Int, _ colours: inout SVGColours,
    _ goesOn: @escaping () -> Bool
  ) throws -> HTMLFigure {
    guard let measuring = PangoTextMeasuring(keepsLayouts: true) else {
      throw ExportError.fontsMissing
    }
    // Texts and sizes are the same, so that nothing is measured twice.
    var light = ExportSource.picture(picture, .light).scene(measuring: measuring)
    let dark = ExportSource.picture(picture, .dark).scene(measuring: measuring)
    light.title = title
    var progress = ExportProgress(total: light.items.count) { _ in goesOn() }
    var writer = SVGWriter(measuring: measuring, colours: colours)
    writer.beginFigure(
      light, dark: dark, description: description(of: picture), place: number)
    for band in Band.allCases {
      for (index, item) in light.items.enumerated() where item.band == band {
        writer.write(item, dark: dark.items.indices.contains(index) ? dark.items[index] : item)
        try progress.advance()
      }
    }
    writer.end()
    colours = writer.colours ?? colours
    return HTMLFigure(svg: writer.text, style: "", isRightToLeft: light.isMirrored)
  }

  private static func description(of picture: Picture) -> String {
    if case .chart = picture {
      tr("A picture of figures. The same figures stand in a table under it.")
    } else {
      tr("A picture of the map. All that it says follows as text.")
    }
  }
}
