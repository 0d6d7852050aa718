import Foundation

/// Makes a record from the fields of one flat JSON object, and refuses what it does not know.
final class RecordDecoder: Decoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  fileprivate let fields: [String: JSONScalar]
  fileprivate var known: Set<String> = []

  private init(_ fields: [String: JSONScalar]) { self.fields = fields }

  /// - Throws: the reason, with no place yet.
  static func record<Record: Entity>(
    _ type: Record.Type, from fields: [String: JSONScalar]
  ) throws(ImportError) -> Record {
    let decoder = RecordDecoder(fields)
    let record: Record
    do {
      record = try Record(from: decoder)
    } catch let error as ImportError {
      throw error
    } catch {
      throw ImportError(.unexpected(found: "?", expected: Record.kind.noun))
    }
    if let stranger = fields.keys.filter({ !decoder.known.contains($0) }).min() {
      throw ImportError(.unknownKey(stranger))
    }
    return record
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(RecordFields(decoder: self))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer {
    preconditionFailure("A record has no lists.")
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    preconditionFailure("A record is an object.")
  }
}

private struct RecordFields<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: RecordDecoder
  let codingPath: [any CodingKey] = []

  var allKeys: [Key] { decoder.fields.keys.compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool {
    decoder.known.insert(key.stringValue)
    return decoder.fields[key.stringValue] != nil
  }

  func decodeNil(forKey key: Key) throws -> Bool { decoder.fields[key.stringValue] == .null }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    let name = key.stringValue
    decoder.known.insert(name)
    guard let field = decoder.fields[name] else { throw ImportError(.missingKey(name)) }
    return try ScalarDecoder(key: name, scalar: field).value(Value.self)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { preconditionFailure("A record is flat.") }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    preconditionFailure("A record is flat.")
  }

  func superDecoder() throws -> any Decoder { decoder }
  func superDecoder(forKey key: Key) throws -> any Decoder { decoder }
}

/// One field's value, as the type that the record wants.
private struct ScalarDecoder: Decoder, SingleValueDecodingContainer {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  let key: String
  let scalar: JSONScalar

  init(key: String, scalar: JSONScalar) {
    self.key = key
    self.scalar = scalar
  }

  func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if type == UUID.self {
      let text = try decode(String.self)
      guard let id = UUID(uuidString: text) as? Value else { throw refused(text) }
      return id
    }
    if type == Data.self {
      let text = try decode(String.self)
      guard let data = Data(base64Encoded: text) as? Value else { throw refused(text) }
      return data
    }
    do {
      return try Value(from: self)
    } catch is DecodingError {
      guard case .text(let text) = scalar else { throw ImportError(.mustBeText(key: key)) }
      let allowed = (type as? any CaseIterable.Type).map { Self.spellings($0) } ?? []
      throw allowed.isEmpty
        ? refused(text)
        : ImportError(.notAmong(key: key, value: String(text.prefix(40)), allowed: allowed))
    }
  }

  private func refused(_ text: String) -> ImportError {
    ImportError(.badValue(key: key, value: String(text.prefix(40))))
  }

  private static func spellings<Choice: CaseIterable>(_ type: Choice.Type) -> [String] {
    type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw ImportError(.mustBeText(key: key))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw ImportError(.mustBeText(key: key))
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { scalar == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .bool(let value) = scalar else { throw ImportError(.mustBeTrueOrFalse(key: key)) }
    return value
  }

  func decode(_ type: String.Type) throws -> String {
    guard case .text(let value) = scalar else { throw ImportError(.mustBeText(key: key)) }
    return value
  }

  func decode(_ type: Double.Type) throws -> Double {
    guard case .number(let text) = scalar, let value = Double(text), value.isFinite else {
      throw ImportError(.mustBeNumber(key: key))
    }
    return value
  }

  func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
  func decode(_ type: Int.Type) throws -> Int { try whole(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type) }

  private func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
    guard case .number(let text) = scalar, let value = Number(text) else {
      throw ImportError(.mustBeWholeNumber(key: key))
    }
    return value
  }
}
