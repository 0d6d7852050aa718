import Foundation
import UpliftCore

/// What the program remembers of its user between two runs, in a small file of its own.
@MainActor public final class Preferences {
  /// In `$XDG_CONFIG_HOME/uplift`.
  public static let shared = Preferences(
    configurationFolder.appendingPathComponent("uplift/preferences.json"))

  private struct Values: Codable, Equatable {
    var appearance: Appearance?
    var export: ExportChoices?
    var printing: PrintChoices?
    var playsSound: Bool?
  }

  private let url: URL
  private var values: Values
  private var listeners: [(id: Int, handler: () -> Void)] = []
  private var nextID = 0

  /// A file that is missing or cannot be read counts as empty.
  public init(_ url: URL) {
    self.url = url
    let data = try? Data(contentsOf: url)
    values = data.flatMap { try? JSONDecoder().decode(Values.self, from: $0) } ?? Values()
  }

  public var appearance: Appearance {
    get { values.appearance ?? .system }
    set { change { $0.appearance = newValue } }
  }

  /// Whether a sound tells that a board's time is over.
  public var playsSound: Bool {
    get { values.playsSound ?? true }
    set { change { $0.playsSound = newValue } }
  }

  /// What was chosen in the last export.
  var export: ExportChoices {
    get { values.export ?? ExportChoices() }
    set { change { $0.export = newValue } }
  }

  /// What was chosen when something was printed.
  var printing: PrintChoices {
    get { values.printing ?? PrintChoices() }
    set { change { $0.printing = newValue } }
  }

  /// Calls `handler` after every change. Keep what is returned.
  public func onChange(_ handler: @escaping () -> Void) -> Listening {
    nextID += 1
    let id = nextID
    listeners.append((id, handler))
    return Listening { [weak self] in self?.listeners.removeAll { $0.id == id } }
  }

  private func change(_ body: (inout Values) -> Void) {
    let before = values
    body(&values)
    guard values != before else { return }
    save()
    for listener in listeners { listener.handler() }
  }

  /// A choice that cannot be remembered still holds until the program ends.
  private func save() {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let data = try? encoder.encode(values) else { return }
    try? FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? data.write(to: url, options: .atomic)
  }

  private static var configurationFolder: URL {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return URL(fileURLWithPath: folder, isDirectory: true)
    }
    return FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".config")
  }
}
