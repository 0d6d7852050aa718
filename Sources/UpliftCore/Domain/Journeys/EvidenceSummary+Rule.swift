extension EvidenceSummary {
  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Assumed: cards of that evidence level, out of all cards. A step has evidence when an observed or reported card stands there or reaches over it."
    )
  }

  /// Assumed cards, out of all.
  public var assumed: Proportion { Proportion(cards[.assumed] ?? 0, of: cardCount) }
}
