/// Sentences that say how days, months and quarters are written: in the locale's way or in the ISO
/// one; once, where both are the same.
enum DayExamples {
  static func dates(_ example: String, _ iso: String) -> String {
    example == iso
      ? tr("dates like {example}", ["example": iso])
      : tr("dates like {example} or {iso}", ["example": example, "iso": iso])
  }

  static func datesUpToToday(_ example: String, _ iso: String) -> String {
    example == iso
      ? tr("dates like {example}, up to today", ["example": iso])
      : tr("dates like {example} or {iso}, up to today", ["example": example, "iso": iso])
  }

  static func months(_ example: String, _ iso: String) -> String {
    example == iso
      ? tr("months like {example}", ["example": iso])
      : tr("months like {example} or {iso}", ["example": example, "iso": iso])
  }

  static func quarters(_ example: String, _ iso: String) -> String {
    example == iso
      ? tr("quarters like {example}", ["example": iso])
      : tr("quarters like {example} or {iso}", ["example": example, "iso": iso])
  }
}
