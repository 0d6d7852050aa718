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

/// Reads and checks pictures on a thread of its own.
nonisolated enum PictureReader {
  /// The windows of the workspace say how far it is, and offer to cancel.
  ///
  /// - Parameter done: with what could be read and what could not; not called when it was cancelled.
  @MainActor static func read(
    _ origins: [PictureOrigin], in session: Session,
    done: @escaping ([StoredPicture], PictureErrors?) -> Void
  ) {
    session.work(ntr("Reading {count} picture…", "Reading {count} pictures…", origins.count)) {
      _, work -> ([StoredPicture], PictureErrors?) in
      var pictures: [StoredPicture] = []
      var problems: [PictureError] = []
      for (number, origin) in origins.enumerated() {
        guard work.report(Double(number) / Double(origins.count)) else { throw CancellationError() }
        do {
          pictures.append(try work.leaving { try origin.read() })
        } catch let error as PictureError {
          problems.append(error)
        }
      }
      return (pictures, PictureErrors(problems))
    } done: { result in
      if case .success(let (pictures, problem)) = result { done(pictures, problem) }
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
