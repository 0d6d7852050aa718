import UpliftCore
import UpliftDrawing

/// A map that was read and laid out on another thread, to be shown on the main one.
nonisolated struct PreparedJourney {
  let contents: JourneyContents
  let measuring: PangoTextMeasuring
  /// Holds the map's pictures already.
  let cache: LayoutCache

  /// Nil when there are no fonts.
  init?(_ contents: JourneyContents) {
    guard let measuring = PangoTextMeasuring() else { return nil }
    self.contents = contents
    self.measuring = measuring
    cache = LayoutCache()
    _ = JourneyLayout.scene(
      for: contents, measuring: measuring, theme: .light, cache: cache)
  }
}
