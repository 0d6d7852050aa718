import UpliftCore

/// Where the curves of a lane of emotions run.
struct CurveBand {
  /// Of the lane's top.
  var y: Double
  /// Points, with the margins above and below the ends of the scale.
  var height: Double

  /// - Parameter value: −2…+2; what is outside stands at the nearest end.
  func y(of value: Double) -> Double {
    let scale = Emotion.scale
    let bounded = min(max(value, scale.lowerBound), scale.upperBound)
    let share = (scale.upperBound - bounded) / (scale.upperBound - scale.lowerBound)
    return y + JourneyComposer.emotionMargin
      + share * (height - 2 * JourneyComposer.emotionMargin)
  }
}
