import Foundation

/// What is worked out of opportunities and of links, for columns.
extension RegisterContext {
  /// What `gutAndData` reads.
  static let gutAndDataSources: Set<EntityKind> = [
    .opportunity, .gutScore, .card, .reading, .dialogue, .note, .cluster, .vote, .ballot, .voting,
    .link,
  ]

  /// Nil when there is no such opportunity.
  func gutAndData(of opportunityID: UUID) -> GutAndData? {
    if let known = knownGutAndData { return known[opportunityID] }
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: ""))
    contents.cards = records(Card.self)
    contents.readings = records(Reading.self)
    contents.dialogues = records(Dialogue.self)
    contents.notes = records(Note.self)
    contents.clusters = records(Cluster.self)
    contents.votes = records(Vote.self)
    contents.ballots = records(Ballot.self)
    contents.votings = records(Voting.self)
    contents.links = records(Link.self)
    let all = GutAndData.all(
      records(Opportunity.self), scores: records(GutScore.self),
      in: OpportunityEvidence.Records(contents))
    let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    knownGutAndData = byID
    return byID[opportunityID]
  }

  /// The links that say what a record is about.
  func linksAbout(_ reference: EntityReference) -> [Link] {
    if let known = knownLinksAbout { return known[reference] ?? [] }
    let all = Dictionary(
      grouping: records(Link.self).filter { $0.role == .about }, by: \.from)
    knownLinksAbout = all
    return all[reference] ?? []
  }

  /// The target that each metric has today, by the metric.
  var targetsInForce: [UUID: UUID] {
    if let knownTargets { return knownTargets }
    let all = Dictionary(grouping: records(TargetChange.self), by: \.metricID)
      .compactMapValues { $0.inForce(on: today)?.id }
    knownTargets = all
    return all
  }
}
