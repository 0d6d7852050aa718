import UpliftCore

/// What can be drawn and exported.
public enum Picture: Sendable {
  case journey(JourneyContents)
  case board(BoardContents)

  /// - Parameter pageHeight: as in the layouts' options.
  public func scene(
    measuring: any TextMeasuring, theme: Theme, pageHeight: Double? = nil,
    cache: LayoutCache = LayoutCache()
  ) -> Scene {
    switch self {
    case .journey(let contents):
      var options = JourneyLayout.Options()
      options.pageHeight = pageHeight
      return JourneyLayout.scene(
        for: contents, measuring: measuring, theme: theme, options: options, cache: cache)
    case .board(let contents):
      var options = BoardLayout.Options()
      options.pageHeight = pageHeight
      return BoardLayout.scene(
        for: contents, measuring: measuring, theme: theme, options: options, cache: cache)
    }
  }
}
