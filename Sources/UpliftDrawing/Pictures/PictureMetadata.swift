import Foundation
import UpliftCore

/// What a picture tells beside its pixels: where and when it was taken, by which camera, whose it
/// is. A workspace is passed on, so it keeps none of that.
enum PictureMetadata {
  /// The same picture without it. Colour profiles and whatever else changes how it looks stay.
  ///
  /// - Returns: nil when its parts cannot be told apart.
  static func removed(from data: Data, _ type: StoredPicture.MediaType) -> Data? {
    switch type {
    case .png: png([UInt8](data)).map { Data($0) }
    case .jpeg: jpeg([UInt8](data)).map { Data($0) }
    case .svg: data
    }
  }

  /// Chunks of PNG 1.2 and its extensions that are no part of the picture.
  private static let droppedChunks = Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"])

  private static func png(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 8 else { return nil }
    var result = Array(bytes[..<8])
    result.reserveCapacity(bytes.count)
    var place = 8
    while place + 12 <= bytes.count {
      let length = number(bytes, at: place, count: 4)
      let end = place + 12 + length
      guard end <= bytes.count else { return nil }
      let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      if !droppedChunks.contains(name) { result += bytes[place..<end] }
      // What comes after the end is none of the picture's.
      if name == "IEND" { return result }
      place = end
    }
    return nil
  }

  /// ITU T.81, annex B: segments up to the end of the image. Applications' own segments (APP1 with
  /// Exif and XMP, APP13 with IPTC) and comments go, but for those that say what colours mean.
  private static func jpeg(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 4 else { return nil }
    var result: [UInt8] = [0xFF, 0xD8]
    result.reserveCapacity(bytes.count)
    var place = 2
    while place + 1 < bytes.count {
      guard bytes[place] == 0xFF else { return nil }
      let marker = bytes[place + 1]
      switch marker {
      case 0xFF: place += 1
      case 0x01, 0xD0...0xD7:
        result += bytes[place..<place + 2]
        place += 2
      case 0xD9: return result + [0xFF, 0xD9]
      default:
        guard place + 4 <= bytes.count else { return nil }
        let length = number(bytes, at: place + 2, count: 2)
        var end = place + 2 + length
        guard length >= 2, end <= bytes.count else { return nil }
        let isKept = isPicture(marker, bytes[place + 4..<end])
        // After the head of a scan come its data, in which a marker cannot stand.
        if marker == 0xDA { end = endOfScan(bytes, from: end) }
        if isKept { result += bytes[place..<end] }
        place = end
      }
    }
    return nil
  }

  private static func isPicture(_ marker: UInt8, _ body: ArraySlice<UInt8>) -> Bool {
    switch marker {
    case 0xE0: body.starts(with: Array("JFIF".utf8) + [0])
    case 0xE2: body.starts(with: Array("ICC_PROFILE".utf8) + [0])
    case 0xEE: body.starts(with: Array("Adobe".utf8))
    case 0xE1...0xEF, 0xFE: false
    default: true
    }
  }

  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place + 1 < bytes.count {
      let next = bytes[place + 1]
      if bytes[place] == 0xFF, next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) {
        return place
      }
      place += 1
    }
    return bytes.count
  }

  /// Big-endian, as both formats write numbers.
  private static func number(_ bytes: [UInt8], at place: Int, count: Int) -> Int {
    bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
