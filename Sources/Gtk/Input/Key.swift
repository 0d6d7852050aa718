import CGtk

/// A key by what it produces.
public struct Key: Hashable, Sendable {
  public let code: UInt32

  public init(code: UInt32) { self.code = code }

  /// The character that it types; nil for the others.
  public var character: Character? {
    let scalar = gdk_keyval_to_unicode(code)
    guard scalar >= 0x20, scalar != 0x7f, let unicode = Unicode.Scalar(scalar) else { return nil }
    return Character(unicode)
  }

  /// True for what begins a text: characters, dead keys and the compose key.
  public var beginsText: Bool {
    character != nil || (0xfe50...0xfe93).contains(code) || code == guint(GDK_KEY_Multi_key)
  }

  /// Without regard to Shift and Caps Lock.
  public var lowercased: Key { Key(code: gdk_keyval_to_lower(code)) }

  public static func character(_ character: Character) -> Key {
    Key(code: gdk_unicode_to_keyval(character.unicodeScalars.first?.value ?? 0))
  }

  public static let enter = Key(code: guint(GDK_KEY_Return))
  public static let keypadEnter = Key(code: guint(GDK_KEY_KP_Enter))
  public static let escape = Key(code: guint(GDK_KEY_Escape))
  public static let tab = Key(code: guint(GDK_KEY_Tab))
  /// What Shift+Tab sends.
  public static let backTab = Key(code: guint(GDK_KEY_ISO_Left_Tab))
  public static let space = Key(code: guint(GDK_KEY_space))
  public static let delete = Key(code: guint(GDK_KEY_Delete))
  public static let keypadDelete = Key(code: guint(GDK_KEY_KP_Delete))
  public static let backspace = Key(code: guint(GDK_KEY_BackSpace))
  public static let insert = Key(code: guint(GDK_KEY_Insert))
  public static let keypadInsert = Key(code: guint(GDK_KEY_KP_Insert))
  public static let up = Key(code: guint(GDK_KEY_Up))
  public static let down = Key(code: guint(GDK_KEY_Down))
  public static let left = Key(code: guint(GDK_KEY_Left))
  public static let right = Key(code: guint(GDK_KEY_Right))
  public static let keypadUp = Key(code: guint(GDK_KEY_KP_Up))
  public static let keypadDown = Key(code: guint(GDK_KEY_KP_Down))
  public static let keypadLeft = Key(code: guint(GDK_KEY_KP_Left))
  public static let keypadRight = Key(code: guint(GDK_KEY_KP_Right))
  public static let home = Key(code: guint(GDK_KEY_Home))
  public static let end = Key(code: guint(GDK_KEY_End))
  public static let pageUp = Key(code: guint(GDK_KEY_Page_Up))
  public static let pageDown = Key(code: guint(GDK_KEY_Page_Down))
  public static let f2 = Key(code: guint(GDK_KEY_F2))
  public static let plus = Key(code: guint(GDK_KEY_plus))
  public static let keypadPlus = Key(code: guint(GDK_KEY_KP_Add))
  public static let minus = Key(code: guint(GDK_KEY_minus))
  public static let keypadMinus = Key(code: guint(GDK_KEY_KP_Subtract))
  public static let equal = Key(code: guint(GDK_KEY_equal))
  public static let leftAlt = Key(code: guint(GDK_KEY_Alt_L))
  public static let rightAlt = Key(code: guint(GDK_KEY_Alt_R))
  public static let leftControl = Key(code: guint(GDK_KEY_Control_L))
  public static let rightControl = Key(code: guint(GDK_KEY_Control_R))
  public static let menu = Key(code: guint(GDK_KEY_Menu))
  public static let keypad0 = Key(code: guint(GDK_KEY_KP_0))
  public static let f10 = Key(code: guint(GDK_KEY_F10))
}
