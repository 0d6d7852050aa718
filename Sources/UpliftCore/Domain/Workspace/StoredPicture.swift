import Foundation

/// A picture that is kept in the workspace, shown on cards and as a persona's portrait. One that
/// nothing shows any more leaves the file by itself.
public struct StoredPicture: Entity {
  public static let kind = EntityKind.picture

  public enum MediaType: String, CaseIterable, Codable, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case svg = "image/svg+xml"
  }

  /// Bytes of one picture at most; larger ones are scaled down before they are kept.
  public static let largestSize = 16 * 1024 * 1024

  public var id: UUID
  public var mediaType: MediaType
  /// Pixels, 1…65,535; of an SVG its natural size.
  public var width: Int
  public var height: Int
  public var data: Data

  public init(id: UUID = UUID(), mediaType: MediaType, width: Int, height: Int, data: Data) {
    self.id = id
    self.mediaType = mediaType
    self.width = width
    self.height = height
    self.data = data
  }
}
