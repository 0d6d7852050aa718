import Foundation
import UpliftCore

/// What the program remembers of its windows, in `$XDG_CONFIG_HOME/uplift/windows.json`. A file
/// that cannot be read counts as none; nothing in it is worth a complaint.
struct WindowMemory: Codable, Equatable {
  var showsSidebar = true
  var showsInspector = true
  /// Logical pixels.
  var sidebarWidth = 240
  var inspectorWidth = 284
  var windowWidth = 1440
  var windowHeight = 900
  var isMaximised = false
  /// Presentations are dark or light whatever the windows are; nil: as they are.
  var presentsDark: Bool?
  /// Paths of workspaces, the last one first.
  var recent: [String] = []
  /// Where somebody was in each of them last; see `Place.code`.
  var places: [String: String] = [:]

  static let longestRecentList = 12

  private static var url: URL {
    let environment = ProcessInfo.processInfo.environment
    let folder =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? NSHomeDirectory() + "/.config"
    return URL(fileURLWithPath: folder).appendingPathComponent("uplift/windows.json")
  }

  static func load() -> WindowMemory {
    guard let data = try? Data(contentsOf: url),
      let memory = try? JSONDecoder().decode(WindowMemory.self, from: data)
    else { return WindowMemory() }
    return memory
  }

  func save() {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return }
    try? FileManager.default.createDirectory(
      at: Self.url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? data.write(to: Self.url, options: .atomic)
  }

  mutating func remember(_ url: URL) {
    let path = url.standardizedFileURL.path
    recent.removeAll { $0 == path }
    recent.insert(path, at: 0)
    recent = Array(recent.prefix(Self.longestRecentList))
    let kept = Set(recent.map { Self.key(URL(fileURLWithPath: $0)) })
    places = places.filter { kept.contains($0.key) }
  }

  /// With all symbolic links followed.
  private static func key(_ url: URL) -> String { url.resolvingSymlinksInPath().path }

  mutating func remember(_ place: Place, in url: URL) {
    guard let code = place.code else { return }
    places[Self.key(url)] = code
  }

  /// Nil: the workspace was not open before, or what was shown is gone.
  func place(in url: URL, _ outline: WorkspaceOutline) -> Place? {
    places[Self.key(url)].flatMap { Place(code: $0, in: outline) }
  }

  init() {}

  /// A file from an older or newer program has fewer or more entries; each has its default.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let standard = WindowMemory()
    func value<Value: Decodable>(_ key: CodingKeys, _ standard: Value) -> Value {
      (try? container.decodeIfPresent(Value.self, forKey: key)) ?? standard
    }
    showsSidebar = value(.showsSidebar, standard.showsSidebar)
    showsInspector = value(.showsInspector, standard.showsInspector)
    sidebarWidth = value(.sidebarWidth, standard.sidebarWidth)
    inspectorWidth = value(.inspectorWidth, standard.inspectorWidth)
    windowWidth = value(.windowWidth, standard.windowWidth)
    windowHeight = value(.windowHeight, standard.windowHeight)
    isMaximised = value(.isMaximised, standard.isMaximised)
    presentsDark = value(.presentsDark, standard.presentsDark)
    recent = value(.recent, standard.recent)
    places = value(.places, standard.places)
  }
}
