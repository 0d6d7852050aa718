import UpliftCore

/// How wide columns are when nobody has set it.
extension JourneyComposer {
  /// Points.
  static let usualColumnWidth = 148.0
  /// No word makes columns wider than this.
  private static let widestFitting = 260.0

  /// As wide as the longest word of the steps' titles needs, within bounds.
  static func fittingColumnWidth(
    _ contents: JourneyContents, measuring: any TextMeasuring, type: TypeScale, cache: LayoutCache
  ) -> Double {
    let titles = contents.steps.map(\.title)
    let moments = contents.steps.map {
      ($0.isMomentOfTruth ? 1.0 : 0) + ($0.opensMapID == nil ? 0 : 2)
    }
    let key = LayoutCache.Key(part: "fit", texts: titles, numbers: moments)
    return cache.content(for: key) {
      let widths = contents.steps.map { step in
        let words = step.title.split(whereSeparator: \.isWhitespace).filter(isUnbroken)
        let longest = words.map { measuring.naturalWidth(of: String($0), style: type.step) }.max()
        return (longest ?? 0).rounded(.up) + 20 + (step.isMomentOfTruth ? starSize + 5 : 0)
          + (step.opensMapID == nil ? 0 : NestedMapMark.side + 5)
      }
      let needed = widths.max() ?? 0
      return LayoutCache.SizedContent(
        content: ItemContent([]), height: min(max(usualColumnWidth, needed), widestFitting))
    }.height
  }

  /// Scripts without spaces break their lines anywhere.
  private static func isUnbroken(_ word: Substring) -> Bool {
    word.count > 12 && word.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
  }
}
