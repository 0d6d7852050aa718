import Testing
import UpliftDrawing

@Suite struct PreparedTextTests {
  @Test func measuringManyAtOnceGivesTheSameSizes() throws {
    let words = ["return", "Rückgabe", "مرتجع", "退货", "🙂📦", "counter", "été", "a"]
    var texts: [WrappedText] = []
    for number in 0..<900 {
      let chosen = (0...(number % 9)).map { words[(number * 7 + $0 * 3) % words.count] }
      let style = TextStyle(size: 13, weight: number % 2 == 0 ? .regular : .bold)
      let width = Double(60 + number % 90)
      texts.append(WrappedText(chosen.joined(separator: " "), style: style, width: width))
    }
    let prepared = try #require(PangoTextMeasuring())
    prepared.prepare(texts)
    let plain = try #require(PangoTextMeasuring())
    for text in texts {
      #expect(
        prepared.size(of: text.text, style: text.style, width: text.width)
          == plain.size(of: text.text, style: text.style, width: text.width))
    }
  }
}
