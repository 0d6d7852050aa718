import Foundation

/// Writes a record as the fields of one flat JSON object. Keys are the property names; ids are
/// lower-case; nil fields are left out.
final class RecordEncoder: Encoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  fileprivate var fields: [(key: String, literal: String)] = []
  fileprivate var single: String?

  private init() {}

  /// Keys with their values as JSON, sorted by key.
  static func fields(of record: any Entity) throws -> [(key: String, literal: String)] {
    let encoder = RecordEncoder()
    try record.encode(to: encoder)
    return encoder.fields.sorted { $0.key < $1.key }
  }

  fileprivate static func literal(_ value: some Encodable) throws -> String {
    switch value {
    case let id as UUID: return "\"\(id.uuidString.lowercased())\""
    case let rank as Rank: return "\"\(rank.text)\""
    case let text as String: return JSONText.literal(text)
    case let data as Data: return JSONText.literal(data.base64EncodedString())
    default:
      let encoder = RecordEncoder()
      try value.encode(to: encoder)
      guard let literal = encoder.single else {
        throw EncodingError.invalidValue(
          value, .init(codingPath: [], debugDescription: "Records are flat."))
      }
      return literal
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(RecordFields(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("A record has no lists.")
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    RecordScalar(encoder: self)
  }
}

private struct RecordFields<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: RecordEncoder
  let codingPath: [any CodingKey] = []

  mutating func encodeNil(forKey key: Key) {}

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    encoder.fields.append((key.stringValue, try RecordEncoder.literal(value)))
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { preconditionFailure("A record is flat.") }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("A record is flat.")
  }

  mutating func superEncoder() -> any Encoder { encoder }
  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder }
}

private struct RecordScalar: SingleValueEncodingContainer {
  let encoder: RecordEncoder
  let codingPath: [any CodingKey] = []

  mutating func encodeNil() { encoder.single = "null" }
  mutating func encode(_ value: Bool) { encoder.single = value ? "true" : "false" }
  mutating func encode(_ value: String) { encoder.single = JSONText.literal(value) }

  mutating func encode(_ value: Double) throws {
    guard let literal = JSONText.literal(value) else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "JSON has no such number."))
    }
    encoder.single = literal
  }

  mutating func encode(_ value: Float) throws { try encode(Double(value)) }
  mutating func encode(_ value: Int) { encoder.single = String(value) }
  mutating func encode(_ value: Int8) { encoder.single = String(value) }
  mutating func encode(_ value: Int16) { encoder.single = String(value) }
  mutating func encode(_ value: Int32) { encoder.single = String(value) }
  mutating func encode(_ value: Int64) { encoder.single = String(value) }
  mutating func encode(_ value: UInt) { encoder.single = String(value) }
  mutating func encode(_ value: UInt8) { encoder.single = String(value) }
  mutating func encode(_ value: UInt16) { encoder.single = String(value) }
  mutating func encode(_ value: UInt32) { encoder.single = String(value) }
  mutating func encode(_ value: UInt64) { encoder.single = String(value) }
  mutating func encode(_ value: some Encodable) throws {
    encoder.single = try RecordEncoder.literal(value)
  }
}
