extension JourneyWords {
  /// −2…+2 as a word: "very bad" to "delighted".
  public static func emotionWord(_ value: Double) -> String {
    switch value {
    case ..<(-1.5): tr("very bad")
    case ..<(-0.5): tr("bad")
    case ..<0.5: tr("neither good nor bad")
    case ..<1.5: tr("good")
    default: tr("delighted")
    }
  }

  /// "Words".
  public static func name(of scale: Lane.EmotionScale) -> String {
    switch scale {
    case .words: tr("Words")
    case .faces: tr("Faces")
    case .numbers: tr("Numbers")
    }
  }

  /// What an emotion is said as: "bad, −1".
  public static func spokenEmotion(_ value: Double) -> String {
    tr("{word}, {value}", ["word": emotionWord(value), "value": emotion(value)])
  }

  /// "Website".
  public static func name(of mark: Channel.Mark) -> String {
    Channel.standard.first { $0.mark == mark }?.name ?? tr("Other")
  }
}
