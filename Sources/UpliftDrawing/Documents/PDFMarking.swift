import Foundation
import UpliftCore

/// Says in a PDF that its tags are to be relied on, which language it is in, that windows show its
/// title, and what its figures show. Cairo before 1.18 writes the tags and leaves this out; it is
/// added as PDF foresees it, by an update at the end of the file.
enum PDFMarking {
  private static let tail = 2048
  private static let longestCatalog = 4096

  /// Leaves a file that is not written as Cairo 1.16 does as it is.
  ///
  /// - Parameter alternatives: what stands for each figure where it cannot be seen, in their order.
  static func mark(path: String, target: URL, alternatives: [String] = []) throws {
    guard let file = FileHandle(forUpdatingAtPath: path) else { return }
    defer { try? file.close() }
    let length = try file.seekToEnd()
    try file.seek(toOffset: length - min(length, UInt64(tail)))
    guard let end = try file.readToEnd().map({ String(decoding: $0, as: UTF8.self) }),
      let trailer = end.range(of: "trailer\n", options: .backwards),
      let size = number(after: "/Size ", in: end[trailer.upperBound...]),
      let root = number(after: "/Root ", in: end[trailer.upperBound...]),
      let info = number(after: "/Info ", in: end[trailer.upperBound...]),
      let table = number(after: "startxref\n", in: end[trailer.upperBound...]),
      let place = try offset(of: root, table: UInt64(table), in: file)
    else { return }
    try file.seek(toOffset: place)
    guard
      let start = try file.read(upToCount: longestCatalog).map({
        String(decoding: $0, as: UTF8.self)
      }),
      start.hasPrefix("\(root) 0 obj\n<<"), let close = start.range(of: "\n>>\nendobj")
    else { return }
    let catalog = start[..<close.lowerBound]
    guard catalog.contains("/StructTreeRoot") else { return }
    var update = String(catalog)
    if !catalog.contains("/MarkInfo") { update += "\n   /MarkInfo << /Marked true >>" }
    if !catalog.contains("/ViewerPreferences") {
      update += "\n   /ViewerPreferences << /DisplayDocTitle true >>"
    }
    let language = languageCode.filter { $0.isASCII && ($0.isLetter || $0 == "-") }
    if !catalog.contains("/Lang"), !language.isEmpty { update += "\n   /Lang (\(language))" }
    update += "\n>>\nendobj\n"
    var places = [(object: root, offset: length)]
    for figure in try figures(alternatives, in: file) {
      places.append((figure.object, length + UInt64(update.utf8.count)))
      update += figure.text
    }
    let newTable = length + UInt64(update.utf8.count)
    update += "xref\n"
    for place in places.sorted(by: { $0.object < $1.object }) {
      let digits = String(place.offset)
      let padded = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
      update += "\(place.object) 1\n\(padded) 00000 n \n"
    }
    update += "trailer\n<< /Size \(size) /Root \(root) 0 R /Info \(info) 0 R /Prev \(table) >>\n"
    update += "startxref\n\(newTable)\n%%EOF\n"
    do {
      try file.seekToEnd()
      try file.write(contentsOf: Data(update.utf8))
    } catch {
      throw ExportError.cannotWrite(
        path: target.path, reason: tr("the disk is full or cannot be written to"))
    }
  }

  private static let figure = " 0 obj\n<< /Type /StructElem\n   /S /Figure\n"

  /// The figures of the structure anew, each with what stands for it; none when they are not as
  /// many as were drawn.
  private static func figures(
    _ alternatives: [String], in file: FileHandle
  ) throws -> [(object: Int, text: String)] {
    guard !alternatives.isEmpty else { return [] }
    try file.seek(toOffset: 0)
    guard let data = try file.readToEnd() else { return [] }
    let (mark, end) = (Data(figure.utf8), Data("\n>>\nendobj".utf8))
    var found: [(object: Int, body: String)] = []
    var place = data.startIndex
    while let range = data.range(of: mark, in: place..<data.endIndex) {
      place = range.upperBound
      let line = data[..<range.lowerBound].suffix(12)
      let digits = line.reversed().prefix { (48...57).contains($0) }.reversed()
      guard let object = Int(String(decoding: digits, as: UTF8.self)),
        let close = data.range(of: end, in: place..<data.endIndex)
      else { return [] }
      found.append(
        (object, String(decoding: data[range.upperBound..<close.lowerBound], as: UTF8.self)))
    }
    guard found.count == alternatives.count else { return [] }
    return zip(found, alternatives).map { figure, words in
      (
        figure.object,
        "\(figure.object)\(Self.figure)\(figure.body)\n   /Alt \(string(words))\n>>\nendobj\n"
      )
    }
  }

  /// As PDF writes a text of any script.
  private static func string(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes = Array("<FEFF".utf8)
    for unit in text.utf16 {
      for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift)) & 15]) }
    }
    return String(decoding: bytes, as: UTF8.self) + ">"
  }

  /// Where object `number` begins, by a cross-reference table with one section from object 0.
  private static func offset(of number: Int, table: UInt64, in file: FileHandle) throws -> UInt64? {
    try file.seek(toOffset: table)
    guard let head = try file.read(upToCount: 40).map({ String(decoding: $0, as: UTF8.self) }),
      head.hasPrefix("xref\n0 "), let lineEnd = head.dropFirst(5).firstIndex(of: "\n")
    else { return nil }
    let entries = table + UInt64(head[...lineEnd].utf8.count)
    try file.seek(toOffset: entries + UInt64(number) * 20)
    guard let entry = try file.read(upToCount: 20).map({ String(decoding: $0, as: UTF8.self) }),
      entry.hasSuffix(" n \n") || entry.hasSuffix(" n\r\n")
    else { return nil }
    return UInt64(entry.prefix(10))
  }

  private static func number(after name: String, in text: Substring) -> Int? {
    guard let range = text.range(of: name) else { return nil }
    return Int(text[range.upperBound...].prefix { $0.isNumber })
  }
}
