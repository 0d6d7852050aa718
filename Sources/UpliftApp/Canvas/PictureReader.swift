import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Where a picture comes from.
nonisolated enum PictureOrigin: Sendable {
  case file(URL)
  case data(Data)

  func read() throws(PictureError) -> StoredPicture {
    switch self {
    case .file(let url): try PictureImport.picture(from: url)
    case .data(let data): try PictureImport.picture(from: data)
    }
  }
}

/// Reads and checks pictures on a thread of its own, so that the window goes on.
nonisolated enum PictureReader {
  /// - Parameter done: on the main actor, with what could be read and the first thing that could
  ///   not.
  static func read(
    _ origins: [PictureOrigin],
    done: @escaping @MainActor @Sendable ([StoredPicture], PictureError?) -> Void
  ) {
    Thread.detachNewThread {
      var pictures: [StoredPicture] = []
      var problem: PictureError?
      for origin in origins {
        do throws(PictureError) {
          pictures.append(try origin.read())
        } catch {
          problem = problem ?? error
        }
      }
      let found = (pictures, problem)
      DispatchQueue.main.async { done(found.0, found.1) }
    }
  }

  /// Files of pictures by their names.
  static func isPicture(_ url: URL) -> Bool {
    ["png", "jpg", "jpeg", "jpe", "svg"].contains(url.pathExtension.lowercased())
  }
}

/// The desktop's dialog for a picture.
@MainActor enum PictureChooser {
  /// - Parameter handler: not called when it was cancelled.
  static func open(over widget: Widget, _ handler: @escaping (URL) -> Void) {
    let chooser = FileChooser(.open, title: tr("Add a picture"), parent: widget.window)
    chooser.addFilter(
      tr("Pictures (PNG, JPEG, SVG)"),
      patterns: ["png", "jpg", "jpeg", "svg"].flatMap { ["*.\($0)", "*.\($0.uppercased())"] })
    chooser.addFilter(tr("All files"), patterns: ["*"])
    chooser.show { url in url.map(handler) }
  }

  /// Writes a picture as it is kept.
  static func save(_ picture: StoredPicture, name: String, over widget: Widget, _ session: Session)
  {
    let ending =
      switch picture.mediaType {
      case .png: "png"
      case .jpeg: "jpg"
      case .svg: "svg"
      }
    let chooser = FileChooser(
      .save, title: tr("Save the picture"), accept: tr("Save"), parent: widget.window)
    chooser.setName(SuggestedFileName.make(of: name, pathExtension: ending))
    chooser.show { url in
      guard let url else { return }
      do {
        try FileReplacement.write(picture.data, to: url)
      } catch {
        session.report(error)
      }
    }
  }
}
