import Foundation
import UpliftCore

/// What a command prints.
enum Output {
  /// Prints lines of text. What a terminal would obey in them is made harmless.
  static func print(_ lines: [String]) throws {
    try write(lines.map { plain($0) + "\n" }.joined())
  }

  static func print(_ line: String) throws { try print([line]) }

  /// Prints a value as JSON that is stable: sorted keys, two spaces a level, keys with no value
  /// left out.
  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(value)
    try write(String(decoding: data, as: UTF8.self) + "\n")
  }

  /// The text as one line with no control characters and no change of writing direction: it may
  /// come from a stranger's file.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func write(_ text: String) throws { try write(Data(text.utf8)) }

  static func write(_ data: Data) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      let detail = String(cString: strerror(errno))
      throw Failure(tr("Standard output could not be written: {detail}.", ["detail": detail]))
    }
  }
}
