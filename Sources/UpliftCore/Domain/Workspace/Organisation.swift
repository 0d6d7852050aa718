import Foundation

/// Whose work it is: the vision, how money and years are counted, and how documents look. There is
/// at most one in use: the first.
public struct Organisation: Ranked, RangedFields {
  public static let kind = EntityKind.organisation

  public var id: UUID
  public var rank: Rank
  /// What it wants to be for its customers, in one sentence.
  public var vision: String
  /// Until when.
  public var visionHorizon: CalendarDay?
  /// ISO 4217: "EUR". Empty: the one of the place where the program runs.
  public var currency: String
  /// Month that the fiscal year begins with, 1…12.
  public var fiscalYearStart: Int
  /// The logo.
  public var pictureID: UUID?
  /// Of headings in documents: "#1A5FB4". Empty: the program's own.
  public var brandColour: String
  /// Family of documents. Empty: the program's own.
  public var brandFont: String

  public init(
    id: UUID = UUID(),
    rank: Rank,
    vision: String = "",
    visionHorizon: CalendarDay? = nil,
    currency: String = "",
    fiscalYearStart: Int = 1,
    pictureID: UUID? = nil,
    brandColour: String = "",
    brandFont: String = ""
  ) {
    self.id = id
    self.rank = rank
    self.vision = vision
    self.visionHorizon = visionHorizon
    self.currency = currency
    self.fiscalYearStart = fiscalYearStart
    self.pictureID = pictureID
    self.brandColour = brandColour
    self.brandFont = brandFont
  }

  public static let ranges: [FieldRange<Organisation>] = [
    .field("fiscalYearStart", 1...12, \.fiscalYearStart)
  ]
}
