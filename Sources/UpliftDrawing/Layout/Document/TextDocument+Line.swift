import UpliftCore

extension TextDocument.Item {
  /// With its remark.
  var line: String {
    guard !remark.isEmpty else { return text }
    // In a text of the other direction the remark keeps its own order: "(3 votes)".
    return (TextDirection.isRightToLeft(text) ?? false)
      == (TextDirection.isRightToLeft(remark) ?? false)
      ? "\(text) (\(remark))" : "\(text) \("(\(remark))".isolated)"
  }
}
