import Foundation

/// What an interviewer gives a candidate for a criterion.
public struct CandidateScore: Entity, RangedFields {
  public static let kind = EntityKind.candidateScore

  public var id: UUID
  public var candidateID: UUID
  public var criterionID: UUID
  public var interviewer: String
  /// 0 (not seen) … 5 (outstanding).
  public var score: Int
  public var note: String

  public init(
    id: UUID = UUID(),
    candidateID: UUID,
    criterionID: UUID,
    interviewer: String = "",
    score: Int = 0,
    note: String = ""
  ) {
    self.id = id
    self.candidateID = candidateID
    self.criterionID = criterionID
    self.interviewer = interviewer
    self.score = score
    self.note = note
  }

  public static let ranges: [FieldRange<CandidateScore>] = [
    .field("score", 0...5, \.score)
  ]
}
