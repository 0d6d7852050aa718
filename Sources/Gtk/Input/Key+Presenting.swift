import CGtk

/// Keys that presenters' remotes send, and those of the number pad beside them.
extension Key {
  public static let f5 = Key(code: guint(GDK_KEY_F5))
  public static let f11 = Key(code: guint(GDK_KEY_F11))
  public static let keypadPageUp = Key(code: guint(GDK_KEY_KP_Page_Up))
  public static let keypadPageDown = Key(code: guint(GDK_KEY_KP_Page_Down))
  public static let keypadHome = Key(code: guint(GDK_KEY_KP_Home))
  public static let keypadEnd = Key(code: guint(GDK_KEY_KP_End))
  public static let keypadDecimal = Key(code: guint(GDK_KEY_KP_Decimal))
}
