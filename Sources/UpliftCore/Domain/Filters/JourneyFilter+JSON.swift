import Foundation

/// As it stands in `SavedFilter.definition`: an object with a sorted list for each field that asks
/// for something, ids in small letters, and the text.
extension JourneyFilter: Codable {
  private enum Key: String, CodingKey {
    case personas, departments, kinds, evidence, tags, channels, text
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func list(_ key: Key) throws -> [String] {
      try values.decodeIfPresent([String].self, forKey: key) ?? []
    }
    func ids(_ key: Key) throws -> Set<UUID> {
      Set(try list(key).compactMap { UUID(uuidString: $0) })
    }
    personas = try ids(.personas)
    departments = try ids(.departments)
    // What a later version may name, this one leaves out.
    kinds = Set(try list(.kinds).compactMap(Lane.Kind.init))
    evidence = Set(try list(.evidence).compactMap(EvidenceLevel.init))
    tags = try ids(.tags)
    channels = try ids(.channels)
    text = try values.decodeIfPresent(String.self, forKey: .text) ?? ""
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    func encode(_ list: [String], _ key: Key) throws {
      if !list.isEmpty { try values.encode(list.sorted(), forKey: key) }
    }
    func encode(_ ids: Set<UUID>, _ key: Key) throws {
      try encode(ids.map { $0.uuidString.lowercased() }, key)
    }
    try encode(personas, .personas)
    try encode(departments, .departments)
    try encode(kinds.map(\.rawValue), .kinds)
    try encode(evidence.map(\.rawValue), .evidence)
    try encode(tags, .tags)
    try encode(channels, .channels)
    if !text.isEmpty { try values.encode(text, forKey: .text) }
  }

  /// The same filter gives the same text.
  public var definition: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings and lists of them can always be written.
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Nil when the text is no filter.
  public init?(definition: String) {
    guard let filter = try? JSONDecoder().decode(JourneyFilter.self, from: Data(definition.utf8))
    else { return nil }
    self = filter
  }
}
