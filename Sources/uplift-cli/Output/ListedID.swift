import Foundation

/// An id in JSON, written as in an exported workspace: in small letters.
@propertyWrapper struct ListedID: Encodable, Equatable {
  var wrappedValue: UUID

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue.uuidString.lowercased())
  }
}
