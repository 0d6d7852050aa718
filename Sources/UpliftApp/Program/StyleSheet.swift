import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// The look of widgets, light or dark, from `data/style`.
@MainActor final class StyleSheet {
  private let base = Style()
  private var hasPages = false
  private let dark = Style()
  private var listeners: [(Bool) -> Void] = []
  private var hasDarkStyle = false
  private let systemIsDark = Appearance.systemIsDark

  private(set) var isDark = false

  init() {
    base.addToDisplay()
    dark.addToDisplay()
    base.load(Self.css("uplift.css") + Self.type)
  }

  /// Reads the larger part of the look, which the first sight of a map can do without.
  func addPages() {
    guard !hasPages else { return }
    hasPages = true
    // In one sheet: of two, GTK has every rule of the one win over every rule of the other.
    base.load(Self.css("uplift.css") + Self.type + Self.css("uplift-pages.css"))
  }

  func apply(_ appearance: Appearance) {
    isDark = appearance.isDark(systemIsDark: systemIsDark)
    // Even setting what is set has GTK read its whole theme again.
    if Settings.standard?.prefersDark != isDark { Settings.standard?.prefersDark = isDark }
    if isDark != hasDarkStyle {
      dark.load(isDark ? Self.css("uplift-dark.css") : "")
      hasDarkStyle = isDark
    }
    for listener in listeners { listener(isDark) }
  }

  func onChange(_ handler: @escaping (Bool) -> Void) { listeners.append(handler) }

  private static func css(_ name: String) -> String {
    guard let folder = DataFolder.current?.url else { return "" }
    let url = folder.appendingPathComponent("style/\(name)")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }

  /// The desktop's style sets the type of popovers anew.
  private static let type = "\nwindow.uplift, window.uplift popover { font-family: \(family); }\n"

  /// What widgets are set in, in the words of CSS: the very font of the canvas, which then is looked
  /// up once.
  static let family = PangoText.family == "Sans" ? "sans-serif" : "\"\(PangoText.family)\""
}
