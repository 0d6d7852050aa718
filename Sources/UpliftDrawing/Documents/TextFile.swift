import Foundation
import UpliftCore

/// A part of a workspace as a file of text, with its pictures where the format holds them.
public enum TextFile {
  /// The bytes of the file.
  ///
  /// - Parameter goesOn: asked now and then; false ends it.
  /// - Throws: `ExportTextError`, `ExportError`.
  public static func data(
    _ part: WorkspacePart, of contents: WorkspaceContents, as format: TextFormat,
    goesOn: @escaping () -> Bool = { true }
  ) throws -> Data {
    switch (format, part) {
    case (.html, _): try WebPage.data(part, of: contents, goesOn: goesOn)
    case (.markdown, .plan), (.markdown, .figure):
      Data(ExportText.markdown(of: try .drawn(part, of: contents)).utf8)
    case (.csv, .figure(let figure)):
      Data(
        ExportText.csv(of: figure.chart(contents, today: CalendarDay(Date())).table).utf8)
    default: try ExportText.data(part, of: contents, as: format)
    }
  }
}
