import Gtk

/// Light or dark, or whatever the system is.
public nonisolated enum Appearance: String, CaseIterable, Codable, Sendable {
  case system, light, dark

  /// - Parameter systemIsDark: see `Appearance.systemIsDark`.
  public func isDark(systemIsDark: Bool) -> Bool {
    switch self {
    case .system: systemIsDark
    case .light: false
    case .dark: true
    }
  }

  /// Whether the desktop asks for dark windows. To be read before the program sets
  /// `Settings.prefersDark` itself.
  @MainActor public static var systemIsDark: Bool {
    guard let settings = Settings.standard else { return false }
    return settings.prefersDark || settings.themeName.lowercased().hasSuffix("dark")
  }
}
