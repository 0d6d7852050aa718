import Foundation

/// Candidates for a role, weighed by what the role asks.
public struct CandidateRanking: Equatable, Sendable {
  /// What one interviewer makes of a candidate.
  public struct Scorecard: Equatable, Sendable {
    /// As it was spelled first.
    public var interviewer: String
    /// In the order of the criteria.
    public var scores: [CandidateScore]
    /// 0…5, over the criteria that this interviewer scored; nil when none of them weighs anything.
    public var weighted: Double?
  }

  public struct Item: Equatable, Sendable, Identifiable {
    public var candidate: Candidate
    /// From 1; equal scores share a place. Nil without a score.
    public var place: Int?
    /// 0…5.
    public var weighted: Double?
    /// Of each criterion the mean of its interviewers; nil: nobody scored it.
    public var means: [Double?]
    /// Of each interviewer, by name.
    public var scorecards: [Scorecard]

    public var id: UUID { candidate.id }
    /// Criteria with a weight that nobody scored.
    public var missing: Int
    /// Largest less smallest of the interviewers' weighted scores.
    public var disagreement: Double? {
      Spread(scorecards.compactMap(\.weighted)).range
    }
  }

  /// Of the role, in order.
  public let criteria: [Criterion]
  /// Best first; those without a score last, in order.
  public let items: [Item]

  /// - Parameter role: whose candidates and criteria are looked at.
  public init(
    role: UUID, candidates: [Candidate], criteria: [Criterion], scores: [CandidateScore]
  ) {
    let criteria = criteria.filter { $0.roleID == role }.inOrder()
    let places = Dictionary(
      criteria.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { $1 })
    let byCandidate = Dictionary(
      grouping: scores.filter { places[$0.criterionID] != nil }, by: \.candidateID)
    self.criteria = criteria
    var items = candidates.filter { $0.roleID == role }.inOrder().map { candidate in
      let own = (byCandidate[candidate.id] ?? []).sorted {
        (places[$0.criterionID] ?? 0, $0.id.uuidString)
          < (places[$1.criterionID] ?? 0, $1.id.uuidString)
      }
      let byCriterion = Dictionary(grouping: own, by: \.criterionID)
      let means = criteria.map { criterion in
        Spread((byCriterion[criterion.id] ?? []).map { Double($0.score) }).mean
      }
      let cards = Dictionary(grouping: own) { $0.interviewer.folded }.values
        .map { group in
          let byCriterion = Dictionary(grouping: group, by: \.criterionID)
          return Scorecard(
            interviewer: group.first?.interviewer
              .trimmingCharacters(in: .whitespacesAndNewlines) ?? "",
            scores: group,
            weighted: Self.weigh(
              criteria.map { criterion in
                Spread((byCriterion[criterion.id] ?? []).map { Double($0.score) }).mean
              }, criteria))
        }.sorted {
          ($0.interviewer.lowercased(), $0.interviewer)
            < ($1.interviewer.lowercased(), $1.interviewer)
        }
      return Item(
        candidate: candidate, place: nil, weighted: Self.weigh(means, criteria), means: means,
        scorecards: cards,
        missing: zip(means, criteria).count { $0 == nil && $1.weight > 0 })
    }
    items = items.enumerated().sorted { left, right in
      let (first, second) = (left.element.weighted ?? -1, right.element.weighted ?? -1)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
    for index in items.indices where items[index].weighted != nil {
      let isTie = index > 0 && items[index - 1].weighted == items[index].weighted
      items[index].place = isTie ? items[index - 1].place : index + 1
    }
    self.items = items
  }

  /// Σ weight × score ÷ Σ weight over the criteria that have a score; nil when their weights are 0.
  static func weigh(_ scores: [Double?], _ criteria: [Criterion]) -> Double? {
    var (sum, weights) = (0.0, 0.0)
    for (score, criterion) in zip(scores, criteria) {
      guard let score else { continue }
      sum += score * Double(criterion.weight)
      weights += Double(criterion.weight)
    }
    return weights > 0 ? sum / weights : nil
  }

  /// Candidates.
  public var n: Int { items.count }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Score: Σ weight × mean of the interviewers ÷ Σ weight, 0 to 5, over the criteria that were scored. Of one interviewer: the same with their own scores."
    )
  }
}
