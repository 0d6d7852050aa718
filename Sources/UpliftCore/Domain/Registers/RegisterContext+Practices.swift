import Foundation

/// What practices work out of their records, for columns: each once, until something changes.
extension RegisterContext {
  /// What is worked out of each record, by its id.
  private func byID<Item: Identifiable>(_ items: [Item]) -> [UUID: Item] where Item.ID == UUID {
    Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var leaderFigures: LeaderFigures {
    figures(LeaderFigures.self) {
      LeaderFigures(records(Leader.self), acts: records(LeaderAct.self), today: today)
    }
  }

  func leader(_ id: UUID) -> LeaderFigures.Item? {
    figures([UUID: LeaderFigures.Item].self) { byID(leaderFigures.items) }[id]
  }

  /// Initiatives that serve a goal and are not dropped.
  func initiatives(serving goal: UUID) -> [Initiative] {
    figures([UUID: GoalCoverage.Item].self) {
      byID(GoalCoverage(records(Goal.self), initiatives: records(Initiative.self)).items)
    }[goal]?.initiatives ?? []
  }

  /// Who has which part in a decision, in the order of the roles.
  func parts(of decision: UUID) -> [DecisionPart] {
    figures([UUID: [DecisionPart]].self) {
      let roles = Dictionary(
        records(WorkRole.self).inOrder().enumerated().map { ($1.id, (place: $0, role: $1)) },
        uniquingKeysWith: { first, _ in first })
      return Dictionary(grouping: records(DecisionRole.self), by: \.decisionID).mapValues { own in
        own.compactMap { part in
          roles[part.roleID].map { ($0.place, DecisionPart(role: $0.role, part: part.part)) }
        }.sorted { $0.0 < $1.0 }.map(\.1)
      }
    }[decision] ?? []
  }

  var coverage: CommunicationCoverage {
    figures(CommunicationCoverage.self) {
      CommunicationCoverage(
        audiences: records(Audience.self), messages: records(Message.self),
        heard: records(MessageAudience.self),
        months: CommunicationCoverage.months(around: today))
    }
  }

  func coverage(of audience: UUID) -> CommunicationCoverage.Row? {
    figures([UUID: CommunicationCoverage.Row].self) { byID(coverage.rows) }[audience]
  }

  var initiativesByID: [UUID: Initiative] {
    figures([UUID: Initiative].self) { byID(records(Initiative.self)) }
  }

  func training(_ id: UUID) -> Training? { record(Training.self, id) }

  /// How it looks back at its training; nil: the training is not done.
  func due(_ followUp: FollowUp) -> FollowUpsDue.Item? {
    training(followUp.trainingID).flatMap {
      FollowUpsDue.item($0, days: followUp.days, followUp, today: today)
    }
  }

  var followUps: FollowUpsDue {
    figures(FollowUpsDue.self) {
      FollowUpsDue(records(Training.self), followUps: records(FollowUp.self), today: today)
    }
  }

  /// Trainings of a lower wave that begin before the one above them is done.
  var tooEarly: Set<UUID> {
    figures(Set<UUID>.self) {
      Set(
        TrainingCascade(records(Training.self), today: today).modules.flatMap(\.faults)
          .map(\.lower.id))
    }
  }

  var skillGaps: SkillGaps {
    figures(SkillGaps.self) {
      SkillGaps(
        skills: records(Skill.self), roles: records(WorkRole.self),
        levels: records(SkillLevel.self))
    }
  }

  func gap(of role: UUID) -> SkillGaps.Row? {
    figures([UUID: SkillGaps.Row].self) { byID(skillGaps.rows) }[role]
  }

  /// What roles lack of each skill, and which of them can train others in it.
  func need(of skill: UUID) -> SkillNeed? {
    figures([UUID: SkillNeed].self) {
      let gaps = skillGaps
      let without = Set(gaps.skillsWithoutTrainer.map(\.id))
      var needs = gaps.skills.map { SkillNeed(lacksTrainer: without.contains($0.id)) }
      for row in gaps.rows {
        for (place, level) in row.levels {
          needs[place].gap += row.cell(place).gap ?? 0
          if (level.present ?? 0) >= SkillGaps.trainsOthers {
            needs[place].trainers.append(row.role.title)
          }
        }
      }
      return Dictionary(
        zip(gaps.skills.map(\.id), needs), uniquingKeysWith: { first, _ in first })
    }[skill]
  }

  var climate: ClimateFigures {
    figures(ClimateFigures.self) {
      ClimateFigures(
        records(ClimatePulse.self), departments: records(Department.self), today: today)
    }
  }

  /// The pulses that count: the newest of each place.
  var newestPulses: [UUID: ClimatePulse] {
    figures([UUID: ClimatePulse].self) { byID(climate.rows.compactMap(\.newest)) }
  }

  func contact(_ customer: UUID) -> DialogueCoverage.Contact? {
    figures([UUID: DialogueCoverage.Contact].self) { byID(contacts.contacts) }[customer]
  }

  var contacts: DialogueCoverage {
    figures(DialogueCoverage.self) {
      DialogueCoverage(
        customers: records(Customer.self), dialogues: records(Dialogue.self), today: today)
    }
  }

  func candidate(_ id: UUID) -> CandidateRanking.Item? {
    figures([UUID: CandidateRanking.Item].self) {
      let candidates = Dictionary(grouping: records(Candidate.self), by: \.roleID)
      let criteria = Dictionary(grouping: records(Criterion.self), by: \.roleID)
      let scores = Dictionary(grouping: records(CandidateScore.self), by: \.candidateID)
      return byID(
        candidates.flatMap { role, own in
          CandidateRanking(
            role: role, candidates: own, criteria: criteria[role] ?? [],
            scores: own.flatMap { scores[$0.id] ?? [] }
          ).items
        })
    }[id]
  }

  func round(_ id: UUID) -> ReadinessFigures.Round? {
    figures([UUID: ReadinessFigures.Round].self) {
      byID(
        ReadinessFigures(records(ReadinessRound.self), ratings: records(ReadinessRating.self))
          .rounds)
    }[id]
  }

  /// Open barriers before each milestone.
  func barriers(before milestone: UUID) -> [Barrier] {
    figures([UUID?: [Barrier]].self) {
      Dictionary(
        grouping: records(Barrier.self).filter { $0.clearedOn == nil }, by: \.milestoneID)
    }[milestone] ?? []
  }

  /// Which answer to "why?" a cause is in its chain, from 1, and how many the chain has.
  func place(of cause: UUID) -> ChainPlace? {
    figures([UUID: ChainPlace].self) {
      var places: [UUID: ChainPlace] = [:]
      let chains = Dictionary(grouping: records(Cause.self)) {
        ChainPlace.Chain(cardID: $0.cardID, number: $0.chain)
      }
      for chain in chains.values {
        for (index, cause) in chain.inOrder().enumerated() {
          places[cause.id] = ChainPlace(number: index + 1, of: chain.count)
        }
      }
      return places
    }[cause]
  }

  func behaviours(of value: UUID) -> Int {
    figures([UUID: [Behaviour]].self) {
      Dictionary(grouping: records(Behaviour.self), by: \.valueID)
    }[value]?.count ?? 0
  }

  func champions(showing value: UUID) -> Int {
    figures([UUID?: [Champion]].self) {
      Dictionary(grouping: records(Champion.self), by: \.valueID)
    }[value]?.count ?? 0
  }
}

/// A role and what it does in a decision.
struct DecisionPart {
  var role: WorkRole
  var part: DecisionRole.Part
}

/// What roles lack of a skill.
struct SkillNeed {
  /// Levels, all roles together.
  var gap = 0
  /// Titles of roles, in order.
  var trainers: [String] = []
  /// Somebody needs it, and nobody could train others in it.
  var lacksTrainer: Bool
}

/// Where a cause stands among the answers of its chain.
struct ChainPlace {
  struct Chain: Hashable {
    var cardID: UUID
    var number: Int
  }

  /// From 1.
  var number: Int
  var of: Int
}
