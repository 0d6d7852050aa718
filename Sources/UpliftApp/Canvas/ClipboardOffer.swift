import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// What copying offers to other programs, in several formats; each is made when it is asked for,
/// of things as they were when they were copied.
public nonisolated struct ClipboardOffer: Sendable {
  static let png = "image/png"
  static let svg = "image/svg+xml"
  static let html = "text/html"
  static let text = "text/plain;charset=utf-8"
  static let plainText = "text/plain"
  static let tabs = "text/tab-separated-values"
  /// Says of the other formats that each of their texts is a note.
  static let notes = "application/vnd.uplift.notes"

  /// MIME types, the best first.
  var types: [String]
  var make: @Sendable (String) -> [UInt8]?

  /// Nothing but a picture.
  static func picture(_ picture: @escaping @Sendable () -> UpliftDrawing.Picture) -> ClipboardOffer
  {
    ClipboardOffer(types: [png, svg]) { data($0, of: picture()) }
  }

  /// In light colours: what it is pasted into is paper more often than not.
  static func data(_ type: String, of picture: UpliftDrawing.Picture) -> [UInt8]? {
    switch type {
    case png: try? PictureData.png(picture, theme: .light)
    case svg: (try? PictureData.svg(picture, theme: .light)).map { Array($0.utf8) }
    default: nil
    }
  }

  static func data(_ type: String, of table: TextTable) -> [UInt8]? {
    switch type {
    case html: Array(table.html.utf8)
    case text, plainText, notes: Array(table.plainText.utf8)
    case tabs: Array(table.text.utf8)
    default: nil
    }
  }
}
