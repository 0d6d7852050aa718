import Foundation

/// A clip on a clipboard: the JSON of a part of a workspace, with one key more that says what
/// shape it has.
extension MapClip {
  /// How clipboards call it.
  public static let mediaType = "application/vnd.uplift.clip+json"

  /// - Throws: `EncodingError` for a number that JSON cannot hold.
  public func encoded() throws -> Data { try WorkspaceJSON.encode(self) }

  /// Reads what `encoded` wrote. Like a file, it is refused whole when anything in it does not
  /// hold together: what is on a clipboard may come from anywhere.
  public init(_ data: Data) throws(ImportError) {
    (shape, contents) = try WorkspaceJSON.decodeClip(try TextDecoding.bytes(of: data))
    let others =
      contents.advisoryGroups.count + contents.boards.count + contents.members.count
      + contents.meetings.count
    let maps = Set(contents.stages.map(\.mapID) + contents.lanes.map(\.mapID))
    guard !contents.journeyMaps.isEmpty, maps.count <= 1, others == 0 else {
      throw ImportError(.notUplift)
    }
  }
}
