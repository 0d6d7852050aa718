import Foundation

/// Copies of a workspace that the program itself has left beside it: from before a newer version
/// changed its structure, and drafts of a program that was ended.
enum CompanionFiles {
  static func copies(of url: URL) -> [URL] {
    let file = url.resolvingSymlinksInPath()
    let folder = file.deletingLastPathComponent()
    let name = file.lastPathComponent
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { other in
      (other.hasPrefix(name + ".version-") && other.contains(".backup"))
        || (other.hasPrefix(".uplift-") && [".new", ".part"].contains { other.hasSuffix($0) })
    }.sorted().map { folder.appendingPathComponent($0) }.filter(isOurs)
  }

  /// A file of its own, and no draft that somebody is at work with.
  private static func isOurs(_ url: URL) -> Bool {
    guard let values = try? FileManager.default.attributesOfItem(atPath: url.path),
      values[.type] as? FileAttributeType == .typeRegular
    else { return false }
    guard url.lastPathComponent.hasPrefix(".uplift-") else { return true }
    let changed = values[.modificationDate] as? Date ?? Date()
    return changed.timeIntervalSinceNow < -86_400
  }

  /// Whether the bytes of a file name the person: as it is written, in small letters, in capitals.
  static func names(_ name: PersonName, _ url: URL) -> Bool {
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else { return false }
    let spellings = name.forms.flatMap { form in
      [form.text, form.text.lowercased(), form.text.uppercased()].flatMap {
        [$0.precomposedStringWithCanonicalMapping, $0.decomposedStringWithCanonicalMapping]
      }
    }
    return Set(spellings).contains { data.range(of: Data($0.utf8)) != nil }
  }

  /// Writes zeros over a file and deletes it. One that has another name besides is only deleted: what
  /// stands under that is somebody else's.
  static func overwrite(_ url: URL) -> Bool {
    let values = try? FileManager.default.attributesOfItem(atPath: url.path)
    guard values?[.referenceCount] as? Int ?? 1 < 2 else { return unlink(url.path) == 0 }
    guard let handle = try? FileHandle(forUpdating: url) else { return false }
    do {
      var rest = try handle.seekToEnd()
      try handle.seek(toOffset: 0)
      let zeros = Data(count: 1 << 20)
      while rest > 0 {
        let count = min(rest, UInt64(zeros.count))
        try handle.write(contentsOf: zeros.prefix(Int(count)))
        rest -= count
      }
      try handle.synchronize()
      try handle.close()
      try FileManager.default.removeItem(at: url)
      return true
    } catch {
      return false
    }
  }
}
