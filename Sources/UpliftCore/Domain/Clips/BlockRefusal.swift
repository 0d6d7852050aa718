/// Why a block is not pasted; nothing of it is then.
public enum BlockRefusal: Error, Equatable, Sendable {
  /// A text that is no value of the scale, in a row that lands on a lane of emotions.
  case noEmotion(String, lane: String)
  /// Several lines for the one value that stands at a step.
  case severalEmotions(lane: String)
  /// A text that is no department's name, in a row that lands on a lane of departments.
  case noDepartment(String, lane: String)
  /// Rows below the last lane, more than new lanes are made for.
  case tooManyRows(Int)
}
