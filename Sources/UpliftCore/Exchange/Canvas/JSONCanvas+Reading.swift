import Foundation

extension JSONCanvas {
  static let nodeLimit = 100_000
  static let groupLimit = 10_000
  /// Pixels from the middle of the plane, and of a side.
  private static let measureLimit = 1e9

  /// Whether the file begins as a canvas does.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    var reader = JSONReader(bytes)
    guard reader.take(UInt8(ascii: "{")), let key = try? reader.nextKey(isFirst: true) else {
      return false
    }
    return key == "nodes" || key == "edges"
  }

  init(_ bytes: [UInt8]) throws(ImportError) {
    var reader = JSONReader(bytes)
    var nodes: [Node] = []
    var edges: [Edge] = []
    var strangers = 0
    var groups = 0
    var ids = Set<String>()
    try reader.readObject { (key, reader: inout JSONReader) throws(ImportError) in
      switch key {
      case "nodes":
        try reader.readArray { (reader: inout JSONReader) throws(ImportError) in
          let node = try Self.node(&reader, &ids)
          if let node { nodes.append(node) } else { strangers += 1 }
          if node?.isGroup == true { groups += 1 }
          try reader.refuse(nodes.count, above: Self.nodeLimit, of: "nodes")
          try reader.refuse(groups, above: Self.groupLimit, of: "group")
        }
      case "edges":
        try reader.readArray { (reader: inout JSONReader) throws(ImportError) in
          edges.append(try Self.edge(&reader))
          try reader.refuse(edges.count, above: Self.nodeLimit, of: "edges")
        }
      default: try reader.skip()
      }
    }
    try reader.expectEnd()
    self.init(nodes: nodes, edges: edges, strangers: strangers)
  }

  /// Nil: a node of an unknown type.
  private static func node(
    _ reader: inout JSONReader, _ ids: inout Set<String>
  ) throws(ImportError) -> Node? {
    var id: String?
    var type: String?
    var measures: [String: Double] = [:]
    var texts: [String: String] = [:]
    var votes = 0
    try reader.readObject { (key, reader: inout JSONReader) throws(ImportError) in
      switch key {
      case "id": id = try reader.name(key)
      case "type": type = try reader.name(key)
      case "x", "y": measures[key] = try reader.measure(key, from: -Self.measureLimit)
      case "width", "height": measures[key] = try reader.measure(key, from: 0)
      case "text", "file", "subpath", "url", "label":
        texts[key] = try reader.optionalText(key)
      case "color", "author", "theme": texts[key] = try reader.textOrNothing()
      case "votes": votes = try reader.countOrNothing()
      default: try reader.skip()
      }
    }
    for (key, value) in [("id", id), ("type", type)] where value == nil {
      throw reader.failure(.missingKey(key))
    }
    guard let id, let type else { return nil }
    guard ids.insert(id).inserted else {
      throw reader.failure(.repeatedID(String(id.prefix(40))))
    }
    let content: Content
    switch type {
    case "text": content = .text(texts["text"] ?? "")
    case "file": content = .file((texts["file"] ?? "") + (texts["subpath"] ?? ""))
    case "link": content = .link(texts["url"] ?? "")
    case "group": content = .group(texts["label"] ?? "")
    default: return nil
    }
    for key in ["x", "y", "width", "height"] where measures[key] == nil {
      throw reader.failure(.missingKey(key))
    }
    return Node(
      id: id, content: content,
      frame: Frame(
        x: measures["x"] ?? 0, y: measures["y"] ?? 0, width: measures["width"] ?? 0,
        height: measures["height"] ?? 0),
      colour: texts["color"], author: texts["author"] ?? "", theme: texts["theme"] ?? "",
      votes: votes)
  }

  private static func edge(_ reader: inout JSONReader) throws(ImportError) -> Edge {
    var texts: [String: String] = [:]
    try reader.readObject { (key, reader: inout JSONReader) throws(ImportError) in
      switch key {
      case "id", "fromNode", "toNode": texts[key] = try reader.name(key)
      case "label": texts[key] = try reader.optionalText(key)
      default: try reader.skip()
      }
    }
    guard let from = texts["fromNode"] else { throw reader.failure(.missingKey("fromNode")) }
    guard let to = texts["toNode"] else { throw reader.failure(.missingKey("toNode")) }
    return Edge(id: texts["id"] ?? "", from: from, to: to, label: texts["label"] ?? "")
  }
}

extension JSONReader {
  fileprivate func refuse(
    _ count: Int, above limit: Int, of key: String
  ) throws(ImportError) {
    guard count > limit else { return }
    throw failure(.outOfRange(key: key, value: "\(count)", lower: "0", upper: "\(limit)"))
  }

  /// A text; a number's spelling.
  fileprivate mutating func name(_ key: String) throws(ImportError) -> String {
    _ = peek()
    switch try scalar() {
    case .text(let text), .number(let text): return text
    case .null, .bool: throw failure(.mustBeText(key: key))
    }
  }

  fileprivate mutating func measure(
    _ key: String, from lower: Double
  ) throws(ImportError) -> Double {
    _ = peek()
    guard case .number(let text) = try scalar(), let value = Double(text) else {
      throw failure(.mustBeNumber(key: key))
    }
    guard value >= lower, value <= 1e9 else {
      throw failure(
        .outOfRange(
          key: key, value: String(text.prefix(40)), lower: String(Int(lower)), upper: "1000000000"))
    }
    return value
  }

  /// A text; nil for whatever else stands there.
  fileprivate mutating func textOrNothing() throws(ImportError) -> String? {
    guard peek() == UInt8(ascii: "\"") else {
      try skip()
      return nil
    }
    guard case .text(let text) = try scalar() else { return nil }
    return text
  }

  /// A whole number from 0 to 10,000; 0 for whatever else stands there.
  fileprivate mutating func countOrNothing() throws(ImportError) -> Int {
    guard let first = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      try skip()
      return 0
    }
    guard case .number(let text) = try scalar(), let count = Int(text) else { return 0 }
    return min(count, 10_000)
  }
}
