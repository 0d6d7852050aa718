import UpliftCore

/// What can be drawn and exported.
public enum Picture: Sendable {
  case journey(JourneyContents)
  case board(BoardContents)
  /// Its sheet.
  case persona(PersonaProfile)
  /// Set on pages; as a picture its first page.
  case document(TextDocument, fitsOnePage: Bool)
  /// Four to a sheet; as a picture the first sheet.
  case postcards(ChampionCards)
  /// The overlay of two maps with the differences of these sorts, and a list of them for documents.
  case comparison(JourneyComparison, Set<Difference.Sort>)
  /// Of figures.
  case chart(any Chart, ChartOptions)

  /// - Parameters:
  ///   - pageHeight: as in the layouts' options.
  ///   - showsAdditions: true for a screen: with places to add something at.
  public func scene(
    measuring: any TextMeasuring, theme: Theme, pageHeight: Double? = nil,
    showsAdditions: Bool = true, cache: LayoutCache = LayoutCache()
  ) -> Scene {
    switch self {
    case .journey(let contents):
      var options = JourneyLayout.Options()
      options.pageHeight = pageHeight
      return JourneyLayout.scene(
        for: contents, measuring: measuring, theme: theme, options: options, cache: cache)
    case .chart(let chart, let options):
      return chart.scene(measuring: measuring, theme: theme, options: options)
    case .persona(let profile):
      return PersonaSheet.pages(
        for: profile, measuring: measuring, theme: theme, paper: nil)[0]
    case .document(let document, let fitsOnePage):
      let paper = PageFormat.a4.paper ?? Size(595.276, 841.89)
      return DocumentLayout.pages(
        of: document, measuring: measuring, theme: theme, paper: paper, fitsOnePage: fitsOnePage
      )[0].scene
    case .postcards(let cards):
      return PostcardSheets.pages(for: cards, measuring: measuring, theme: theme)[0].scene
    case .comparison(let comparison, let shown):
      var options = JourneyLayout.Options()
      options.pageHeight = pageHeight
      var scene = ComparisonLayout.scene(
        for: comparison, shown: shown, measuring: measuring, theme: theme, options: options,
        cache: cache)
      scene.appendix = ComparisonLayout.appendix(for: comparison, shown: shown)
      return scene
    case .board(let contents):
      var options = BoardLayout.Options()
      options.showsAdditions = showsAdditions
      options.pageHeight = pageHeight
      return BoardLayout.scene(
        for: contents, measuring: measuring, theme: theme, options: options, cache: cache)
    }
  }
}
