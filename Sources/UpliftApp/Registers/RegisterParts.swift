import UpliftCore

/// What belongs to the records of some registers, and stands in their details.
@MainActor enum RegisterParts {
  /// Answers of one chain, so many at most: why, five times.
  static let longestChain = 5
  /// Readings in the details of their metric; all of them stand in their register.
  static let newestReadings = 12

  static func parts<Record: RegisterRecord>(
    of type: Record.Type, _ session: Session, go: @escaping (EntityReference) -> Void
  ) -> [any RegisterDetailsPart] {
    if type == Leader.self {
      return [
        ChildRegister<Leader, LeaderAct>(
          session, hidden: "leader", \.leaderID, stored: "leaderID", go: go)
      ]
    }
    if type == CultureValue.self {
      return [
        ChildRegister<CultureValue, Behaviour>(
          session, hidden: "value", \.valueID, stored: "valueID", go: go)
      ]
    }
    if type == Training.self {
      return [
        ChildRegister<Training, FollowUp>(
          session, hidden: "training", \.trainingID, stored: "trainingID", go: go)
      ]
    }
    if type == Opportunity.self {
      return [
        ChildRegister<Opportunity, GutScore>(
          session, hidden: "opportunity", \.opportunityID, stored: "opportunityID", go: go)
      ]
    }
    if type == WorkRole.self {
      return [
        ChildRegister<WorkRole, Criterion>(
          session, hidden: "role", \.roleID, stored: "roleID", go: go),
        ChildRegister<WorkRole, Candidate>(
          session, hidden: "role", \.roleID, stored: "roleID", go: go),
      ]
    }
    if type == Metric.self {
      return [
        ChildRegister<Metric, Reading>(
          session, hidden: ["metric"], newest: newestReadings,
          records: { metric in
            session.read { try session.workspace.readings(of: metric.id) } ?? []
          },
          belongs: { $0.metricID == $1.id },
          make: { reading, metric, own in
            var reading = reading
            reading.metricID = metric.id
            if own.isEmpty { (reading.stepID, reading.method, reading.value) = (nil, "", 0) }
            return reading
          }, go: go),
        MetricTargets(session),
      ]
    }
    if type == Cause.self { return [chain(session, go: go)] }
    return []
  }

  /// The chain that a cause stands in, from the pain point down: why, and why that?
  private static func chain(
    _ session: Session, go: @escaping (EntityReference) -> Void
  ) -> ChildRegister<Cause, Cause> {
    ChildRegister(
      session, title: tr("The chain: why, and why that?"), addTitle: tr("And why that?"),
      hidden: ["pain point", "chain"],
      records: { cause in
        session.read {
          try session.workspace.registered(Cause.self, where: "cardID", is: cause.cardID)
        } ?? []
      },
      belongs: { $0.cardID == $1.cardID && $0.chain == $1.chain },
      make: { new, cause, chain in
        guard chain.count < longestChain else { return nil }
        var new = new
        new.cardID = cause.cardID
        new.chain = cause.chain
        return new
      }, go: go)
  }
}
