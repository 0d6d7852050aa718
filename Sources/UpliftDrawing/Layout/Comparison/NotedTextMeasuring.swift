import UpliftCore

/// Measures texts with notes below them as they are drawn: the notes in smaller type.
final class NotedTextMeasuring: TextMeasuring {
  private let measuring: any TextMeasuring
  private let titles: [String: NotedTitles.Title]

  init(_ measuring: any TextMeasuring, _ titles: NotedTitles) {
    self.measuring = measuring
    self.titles = Dictionary(
      titles.titles.values.filter { !$0.whole.isEmpty }.map { ($0.whole, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func size(of text: String, style: TextStyle, width: Double) -> Size {
    guard let title = titles[text] else {
      return measuring.size(of: text, style: style, width: width)
    }
    return title.rows(style).reduce(into: Size.zero) { size, row in
      let own = measuring.size(of: row.text, style: row.style, width: width)
      size = Size(max(size.width, own.width), size.height + own.height)
    }
  }

  func naturalWidth(of text: String, style: TextStyle) -> Double {
    guard let title = titles[text] else { return measuring.naturalWidth(of: text, style: style) }
    return title.rows(style).map { measuring.naturalWidth(of: $0.text, style: $0.style) }.max() ?? 0
  }

  func prepare(_ texts: [WrappedText]) {
    measuring.prepare(
      texts.flatMap { text in
        titles[text.text]?.rows(text.style)
          .map { WrappedText($0.text, style: $0.style, width: text.width) } ?? [text]
      })
  }
}
