import Foundation
import Testing

/// The colours of the window, light and dark.
@Suite struct StyleTests {
  /// What stands on what.
  static let pairs: [(String, [String])] = [
    (
      "up_text",
      [
        "up_window", "up_sidebar", "up_panel", "up_view", "up_board", "up_field", "up_control",
        "up_control_hover", "up_control_active", "up_selected", "up_chosen",
      ]
    ),
    (
      "up_dim",
      ["up_window", "up_sidebar", "up_panel", "up_view", "up_board", "up_field", "up_selected"]
    ),
    ("up_accent_text", ["up_accent", "up_accent_hover"]),
    ("up_on_soft", ["up_accent_soft", "up_accent_middle"]),
    ("up_notice_text", ["up_notice"]),
    ("up_error_text", ["up_error"]),
    ("up_toast_text", ["up_toast"]),
    ("up_toast_link", ["up_toast"]),
  ]

  private func colours(_ name: String) throws -> [String: String] {
    let text = try String(
      contentsOf: ProjectFolder.data.appending(path: "style/\(name).css"), encoding: .utf8)
    var result: [String: String] = [:]
    for match in text.matches(of: /@define-color (\w+) ([^;]+);/) {
      result[String(match.1)] = String(match.2)
    }
    return result
  }

  /// WCAG 2 relative luminance of `#rrggbb`.
  private func luminance(_ colour: String) throws -> Double {
    let hex = try #require(UInt32(colour.dropFirst(), radix: 16), "\(colour)")
    func linear(_ shift: UInt32) -> Double {
      let part = Double(hex >> shift & 0xff) / 255
      return part <= 0.040_45 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }

  @Test(arguments: ["uplift", "uplift-dark"]) func textCanBeRead(_ name: String) throws {
    let colours = try colours(name)
    for (text, grounds) in Self.pairs {
      for ground in grounds {
        let values = [
          try luminance(colours[text] ?? "none"), try luminance(colours[ground] ?? "none"),
        ].sorted()
        let contrast = (values[1] + 0.05) / (values[0] + 0.05)
        #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
      }
    }
  }

  @Test func everyColourHasAValueInTheDarkToo() throws {
    let light = try colours("uplift")
    #expect(Set(light.keys) == Set(try colours("uplift-dark").keys))
    let texts = try ["uplift", "uplift-pages"].map {
      try String(contentsOf: ProjectFolder.data.appending(path: "style/\($0).css"), encoding: .utf8)
    }
    let used = Set(texts.joined().matches(of: /@(up_\w+)/).map { String($0.1) })
    #expect(used.subtracting(light.keys).isEmpty)
  }
}
