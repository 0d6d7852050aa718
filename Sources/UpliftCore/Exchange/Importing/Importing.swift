import Foundation

/// Reading files of other programs, and our own JSON. Whatever an input holds, it is data: it is
/// read whole or refused whole, and a refusal says where and why.
public enum Importing {
  /// Reads a file of up to 256 MB.
  ///
  /// - Parameters:
  ///   - format: nil to tell by the file's ending and what stands in it.
  ///   - name: the title for the map or board; nil for the one that the file gives, or its name.
  public static func read(
    _ url: URL, as format: ImportFormat? = nil, name: String? = nil
  ) throws(ImportError) -> ImportedDocument {
    let file = url.lastPathComponent
    let data: Data
    do {
      let url = url.resolvingSymlinksInPath()
      let values = try url.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
      guard values.isRegularFile == true else {
        throw ImportError(.notARegularFile, file: file)
      }
      if let size = values.fileSize, size > TextDecoding.sizeLimit {
        throw ImportError(.tooLarge(bytes: size, limit: TextDecoding.sizeLimit), file: file)
      }
      data = try Data(contentsOf: url)
    } catch let error as ImportError {
      throw error
    } catch {
      throw ImportError(.unreadable(reason(of: error)), file: file)
    }
    return try read(data, file: file, as: format, name: name)
  }

  /// Reads what stands in `data`, which came from something called `file`.
  public static func read(
    _ data: Data, file: String, as format: ImportFormat? = nil, name: String? = nil
  ) throws(ImportError) -> ImportedDocument {
    do throws(ImportError) {
      if isWorkspace(data) { throw ImportError(.isWorkspace) }
      let bytes = try TextDecoding.bytes(of: data)
      guard bytes.contains(where: { !TextDecoding.isSpace($0) }) else { throw ImportError(.empty) }
      let baseName = (file as NSString).deletingPathExtension
      let ending = (file as NSString).pathExtension
      let known: ImportFormat
      if let format { known = format } else { known = try detect(bytes, ending: ending) }
      switch known {
      case .mermaid: return try mermaid(bytes, name: name, baseName: baseName)
      case .csv: return try TableImport.read(bytes, title: name ?? baseName)
      case .json, .trello, .canvas:
        return try json(bytes, as: known, name: name, baseName: baseName)
      }
    } catch {
      throw error.naming(file)
    }
  }

  private static func json(
    _ bytes: [UInt8], as format: ImportFormat, name: String?, baseName: String
  ) throws(ImportError) -> ImportedDocument {
    do throws(ImportError) {
      switch format {
      case .trello: return try TrelloBoard.read(bytes, title: name)
      case .canvas: return try CanvasBoard.read(bytes, title: name ?? baseName)
      default:
        return renamed(
          ImportedDocument(format: .json, contents: try WorkspaceJSON.decode(bytes: bytes)), name)
      }
    } catch {
      switch error.reason {
      // More than is taken, however it ends.
      case .nestedTooDeep, .outOfRange: throw error
      default: throw JSONReader.cutOff(bytes) ?? error
      }
    }
  }

  private static func mermaid(
    _ bytes: [UInt8], name: String?, baseName: String
  ) throws(ImportError) -> ImportedDocument {
    let journeys = try MermaidJourney.parse(String(decoding: bytes, as: UTF8.self), file: nil)
    var all: WorkspaceContents?
    for (number, var journey) in journeys.enumerated() {
      let suffix = number == 0 ? "" : " \(number + 1)"
      if let name { journey.title = name + suffix }
      let next = journey.contents(fallbackTitle: baseName + suffix)
      all = all.map { $0.adding(ImportPlan(next, into: $0, format: .mermaid).insertions) } ?? next
    }
    guard let all else { throw ImportError(.noJourney) }
    return ImportedDocument(format: .mermaid, contents: all)
  }

  /// Gives the only map or board of a file a name.
  private static func renamed(_ document: ImportedDocument, _ name: String?) -> ImportedDocument {
    guard let name else { return document }
    var result = document
    if document.contents.journeyMaps.count == 1, document.contents.boards.isEmpty {
      result.contents.journeyMaps[0].title = name
    } else if document.contents.boards.count == 1, document.contents.journeyMaps.isEmpty {
      result.contents.boards[0].title = name
    } else {
      result.remarks.append(
        tr("The name was not used: the file does not hold exactly one map or board."))
    }
    return result
  }

  // MARK: Telling formats apart

  /// SQLite's own first words, and the number by which a workspace is known: "UPLF".
  private static func isWorkspace(_ data: Data) -> Bool {
    data.starts(with: "SQLite format 3\0".utf8)
      && data.dropFirst(68).prefix(4).elementsEqual("UPLF".utf8)
  }

  private static func detect(_ bytes: [UInt8], ending: String) throws(ImportError) -> ImportFormat {
    switch ending.lowercased() {
    case "mmd", "mermaid", "md", "markdown": return .mermaid
    case "csv", "tsv", "tab": return .csv
    case "canvas": return .canvas
    default: break
    }
    let first = bytes.first { !TextDecoding.isSpace($0) }
    if ending.lowercased() == "json" || first == UInt8(ascii: "{") {
      if JSONCanvas.isOne(bytes) { return .canvas }
      return TrelloBoard.isOne(bytes) ? .trello : .json
    }
    if TableImport.hasKnownHeader(bytes) { return .csv }
    let text = String(decoding: bytes, as: UTF8.self)
    if MermaidSource.hasBlocks(text) || MermaidParser.isJourney(text) { return .mermaid }
    throw ImportError(.unknownFormat)
  }

  static func reason(of error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile: tr("there is no such file")
    case .fileReadNoPermission: tr("it may not be read")
    default: error.localizedDescription.trimmingCharacters(in: CharacterSet(charactersIn: "."))
    }
  }
}
