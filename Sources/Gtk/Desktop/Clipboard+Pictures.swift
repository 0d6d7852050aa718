import CGtk
import Foundation

extension Clipboard {
  /// MIME types of pictures that are read, the best first.
  private static let pictureTypes = ["image/svg+xml", "image/png", "image/jpeg"]
  private static let textTypes: Set<String> = [
    "text/plain", "text/plain;charset=utf-8", "UTF8_STRING", "STRING", "TEXT",
  ]
  /// Bytes of a picture that is read.
  private static let largestPicture = 256 * 1024 * 1024

  public enum PictureOffer {
    /// Maybe files; whether they are pictures is to be seen.
    case files
    case picture
  }

  /// What of pictures the clipboard holds. Programs that put a text there mean the text, whatever
  /// picture of it they add; but files come with a text that is their names.
  public var pictureOffer: PictureOffer? {
    let types = types
    if types.contains("text/uri-list") { return .files }
    guard !types.contains(where: Self.textTypes.contains) else { return nil }
    return types.contains(where: Self.pictureTypes.contains) ? .picture : nil
  }

  /// The files whose names are on the clipboard; empty when there are none of this computer.
  public func readFiles(_ handler: @escaping ([URL]) -> Void) {
    let callback = ResultCallback { [self] result in
      let value = try? throwing { gdk_clipboard_read_value_finish(pointer(), result, $0) }
      if let value = value ?? nil, case .files(let urls) = DropTarget.Content(value) {
        handler(urls)
      } else {
        handler([])
      }
    }
    gdk_clipboard_read_value_async(
      pointer(), gdk_file_list_get_type(), 0, nil, runResult, callback.retained)
  }

  /// The bytes of the picture on the clipboard, as they are; nil when they do not come.
  public func readPicture(_ handler: @escaping (Data?) -> Void) {
    let types = types
    guard let type = Self.pictureTypes.first(where: types.contains) else { return handler(nil) }
    read(type, limit: Self.largestPicture) { result in
      switch result {
      case .success(let bytes): handler(Data(bytes))
      case .failure: handler(nil)
      }
    }
  }
}
