import CGtk

extension Key {
  public static let f7 = Key(code: guint(GDK_KEY_F7))
  public static let f8 = Key(code: guint(GDK_KEY_F8))
}
