import Foundation
import UpliftCore

/// Makes a picture that can be kept of a file or of data, or says why not. It takes as long as
/// unpacking takes: not for the thread of a window.
public enum PictureImport {
  /// Pixels of the longer side of a picture that is kept; a larger one is scaled down.
  public static let longestEdge = 2400
  /// Bytes of a file that is read.
  static let largestFile = 256 * 1024 * 1024
  /// Seconds that a drawing may take to be drawn once.
  static let patience = 3.0
  /// Pixels of the longer side of that drawing.
  private static let trialEdge = 1024
  /// Of a drawing that says nothing useful of its own size.
  private static let largestDrawing = 65_535.0

  /// - Throws: `PictureError` with the file's name in its sentence.
  public static func picture(from file: URL) throws(PictureError) -> StoredPicture {
    let name = tr("“{file}”", ["file": file.lastPathComponent])
    let data: Data
    do {
      let values = try file.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
      guard values.isRegularFile == true else {
        throw PictureError(name: name, problem: .unknownFormat)
      }
      guard (values.fileSize ?? 0) <= largestFile else {
        throw PictureError(name: name, problem: .tooManyBytes(limit: largestFile))
      }
      data = try Data(contentsOf: file)
    } catch let error as PictureError {
      throw error
    } catch {
      let reason = (error as NSError).localizedFailureReason ?? error.localizedDescription
      throw PictureError(name: name, problem: .unreadable(reason: reason.trimmingFullStop))
    }
    return try picture(from: data, name: name)
  }

  /// - Parameter name: what sentences call it; nil: "The picture".
  /// - Throws: `PictureError`.
  public static func picture(from data: Data, name: String? = nil) throws(PictureError)
    -> StoredPicture
  {
    do {
      let header = try PictureHeader(data)
      return header.mediaType == .svg ? try drawing(data) : try raster(data, header)
    } catch {
      throw PictureError(name: name ?? tr("The picture"), problem: error)
    }
  }

  // MARK: PNG and JPEG

  private static func raster(_ data: Data, _ header: PictureHeader) throws(PictureProblem)
    -> StoredPicture
  {
    guard data.count <= largestFile else { throw .tooManyBytes(limit: largestFile) }
    guard var pixbuf = Pixbuf(data, header: header, edge: longestEdge) else { throw .broken }
    let isTurned = pixbuf.orientation != 1
    if isTurned {
      guard let upright = pixbuf.upright() else { throw .broken }
      pixbuf = upright
    }
    // What is for print, four colours, becomes what screens and PDF readers agree on.
    let isKept =
      !isTurned && max(header.width, header.height) <= longestEdge && header.components != 4
      && data.count <= StoredPicture.largestSize
    if isKept, let clean = PictureMetadata.removed(from: data, header.mediaType) {
      return StoredPicture(
        mediaType: header.mediaType, width: header.width, height: header.height, data: clean)
    }
    while let encoded = pixbuf.encoded(as: header.mediaType) {
      if encoded.count <= StoredPicture.largestSize {
        return StoredPicture(
          mediaType: header.mediaType, width: pixbuf.width, height: pixbuf.height, data: encoded)
      }
      guard let smaller = pixbuf.scaled(by: 0.8) else { break }
      pixbuf = smaller
    }
    throw .broken
  }

  // MARK: SVG

  static func drawing(_ data: Data) throws(PictureProblem) -> StoredPicture {
    try SVGInspection.check(data)
    let trial = DrawingTrial(data)
    // A thread of its own: what is never done must keep nobody else waiting.
    Thread.detachNewThread { trial.run(edge: trialEdge) }
    switch trial.wait(seconds: patience) {
    case .drawn(let size):
      let scale = min(1, largestDrawing / max(size.width, size.height))
      return StoredPicture(
        mediaType: .svg, width: max(1, Int((size.width * scale).rounded())),
        height: max(1, Int((size.height * scale).rounded())), data: data)
    case .broken: throw .broken
    case nil: throw .tooElaborate
    }
  }
}

/// One drawing of a drawing, to see whether and how fast that goes.
private final class DrawingTrial: @unchecked Sendable {
  enum Outcome {
    case drawn(Size)
    case broken
  }

  private let data: Data
  private let done = DispatchSemaphore(value: 0)
  private let lock = NSLock()
  // Guarded by the lock.
  private var outcome: Outcome?

  init(_ data: Data) { self.data = data }

  func run(edge: Int) {
    let drawing = SVGDrawing(data)
    let result: Outcome =
      drawing.flatMap { $0.pixels(edge: edge) == nil ? nil : .drawn($0.size) } ?? .broken
    lock.withLock { outcome = result }
    done.signal()
  }

  /// Nil when it takes longer.
  func wait(seconds: Double) -> Outcome? {
    guard done.wait(timeout: .now() + seconds) == .success else { return nil }
    return lock.withLock { outcome }
  }
}

extension String {
  /// For a reason that becomes part of a sentence.
  fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
