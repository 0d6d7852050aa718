import Foundation

/// The folder with what the program brings along: sample, templates, style and help.
public struct DataFolder: Equatable, Sendable {
  public let url: URL
  /// Holds `LANGUAGE/LC_MESSAGES/uplift.mo`.
  public let localeURL: URL

  /// Of this process; nil when there is none.
  public static let current = DataFolder(
    executable: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(),
    environment: ProcessInfo.processInfo.environment)

  /// Looks, in this order, at what `UPLIFT_DATA` names, at `../share/uplift` beside the program's
  /// folder, and at `data` in the folders above the program.
  ///
  /// - Parameter executable: with no symbolic link in it.
  public init?(executable: URL, environment: [String: String]) {
    if let path = environment["UPLIFT_DATA"], !path.isEmpty {
      self.init(installed: URL(fileURLWithPath: path, isDirectory: true))
      return
    }
    let folder = executable.deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appendingPathComponent("share/uplift")
    if Self.holdsData(installed) {
      self.init(installed: installed)
      return
    }
    var above = folder
    while above.path != "/", !above.path.isEmpty {
      let source = above.appendingPathComponent("data")
      if Self.holdsData(source) {
        self.init(url: source, localeURL: above.appendingPathComponent(".build/locale"))
        return
      }
      above.deleteLastPathComponent()
    }
    return nil
  }

  private init(installed: URL) {
    self.init(
      url: installed,
      localeURL: installed.deletingLastPathComponent().appendingPathComponent("locale"))
  }

  private init(url: URL, localeURL: URL) {
    self.url = url
    self.localeURL = localeURL
  }

  private static func holdsData(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("sample").path)
  }
}
