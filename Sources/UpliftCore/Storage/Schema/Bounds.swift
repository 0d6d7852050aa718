import Foundation

/// A record of a damaged or forged file that breaks a rule of the schema.
struct ImpossibleValue: Error {
  let kind: EntityKind
}

/// A record with numbers that only the file's rules keep within bounds. A damaged or forged file
/// breaks them, and what counts on them must never see it.
protocol Bounded: Entity {
  var isWithinBounds: Bool { get }
}

extension Bounded {
  func withinBounds() throws -> Self {
    guard isWithinBounds else { throw ImpossibleValue(kind: Self.kind) }
    return self
  }
}

extension Persona: Bounded {
  var isWithinBounds: Bool { age.map { (0...150).contains($0) } ?? true }
}

extension Card: Bounded {
  var isWithinBounds: Bool { (1...10_000).contains(span) }
}

extension Emotion: Bounded {
  var isWithinBounds: Bool { Emotion.scale.contains(value) }
}

extension AdvisoryGroup: Bounded {
  var isWithinBounds: Bool { minimumSize >= 1 && maximumSize >= minimumSize }
}

extension AgendaItem: Bounded {
  var isWithinBounds: Bool {
    (0...1440).contains(minutes) && (0...1440).contains(extraMinutes)
  }
}

extension Lane: Bounded {
  var isWithinBounds: Bool { height.map(Lane.heights.contains) ?? true }
}

extension JourneyMap: Bounded {
  var isWithinBounds: Bool { columnWidth.map(JourneyMap.columnWidths.contains) ?? true }
}

extension StoredPicture: Bounded {
  var isWithinBounds: Bool {
    (1...65_535).contains(width) && (1...65_535).contains(height)
      && (1...StoredPicture.largestSize).contains(data.count)
  }
}

extension Metric: Bounded {
  var isWithinBounds: Bool {
    [lowest, highest, target].allSatisfy { $0?.isFinite ?? true }
  }
}

extension Reading: Bounded {
  var isWithinBounds: Bool { value.isFinite && (sampleSize ?? 0) >= 0 }
}

extension Voting: Bounded {
  var isWithinBounds: Bool {
    Voting.limits.contains(votesEach) && Voting.limits.contains(votesEachThing)
      && Voting.voterLimits.contains(voters)
  }
}

extension Ballot: Bounded {
  var isWithinBounds: Bool { number >= 1 && Voting.voterLimits.contains(voters) }
}

extension Department: Bounded {}
extension Organisation: Bounded {}
extension TargetChange: Bounded {}
extension Cause: Bounded {}
extension Opportunity: Bounded {}
extension GutScore: Bounded {}
extension Audience: Bounded {}
extension ResourceNeed: Bounded {}
extension Training: Bounded {}
extension FollowUp: Bounded {}
extension SkillLevel: Bounded {}
extension ClimatePulse: Bounded {}
extension Turnover: Bounded {}
extension Criterion: Bounded {}
extension CandidateScore: Bounded {}
extension ReadinessRating: Bounded {}

extension Bounded where Self: RangedFields {
  var isWithinBounds: Bool { brokenRange == nil }
}
