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
    case .plan, .department, .champions, .overview:
      return try data(TextDocument(part, of: contents), goesOn: goesOn)
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
    let boards = try document.blocks.compactMap { block -> HTMLFigure? in
      switch block {
      case .board(let board, let caption):
        return try figure(.board(board), title: caption, goesOn)
      case .figure(let one):
        switch one.content {
        case .journey(let journey):
          return try figure(.journey(journey), title: one.caption, goesOn)
        }
      default: return nil
      }
    }
    return Data(ExportText.html(of: document, boards: boards).utf8)
  }

  private static func figure(
    _ picture: Picture, title: String, _ goesOn: @escaping () -> Bool
  ) throws -> HTMLFigure {
    guard let measuring = PangoTextMeasuring(keepsLayouts: true) else {
      throw ExportError.fontsMissing
    }
    // Texts and sizes are the same, so that nothing is measured twice.
    let light = ExportSource.picture(picture, .light).scene(measuring: measuring)
    let dark = ExportSource.picture(picture, .dark).scene(measuring: measuring)
    var progress = ExportProgress(total: light.items.count) { _ in goesOn() }
    var writer = SVGWriter(measuring: measuring, colours: SVGColours())
    writer.beginFigure(
      light, dark: dark,
      description: tr("A picture of the map. All that it says follows as text."))
    for band in Band.allCases {
      for (index, item) in light.items.enumerated() where item.band == band {
        writer.write(item, dark: dark.items.indices.contains(index) ? dark.items[index] : item)
        try progress.advance()
      }
    }
    writer.end()
    return HTMLFigure(
      svg: writer.text, style: writer.colours?.style ?? "", isRightToLeft: light.isMirrored)
  }
}
