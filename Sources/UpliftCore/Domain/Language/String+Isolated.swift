extension String {
  /// As a part of a line that keeps its own direction of writing, whatever stands beside it:
  /// Unicode's first strong isolate.
  public var isolated: String { "\u{2068}\(self)\u{2069}" }
}
