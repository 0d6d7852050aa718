import Foundation
import UpliftCore

/// What the first bytes of a picture say of it, read without unpacking anything.
public struct PictureHeader: Hashable, Sendable {
  /// Pixels of a picture, more than which nobody is made to wait for.
  public static let mostPixels = 100_000_000

  public var mediaType: StoredPicture.MediaType
  /// Pixels as they are stored; 0 for a drawing.
  public var width: Int
  public var height: Int
  /// Colours a pixel of a JPEG: 1 grey, 3, or 4 for print.
  public var components = 3

  /// - Throws: `PictureProblem`.
  public init(_ data: Data) throws(PictureProblem) {
    guard !data.isEmpty else { throw .empty }
    let bytes = [UInt8](data)
    if bytes.starts(with: Self.pngSignature) {
      self = try Self.png(bytes)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = try Self.jpeg(bytes)
    } else if SVGInspection.looksLikeSVG(bytes) {
      self.init(mediaType: .svg, width: 0, height: 0)
    } else {
      throw .unknownFormat
    }
  }

  private func checkSize() throws(PictureProblem) {
    guard width > 0, height > 0 else { throw .broken }
    // A header may say anything; a product may be more than a number holds.
    guard max(width, height) <= Self.mostPixels, width * height <= Self.mostPixels else {
      throw .tooManyPixels(width: width, height: height)
    }
  }

  private init(mediaType: StoredPicture.MediaType, width: Int, height: Int, components: Int = 3) {
    self.mediaType = mediaType
    self.width = width
    self.height = height
    self.components = components
  }

  // MARK: PNG

  private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// PNG 1.2, 5 and 11.2.2: chunks of length, type, data and checksum, the header first.
  private static func png(_ bytes: [UInt8]) throws(PictureProblem) -> PictureHeader {
    guard bytes.count >= 33, number(bytes, at: 8, count: 4) == 13,
      Array(bytes[12..<16]) == Array("IHDR".utf8)
    else { throw .broken }
    let header = PictureHeader(
      mediaType: .png, width: number(bytes, at: 16, count: 4),
      height: number(bytes, at: 20, count: 4))
    // A size that is refused is told before a missing end is.
    try header.checkSize()
    var place = 8
    while place + 12 <= bytes.count {
      if bytes[place + 4..<place + 8].elementsEqual("IEND".utf8) { return header }
      place += 12 + number(bytes, at: place, count: 4)
    }
    throw .broken
  }

  // MARK: JPEG

  /// ITU T.81, B.1.1 and B.2.2: segments of a marker and a length; the frame's has the size.
  private static func jpeg(_ bytes: [UInt8]) throws(PictureProblem) -> PictureHeader {
    var place = 2
    while place + 4 <= bytes.count {
      guard bytes[place] == 0xFF else { throw .broken }
      let marker = bytes[place + 1]
      if marker == 0xFF {
        place += 1
        continue
      }
      if marker == 0x01 || (0xD0...0xD7).contains(marker) {
        place += 2
        continue
      }
      let length = number(bytes, at: place + 2, count: 2)
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      guard length >= 2, marker != 0xD9, marker != 0xDA else { throw .broken }
      guard isFrame else {
        place += 2 + length
        continue
      }
      guard length >= 8, place + 10 <= bytes.count else { throw .broken }
      let header = PictureHeader(
        mediaType: .jpeg, width: number(bytes, at: place + 7, count: 2),
        height: number(bytes, at: place + 5, count: 2), components: Int(bytes[place + 9]))
      try header.checkSize()
      guard endsWhole(bytes, after: place + 2 + length) else { throw .broken }
      return header
    }
    throw .broken
  }

  /// Whether the mark of a JPEG's end comes after `start`; cameras may add something after it.
  private static func endsWhole(_ bytes: [UInt8], after start: Int) -> Bool {
    guard start < bytes.count - 1 else { return false }
    var place = bytes.count - 2
    while place >= start {
      if bytes[place] == 0xFF, bytes[place + 1] == 0xD9 { return true }
      place -= 1
    }
    return false
  }

  /// Big-endian, as both formats write numbers.
  private static func number(_ bytes: [UInt8], at place: Int, count: Int) -> Int {
    bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
