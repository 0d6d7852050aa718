import CGtk

/// A GValue that is unset when `body` is done.
func withValue<Result>(
  of type: GType, _ body: (inout GValue) -> Result
) -> Result {
  var value = GValue()
  g_value_init(&value, type)
  defer { g_value_unset(&value) }
  return body(&value)
}

extension Object {
  func set(_ property: String, _ value: Bool) {
    withValue(of: uplift_type_boolean()) {
      g_value_set_boolean(&$0, value ? 1 : 0)
      g_object_set_property(pointer(), property, &$0)
    }
  }

  func set(_ property: String, _ value: Int) {
    withValue(of: uplift_type_int()) {
      g_value_set_int(&$0, gint(value))
      g_object_set_property(pointer(), property, &$0)
    }
  }

  func set(_ property: String, _ value: String) {
    withValue(of: uplift_type_string()) {
      g_value_set_string(&$0, value)
      g_object_set_property(pointer(), property, &$0)
    }
  }

  func bool(_ property: String) -> Bool {
    withValue(of: uplift_type_boolean()) {
      g_object_get_property(pointer(), property, &$0)
      return g_value_get_boolean(&$0) != 0
    }
  }

  func string(_ property: String) -> String {
    withValue(of: uplift_type_string()) {
      g_object_get_property(pointer(), property, &$0)
      return g_value_get_string(&$0).map { String(cString: $0) } ?? ""
    }
  }
}

/// A string that C allocated for us; freed here.
func taken(_ text: UnsafeMutablePointer<CChar>?) -> String? {
  guard let text else { return nil }
  defer { g_free(text) }
  return String(cString: text)
}

/// A string that C keeps.
func borrowed(_ text: UnsafePointer<CChar>?) -> String {
  text.map { String(cString: $0) } ?? ""
}
