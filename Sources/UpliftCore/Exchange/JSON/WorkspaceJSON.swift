import Foundation

/// Uplift's own JSON: a workspace's contents without loss. `JSONFormat.md` describes it.
public enum WorkspaceJSON {
  static let format = "uplift"
  static let version = 5

  /// The contents as UTF-8, in an order that depends on nothing but the contents, so that the
  /// same workspace always gives the same bytes.
  ///
  /// - Throws: `EncodingError` for a number that JSON cannot hold.
  public static func encode(_ contents: WorkspaceContents) throws -> Data {
    try encode(contents, isWhole: true)
  }

  /// - Parameter isWhole: whether the workspace's own record is written. A part of a workspace is
  ///   at home in any.
  static func encode(_ contents: WorkspaceContents, isWhole: Bool) throws -> Data {
    try encode(contents, isWhole: isWhole, clip: nil)
  }

  /// A clip's contents, with its shape.
  static func encode(_ clip: MapClip) throws -> Data {
    try encode(clip.contents, isWhole: false, clip: clip.shape)
  }

  private static func encode(
    _ contents: WorkspaceContents, isWhole: Bool, clip: MapClip.Shape?
  ) throws -> Data {
    let ordered = contents.inFileOrder()
    var text = "{\n  \"format\": \"\(format)\",\n  \"version\": \(version)"
    if let clip { text += ",\n  \"clip\": \"\(clip.rawValue)\"" }
    if isWhole {
      text += ",\n  \"workspace\": "
      try append(ordered.workspace, to: &text, indent: "  ")
    }
    for list in WorkspaceContents.lists { try append(list, of: ordered, to: &text) }
    text += "\n}\n"
    return Data(text.utf8)
  }

  /// The contents of a file that `encode` wrote, or that somebody wrote by hand in the same
  /// format. Nothing is guessed and nothing dropped: an unknown key, a missing or repeated id, a
  /// reference to nothing or a value out of its range refuses the whole input.
  ///
  /// - Parameter file: how the error calls the input.
  public static func decode(
    _ data: Data, file: String? = nil
  ) throws(ImportError) -> WorkspaceContents {
    do throws(ImportError) {
      return try decode(bytes: try TextDecoding.bytes(of: data))
    } catch {
      throw error.naming(file)
    }
  }

  static func decode(bytes: [UInt8]) throws(ImportError) -> WorkspaceContents {
    try decode(WorkspaceJSONFile(bytes), bytes).contents
  }

  static func decodeClip(
    _ bytes: [UInt8]
  ) throws(ImportError) -> (MapClip.Shape, WorkspaceContents) {
    let (contents, shape) = try decode(WorkspaceJSONFile(bytes, isClip: true), bytes)
    guard let shape else { throw ImportError(.missingKey("clip")) }
    return (shape, contents)
  }

  private static func decode(
    _ file: WorkspaceJSONFile, _ bytes: [UInt8]
  ) throws(ImportError) -> (contents: WorkspaceContents, clip: MapClip.Shape?) {
    var file = file
    do throws(ImportError) {
      try file.read()
    } catch {
      // Only a newer version explains what this one does not know.
      if !file.isVersionKnown { try WorkspaceJSONFile.checkVersion(of: bytes) }
      throw error
    }
    guard file.isVersionKnown else { throw ImportError(.notUplift) }
    let (contents, places) = try file.contents()
    try WorkspaceValidation(contents, places: places).check()
    return (contents, file.clip)
  }

  private static func append(
    _ record: any Entity, to text: inout String, indent: String
  ) throws {
    text += "{"
    var separator = "\n"
    for (key, literal) in try RecordEncoder.fields(of: record) {
      text += "\(separator)\(indent)  \"\(key)\": \(literal)"
      separator = ",\n"
    }
    text += "\n\(indent)}"
  }

  private static func append(
    _ list: some RecordListing, of contents: WorkspaceContents, to text: inout String
  ) throws {
    let records = contents[keyPath: list.path]
    guard !records.isEmpty else { return }
    text += ",\n  \"\(list.name)\": ["
    var separator = "\n    "
    for record in records {
      text += separator
      try append(record, to: &text, indent: "    ")
      separator = ",\n    "
    }
    text += "\n  ]"
  }
}
