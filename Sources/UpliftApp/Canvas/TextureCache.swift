import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Pictures that are unpacked for drawing: off the main thread, and together never more than a
/// fixed part of the memory, however many there are.
final class TextureCache {
  /// Bytes of all.
  private static let budget = 48 * 1024 * 1024
  private static let largestEdge = 1024
  private static let smallestEdge = 64

  enum State {
    case waiting
    case ready(Texture)
    case broken
  }

  private struct Entry {
    var state: State
    /// Pixels that its longer side may have.
    var edge: Int
  }

  /// A picture has been unpacked, or found to be broken.
  var onChange: ((ImageData) -> Void)?

  private let unpacker = PictureUnpacker()
  private var entries: [ImageData: Entry] = [:]
  private var edge = TextureCache.largestEdge
  private var idle: [ImageData: Timeout] = [:]

  /// How it is to be drawn now; the first question begins its unpacking.
  func state(of image: ImageData) -> State {
    if let entry = entries[image], entry.edge <= edge { return entry.state }
    entries[image] = Entry(state: .waiting, edge: edge)
    unpack(image)
    return .waiting
  }

  /// Tells one state of a picture from the next, without asking for it.
  func revision(of image: ImageData) -> Int {
    switch entries[image]?.state {
    case nil: 0
    case .waiting: 1
    case .ready: 2 + (entries[image]?.edge ?? 0)
    case .broken: 2
    }
  }

  /// Lets go of all but the pictures of the scene that is shown; the more there are, the fewer
  /// pixels each of them gets.
  func keep(_ images: Set<ImageData>) {
    entries = entries.filter { images.contains($0.key) }
    var edge = Self.largestEdge
    while edge > Self.smallestEdge, images.count * edge * edge * 4 > Self.budget { edge /= 2 }
    self.edge = edge
  }

  func removeAll() { entries = [:] }

  private func unpack(_ image: ImageData) {
    let edge = edge
    if image.picture.opensTypefaces {
      // Cairo 1.16 opens typefaces without a lock, and this thread opens them, too.
      idle[image] = Timeout.whenIdle { [weak self] in
        self?.idle[image] = nil
        self?.take(PixelImage.unpack(image.picture, edge: edge), for: image, edge)
      }
      return
    }
    unpacker.unpack(image, edge: edge) { [weak self] pixels in self?.take(pixels, for: image, edge)
    }
  }

  private func take(_ pixels: PixelImage?, for image: ImageData, _ edge: Int) {
    // It may be gone from the scene meanwhile, or wanted smaller.
    guard let entry = entries[image], entry.edge == edge, case .waiting = entry.state else {
      return
    }
    let texture = pixels.map { pixels in
      pixels.withBytes {
        Texture(pixels: $0, width: pixels.width, height: pixels.height, stride: pixels.stride)
      }
    }
    entries[image]?.state = texture.map { .ready($0) } ?? .broken
    onChange?(image)
  }
}

extension StoredPicture {
  /// True for a drawing with texts.
  fileprivate var opensTypefaces: Bool {
    mediaType == .svg && data.range(of: Data("text>".utf8)) != nil
  }
}
