extension JourneyWords {
  /// −2…+2 as a word: "very bad" to "delighted".
  public static func emotionWord(_ value: Double) -> String {
    switch value {
    case ...(-1.5): tr("very bad")
    case ...(-0.5): tr("bad")
    case ..<0.5: tr("neither good nor bad")
    case ..<1.5: tr("good")
    default: tr("delighted")
    }
  }

  /// The value that a text says, as a number or in the words of the scale: "−2", "+1,5", "good".
  /// Nil when it says none, or one outside the scale.
  public static func emotion(in text: String) -> Double? {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let plain = String(
      text.map { character -> Character in
        switch character {
        case "−", "–": "-"
        case ",": "."
        default: character
        }
      })
    if let value = Double(plain) { return Emotion.scale.contains(value) ? value : nil }
    return stride(from: Emotion.scale.lowerBound, through: Emotion.scale.upperBound, by: 1)
      .first { emotionWord($0).compare(text, options: [.caseInsensitive]) == .orderedSame }
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
