import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct TextTests {
  @Test func directionIsThatOfTheFirstLetter() {
    #expect(TextDirection.isRightToLeft("12 – شحن parcel") == true)
    #expect(TextDirection.isRightToLeft("“parcel” شحن") == false)
    #expect(TextDirection.isRightToLeft("退货") == false)
    #expect(TextDirection.isRightToLeft("12:30 …") == nil)
    #expect(TextDirection.isMainlyRightToLeft(["א", "ב", "a", "1"]))
    #expect(!TextDirection.isMainlyRightToLeft(["א", "a"]))
  }

  @Test func addressesAreFoundAndOthersAreNot() {
    #expect(WebAddress.first(in: ["see https://example.org/a?b=c."]) == "https://example.org/a?b=c")
    #expect(WebAddress.first(in: ["", "(HTTP://EXAMPLE.ORG)"]) == "HTTP://EXAMPLE.ORG")
    #expect(WebAddress.first(in: ["mailto:jo@example.org"]) == "mailto:jo@example.org")
    for text in ["javascript:alert(1)", "file:///etc/passwd", "https://", "Note: http", "x"] {
      #expect(WebAddress.first(in: [text]) == nil)
    }
    #expect(WebAddress.first(in: ["https://a.example/'onload='x"]) == "https://a.example/")
  }
}

extension PaintingTests {
  @Suite struct PangoTests {
    @Test func pangoWrapsAnythingIntoAnyWidth() throws {
      let measuring = try #require(PangoTextMeasuring())
      let style = TextStyle(size: 13)
      let word = "Rückerstattungsverfahrensbestätigungsschreiben"
      let narrow = measuring.size(of: word, style: style, width: 60)
      #expect(narrow.width <= 60)
      #expect(narrow.height > 3 * style.size)
      #expect(measuring.naturalWidth(of: word, style: style) > 200)
      #expect(measuring.size(of: "a\nb", style: style, width: 60).height > 2 * style.size)
      // What follows a zero byte is measured as well.
      #expect(
        measuring.naturalWidth(of: "ab\0cdef", style: style)
          > measuring.naturalWidth(of: "ab", style: style) + 10)
    }

    @Test func sizesDoNotDependOnTheResolution() throws {
      let measuring = try #require(PangoTextMeasuring())
      let height = measuring.size(of: "X", style: TextStyle(size: 100), width: 500).height
      #expect(height > 100 && height < 170)
    }
  }
}
