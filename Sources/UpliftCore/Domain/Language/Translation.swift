import CIntl
import Foundation

/// The text in the language of the program. `text` is a plain literal, so that it can be
/// collected into `po/uplift.pot`; values go into named places: `tr("{count} votes", ["count": n])`.
public func tr(_ text: String, _ values: KeyValuePairs<String, Any> = [:]) -> String {
  // gettext gives back the very pointer that it was given when there is no translation.
  filled(text.withCString { String(cString: dgettext("uplift", $0)) }.holdingPercents, values)
}

/// Like `tr`, with the form that fits `count`; `{count}` in either form stands for it.
public func ntr(
  _ one: String, _ many: String, _ count: Int, _ values: KeyValuePairs<String, Any> = [:]
) -> String {
  let form = one.withCString { one in
    many.withCString { many in
      String(cString: dngettext("uplift", one, many, UInt(count.magnitude)))
    }
  }
  return filled(filled(form.holdingPercents, ["count": count]), values)
}

/// Like `tr`, for a text that is translated differently in different places.
public func ptr(_ context: String, _ text: String) -> String {
  let key = context + "\u{4}" + text
  let translated = key.withCString { String(cString: dgettext("uplift", $0)) }
  return translated == key ? text : translated
}

/// The code of the program's language, as web pages and PDFs have it: `en`, `de`. Translators: the
/// code of the language that you translate into.
public var languageCode: String { ptr("language code", "en") }

extension String {
  /// No line ends between a number and its "%": "13 %", "{share} %".
  fileprivate var holdingPercents: String {
    // By bytes: rules are put into words for each of ten thousand readings.
    let bytes = Array(utf8)
    var result = ""
    var start = 0
    for place in bytes.indices.dropFirst(2) where bytes[place] == UInt8(ascii: "%") {
      let before = bytes[place - 2]
      guard bytes[place - 1] == UInt8(ascii: " "),
        before == UInt8(ascii: "}")
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(before)
      else { continue }
      result += String(decoding: bytes[start..<place - 1], as: UTF8.self)
      result += NumberFormat.local.percentSpace
      start = place
    }
    return start == 0 ? self : result + String(decoding: bytes[start...], as: UTF8.self)
  }
}

private func filled(_ text: String, _ values: KeyValuePairs<String, Any>) -> String {
  guard !values.isEmpty else { return text }
  var result = ""
  var rest = text[...]
  while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
    let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
  {
    result += rest[..<open]
    let name = rest[rest.index(after: open)..<close]
    if let value = values.first(where: { $0.key == name })?.value {
      result += written(value, as: name)
    } else {
      result += rest[open...close]
    }
    rest = rest[rest.index(after: close)...]
  }
  return result + rest
}

/// How many there are is written with the locale's marks, "24,000"; a year or an hour is not.
private func written(_ value: Any, as name: Substring) -> String {
  if let text = value as? String { return text }
  if let number = value as? Double { return NumberFormat.local.text(number, decimals: 6) }
  guard let number = value as? Int, number >= 1_000,
    ["count", "total", "most", "assumed"].contains(name)
  else {
    return String(describing: value)
  }
  return NumberFormat.local.text(number)
}

/// Sets the program's language from the environment. Once, first thing in `main`.
///
/// - Parameter localeFolder: holds `LANGUAGE/LC_MESSAGES/uplift.mo`.
public func startTranslation(localeFolder: String) {
  setlocale(LC_ALL, "")
  // Numbers that are written into files keep the point, whatever the language.
  setlocale(LC_NUMERIC, "C")
  bindtextdomain("uplift", localeFolder)
  bind_textdomain_codeset("uplift", "UTF-8")
}
