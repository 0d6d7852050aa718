import Foundation
import UpliftCore

/// Looks through a drawing, before anything draws it, for what it must not hold: scripts, entities
/// that unfold, things to be loaded from elsewhere, more parts than anybody can wait for.
struct SVGInspection {
  /// Bytes of a drawing that is kept.
  static let largestSize = 8 * 1024 * 1024
  private static let mostElements = 50_000
  private static let deepest = 200
  private static let longestEntity = 1000
  /// Bytes that all entities together may unfold to.
  private static let mostUnfolded = 1 << 20
  /// Drawings in drawings.
  private static let deepestDrawing = 2

  private let bytes: [UInt8]
  private let nesting: Int
  private var place = 0
  private var elements = 0
  private var open: [String] = []
  private var hasRoot = false
  private var longestValue = 0
  /// Of the pictures that are embedded.
  private var pixels = 0

  /// - Throws: what is wrong with the drawing.
  static func check(_ data: Data) throws(PictureProblem) {
    _ = try check(data, nesting: 0)
  }

  /// Returns the pixels of the pictures that it embeds.
  private static func check(_ data: Data, nesting: Int) throws(PictureProblem) -> Int {
    guard data.count <= largestSize else { throw .tooManyBytes(limit: largestSize) }
    guard nesting <= deepestDrawing else { throw .tooElaborate }
    guard String(validating: data, as: UTF8.self) != nil, !data.contains(0) else {
      throw .otherEncoding
    }
    var inspection = SVGInspection(Array(data), nesting: nesting)
    try inspection.run()
    return inspection.pixels
  }

  private init(_ bytes: [UInt8], nesting: Int) {
    self.bytes = bytes
    self.nesting = nesting
  }

  /// Whether the first element of an XML text is `svg`.
  static func looksLikeSVG(_ bytes: [UInt8]) -> Bool {
    // Other encodings are told from pictures by their first bytes, and refused later.
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let head = bytes.prefix(1 << 16).filter { $0 != 0 || !isWide }
    let text = String(decoding: head, as: UTF8.self)
    var rest = text[...].drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    while rest.hasPrefix("<") {
      if rest.hasPrefix("<!--") {
        guard let end = rest.range(of: "-->") else { return false }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") {
        guard let end = rest.range(of: "?>") else { return false }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<!") {
        let declaration = rest.prefix { $0 != ">" }
        guard declaration.contains("[") else {
          rest = rest.dropFirst(declaration.count + 1)
          continue
        }
        // What follows an inner part is looked at closely by the inspection itself.
        return declaration.lowercased().hasPrefix("<!doctype svg")
      } else {
        let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        return name.split(separator: ":").last?.lowercased() == "svg"
      }
      rest = rest.drop { $0.isWhitespace }
    }
    return false
  }

  // MARK: Marks

  private mutating func run() throws(PictureProblem) {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        try text()
        continue
      }
      if follows("<!--") {
        try skip(past: "-->")
      } else if follows("<![CDATA[") {
        let start = place + 9
        try skip(past: "]]>")
        if open.last == "style" { try style(string(start..<place - 3)) }
      } else if follows("<!") {
        try declaration()
      } else if follows("<?") {
        try instruction()
      } else if follows("</") {
        try skip(past: ">")
        guard open.popLast() != nil else { throw .broken }
      } else {
        try element()
      }
    }
    guard hasRoot, open.isEmpty else { throw .broken }
  }

  private mutating func text() throws(PictureProblem) {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    if open.last == "style" { try style(string(start..<place)) }
  }

  private mutating func instruction() throws(PictureProblem) {
    let start = place
    try skip(past: "?>")
    let words = string(start..<place).lowercased()
    guard !words.hasPrefix("<?xml-") else { throw .refersOutside("xml-stylesheet") }
    guard words.hasPrefix("<?xml"), let encoding = words.range(of: "encoding") else { return }
    let value = words[encoding.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    let name = value.dropFirst().prefix { $0 != "\"" && $0 != "'" }
    guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(String(name)) else {
      throw .otherEncoding
    }
  }

  /// A document type; entities of its own may stand for short plain texts only.
  private mutating func declaration() throws(PictureProblem) {
    let start = place
    var depth = 0
    var quote: UInt8?
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if let current = quote {
        if byte == current { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0:
        return try entities(in: string(start..<place))
      default: break
      }
    }
    throw .broken
  }

  private mutating func entities(in declaration: String) throws(PictureProblem) {
    var rest = declaration[...]
    while let mark = rest.range(of: "<!ENTITY") {
      rest = rest[mark.upperBound...].drop { $0.isWhitespace }
      guard !rest.hasPrefix("%") else { throw .holdsEntities }
      rest = rest.drop { !$0.isWhitespace }.drop { $0.isWhitespace }
      guard let quote = rest.first, quote == "\"" || quote == "'" else { throw .holdsEntities }
      let value = rest.dropFirst().prefix { $0 != quote }
      guard value.utf8.count <= Self.longestEntity,
        !value.contains(where: { $0 == "&" || $0 == "%" || $0 == "<" })
      else { throw .holdsEntities }
      longestValue = max(longestValue, value.utf8.count)
      rest = rest.dropFirst(value.count + 1)
    }
    guard !rest.contains("%"), longestValue > 0 else {
      if rest.contains("%") { throw .holdsEntities }
      return
    }
    let references = bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "&") ? 1 : 0) }
    guard references * longestValue <= Self.mostUnfolded else { throw .holdsEntities }
  }

  // MARK: Elements

  private mutating func element() throws(PictureProblem) {
    place += 1
    let name = localName(word())
    elements += 1
    guard elements <= Self.mostElements, open.count < Self.deepest else { throw .tooElaborate }
    if !hasRoot {
      guard name == "svg" else { throw .unknownFormat }
      hasRoot = true
    } else if open.isEmpty {
      throw .broken
    }
    if name == "script" { throw .holdsScript }
    if name == "include" { throw .refersOutside("include") }
    while true {
      skipBlanks()
      guard place < bytes.count else { throw .broken }
      if bytes[place] == UInt8(ascii: ">") {
        place += 1
        open.append(name)
        return
      }
      if follows("/>") {
        place += 2
        return
      }
      try attribute(of: name)
    }
  }

  private mutating func attribute(of element: String) throws(PictureProblem) {
    let start = place
    let full = word().lowercased()
    skipBlanks()
    guard place > start, place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
      throw .broken
    }
    place += 1
    skipBlanks()
    guard place < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[place])
    else { throw .broken }
    let quote = bytes[place]
    let first = place + 1
    place = first
    while place < bytes.count, bytes[place] != quote { place += 1 }
    guard place < bytes.count else { throw .broken }
    let range = first..<place
    place += 1
    let name = localName(full)
    if full == "xml:base" { throw .refersOutside("xml:base") }
    if name == "href" || name == "src" {
      if element != "a" { try reference(string(range)) }
    } else if range.count > 4 {
      try style(string(range))
    }
  }

  // MARK: References

  private mutating func reference(_ value: String) throws(PictureProblem) {
    let value = value.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !value.isEmpty, !value.hasPrefix("#") else { return }
    guard value.lowercased().hasPrefix("data:") else {
      throw .refersOutside(String(value.prefix(60)))
    }
    try embedded(value)
  }

  private mutating func embedded(_ value: String) throws(PictureProblem) {
    guard let comma = value.firstIndex(of: ",") else { throw .broken }
    let words = value[..<comma].dropFirst(5).lowercased().split(separator: ";")
    let kind = words.first.map(String.init) ?? ""
    guard let type = StoredPicture.MediaType(rawValue: kind == "image/jpg" ? "image/jpeg" : kind),
      words.last == "base64"
    else { throw .holdsOtherFormat(String(kind.prefix(40))) }
    guard
      let data = Data(
        base64Encoded: String(value[value.index(after: comma)...]),
        options: .ignoreUnknownCharacters), !data.isEmpty
    else { throw .broken }
    let header = try PictureHeader(data)
    guard header.mediaType == type else { throw .broken }
    pixels +=
      type == .svg
      ? try Self.check(data, nesting: nesting + 1) : header.width * header.height
    guard pixels <= PictureHeader.mostPixels else { throw .tooElaborate }
  }

  /// Rules of style: what they load is part of the drawing or not loaded.
  private mutating func style(_ text: String) throws(PictureProblem) {
    let lower = text.lowercased()
    guard !lower.contains("@import") else { throw .refersOutside("@import") }
    var rest = lower[...]
    while let mark = rest.range(of: "url(") {
      rest = rest[mark.upperBound...]
      let target = rest.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      guard !target.hasPrefix("#"), !target.hasPrefix("&quot;#") else { continue }
      let words = target.prefix { $0 != ")" && $0 != "," }.prefix(60)
      // Typefaces of its own are not used; pictures stand in elements.
      guard words.hasPrefix("data:") else { throw .refersOutside(String(words)) }
      guard words.contains("font") else { throw .holdsOtherFormat("CSS") }
    }
  }

  // MARK: Reading

  private func follows(_ text: String) -> Bool {
    let wanted = text.utf8
    return place + wanted.count <= bytes.count
      && bytes[place..<place + wanted.count].elementsEqual(wanted)
  }

  private mutating func skip(past end: String) throws(PictureProblem) {
    while place < bytes.count {
      if follows(end) {
        place += end.utf8.count
        return
      }
      place += 1
    }
    throw .broken
  }

  private mutating func skipBlanks() {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }

  private mutating func word() -> String {
    let start = place
    while place < bytes.count, bytes[place] > 0x20, !Self.ends.contains(bytes[place]) {
      place += 1
    }
    return string(start..<place)
  }

  private static let ends = Set("=/>\"'<".utf8)

  private func localName(_ name: String) -> String {
    (name.split(separator: ":").last.map(String.init) ?? name).lowercased()
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
