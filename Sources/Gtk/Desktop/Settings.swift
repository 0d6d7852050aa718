import CGtk

/// What the desktop prefers.
public final class Settings: Object {
  /// Nil when there is no display.
  public static let standard: Settings? = gtk_settings_get_default().map { Settings($0) }

  public var prefersDark: Bool {
    get { bool("gtk-application-prefer-dark-theme") }
    set { set("gtk-application-prefer-dark-theme", newValue) }
  }
  /// False: nothing moves on its own.
  public var enablesAnimations: Bool {
    get { bool("gtk-enable-animations") }
    set { set("gtk-enable-animations", newValue) }
  }
  /// `Adwaita`, `Adwaita-dark`, `HighContrast`.
  public var themeName: String {
    get { string("gtk-theme-name") }
    set { set("gtk-theme-name", newValue) }
  }
  /// `Inter 11`.
  public var fontName: String {
    get { string("gtk-font-name") }
    set { set("gtk-font-name", newValue) }
  }

  @discardableResult
  public func onAppearanceChanged(_ handler: @escaping () -> Void) -> SignalID {
    onChange(of: "gtk-theme-name", handler)
    return onChange(of: "gtk-application-prefer-dark-theme", handler)
  }
}
