import Foundation
import Gtk
import UpliftCore

/// The look of widgets, light or dark, from `data/style`.
@MainActor final class StyleSheet {
  private let base = Style()
  private let dark = Style()
  private var listeners: [(Bool) -> Void] = []
  private let systemIsDark = Appearance.systemIsDark

  private(set) var isDark = false

  init() {
    base.addToDisplay()
    dark.addToDisplay()
    base.load(Self.css("uplift.css"))
  }

  func apply(_ appearance: Appearance) {
    isDark = appearance.isDark(systemIsDark: systemIsDark)
    Settings.standard?.prefersDark = isDark
    dark.load(isDark ? Self.css("uplift-dark.css") : "")
    for listener in listeners { listener(isDark) }
  }

  func onChange(_ handler: @escaping (Bool) -> Void) { listeners.append(handler) }

  private static func css(_ name: String) -> String {
    guard let folder = DataFolder.current?.url else { return "" }
    let url = folder.appendingPathComponent("style/\(name)")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }
}
