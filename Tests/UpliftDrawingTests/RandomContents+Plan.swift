import UpliftCore

extension RandomContents {
  private mutating func ranks(_ most: Int) -> [Rank] {
    Rank.spread(Int.random(in: 0...most, using: &generator))
  }

  private mutating func day() -> CalendarDay? {
    guard Int.random(in: 0..<6, using: &generator) > 0 else { return nil }
    return CalendarDay(
      year: 2026, month: Int.random(in: 1...12, using: &generator),
      day: Int.random(in: 1...28, using: &generator))
  }

  private mutating func long(_ most: Int) -> String {
    (0..<Int.random(in: 1...most, using: &generator)).map { _ in text() }.joined(separator: " ")
  }

  private mutating func number(_ range: ClosedRange<Double>) -> Double? {
    Int.random(in: 0..<5, using: &generator) == 0 ? nil : .random(in: range, using: &generator)
  }

  /// A workspace with records of every practice.
  mutating func plan() -> WorkspaceContents {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: text()))
    contents.organisations = [
      Organisation(rank: .middle, vision: text(), brandColour: "#FFCC00")
    ]
    addJourney(to: &contents)
    addEvidence(to: &contents)
    addChanges(to: &contents)
    addPeople(to: &contents)
    return contents
  }

  private mutating func addJourney(to contents: inout WorkspaceContents) {
    let journey = journey()
    contents.journeyMaps = [journey.map]
    contents.stages = journey.stages
    contents.steps = journey.steps
    contents.lanes = journey.lanes
    contents.blueprintLines = journey.lines
    contents.cards = Array(journey.cards.values)
    contents.personas = journey.personas
    contents.departments = journey.departments
    contents.stepDepartments = journey.steps.flatMap { step in
      journey.departments.compactMap {
        Bool.random(using: &generator)
          ? StepDepartment(stepID: step.id, departmentID: $0.id, contribution: text()) : nil
      }
    }
    contents.causes = contents.cards.prefix(12).flatMap { card in
      Rank.spread(3).map {
        Cause(
          cardID: card.id, rank: $0, text: text(),
          factor: Cause.Factor.allCases.randomElement(using: &generator))
      }
    }
  }

  private mutating func addEvidence(to contents: inout WorkspaceContents) {
    contents.promises = ranks(40).map {
      Promise(rank: $0, title: text(), toWhom: text(), due: day())
    }
    contents.dialogues = ranks(8).map {
      Dialogue(
        rank: $0, day: day(), customer: text(), likes: text(), wouldImprove: long(30))
    }
    contents.metrics = ranks(5).map { Metric(rank: $0, title: text(), source: text()) }
    contents.readings = contents.metrics.flatMap { metric in
      ranks(20).compactMap { _ in
        day().map {
          Reading(
            metricID: metric.id, day: $0, value: .random(in: -40...60, using: &generator),
            sampleSize: 120, method: text())
        }
      }
    }
    contents.breakdowns = ranks(9).map {
      Breakdown(rank: $0, title: text(), day: day(), lesson: long(4), change: text())
    }
    contents.standards = ranks(9).map { Standard(rank: $0, practice: text(), keeper: text()) }
  }

  private mutating func addChanges(to contents: inout WorkspaceContents) {
    contents.goals = ranks(6).map { Goal(rank: $0, title: text(), owner: text()) }
    contents.initiatives = ranks(30).map {
      Initiative(
        rank: $0, title: text(), goal: text(), owner: text(), startDay: day(), endDay: day(),
        pilotStart: day(), pilotLearned: text())
    }
    contents.opportunities = ranks(25).map {
      Opportunity(
        rank: $0, title: text(), value: number(1...5), effort: number(0.2...12),
        reach: number(1...5000), confidence: number(0...1), notes: long(3))
    }
    contents.gutScores = contents.opportunities.flatMap { one in
      ranks(3).map {
        GutScore(opportunityID: one.id, rank: $0, score: .random(in: 1...5, using: &generator))
      }
    }
    contents.resourceNeeds = contents.initiatives.flatMap { one in
      ranks(3).map {
        ResourceNeed(
          initiativeID: one.id, rank: $0, title: text(),
          departmentID: contents.departments.randomElement(using: &generator)?.id,
          askedPeople: number(0...9), grantedPeople: number(0...9), askedMoney: 1_200_000,
          startDay: day(), endDay: day())
      }
    }
    contents.barriers = ranks(12).map { Barrier(rank: $0, title: text(), openedOn: day()) }
    contents.milestones = ranks(9).map {
      Milestone(rank: $0, title: text(), meaning: text(), due: day(), reachedOn: day())
    }
    contents.decisions = ranks(9).map { Decision(rank: $0, title: text()) }
    contents.workRoles = ranks(7).map { WorkRole(rank: $0, title: text()) }
    contents.decisionRoles = contents.decisions.flatMap { decision in
      contents.workRoles.compactMap {
        Bool.random(using: &generator)
          ? DecisionRole(
            decisionID: decision.id, roleID: $0.id,
            part: DecisionRole.Part.allCases.randomElement(using: &generator) ?? .informed) : nil
      }
    }
  }

  private mutating func addPeople(to contents: inout WorkspaceContents) {
    contents.leaders = ranks(6).map {
      Leader(rank: $0, name: text(), commitment: text(), signedOn: day())
    }
    contents.skills = ranks(8).map { Skill(rank: $0, title: text()) }
    contents.skillLevels = contents.skills.flatMap { skill in
      contents.workRoles.map { SkillLevel(skillID: skill.id, roleID: $0.id, needed: 3, present: 1) }
    }
    contents.trainings = ranks(12).map {
      Training(
        rank: $0, title: text(),
        wave: Training.Wave.allCases.randomElement(using: &generator) ?? .leaders, trainer: text(),
        day: day(), headcount: 12, doneOn: day())
    }
    contents.audiences = ranks(9).map { Audience(rank: $0, title: text(), size: 30) }
    contents.messages = ranks(9).map {
      Message(rank: $0, title: text(), messenger: text(), day: day())
    }
    contents.messageAudiences = contents.messages.flatMap { message in
      contents.audiences.prefix(3).map { MessageAudience(messageID: message.id, audienceID: $0.id) }
    }
    contents.cultureValues = ranks(6).map {
      CultureValue(rank: $0, title: text(), meaning: text())
    }
    contents.champions = ranks(9).map {
      Champion(rank: $0, toName: text(), fromName: text(), day: day(), story: long(12))
    }
    contents.readinessRounds = ranks(3).map {
      ReadinessRound(rank: $0, title: text(), day: day())
    }
    contents.readinessRatings = contents.readinessRounds.flatMap { round in
      ReadinessRating.Condition.allCases.flatMap { condition in
        (0..<3).map {
          ReadinessRating(
            roundID: round.id, condition: condition, rater: "Rater \($0)",
            score: .random(in: 0...5, using: &generator))
        }
      }
    }
    contents.climatePulses = contents.departments.map {
      ClimatePulse(
        rank: .middle, departmentID: $0.id, day: day(), openness: number(1...5),
        respect: number(1...5), teamwork: number(1...5), sampleSize: 14)
    }
    contents.turnovers = ranks(4).map {
      Turnover(rank: $0, title: text(), leavers: 3, salary: 3_000_000, recruiting: 0.1)
    }
    contents.employeeVoices = ranks(9).map { EmployeeVoice(rank: $0, text: text(), day: day()) }
  }
}
