import Foundation

@testable import UpliftCore

// What came with version 4, a list each.
extension RandomContents {
  mutating func addPractices(to contents: inout WorkspaceContents) {
    addOrganisations(to: &contents)
    addCustomers(to: &contents)
    addTargetChanges(to: &contents)
    addLanePersonas(to: &contents)
    addCauses(to: &contents)
    addGoals(to: &contents)
    addLeaders(to: &contents)
    addLeaderActs(to: &contents)
    addWorkRoles(to: &contents)
    addCXRoles(to: &contents)
    addDecisions(to: &contents)
    addDecisionRoles(to: &contents)
    addOpportunitys(to: &contents)
    addGutScores(to: &contents)
    addInitiativeDepartments(to: &contents)
    addInitiativeCauses(to: &contents)
    addAudiences(to: &contents)
    addInitiativeAudiences(to: &contents)
    addMessages(to: &contents)
    addMessageAudiences(to: &contents)
    addResourceNeeds(to: &contents)
    addMilestones(to: &contents)
    addStandards(to: &contents)
    addBreakdowns(to: &contents)
    addTrainings(to: &contents)
    addFollowUps(to: &contents)
    addSkills(to: &contents)
    addSkillLevels(to: &contents)
    addTips(to: &contents)
    addCultureValues(to: &contents)
    addBehaviours(to: &contents)
    addPurposeAnswers(to: &contents)
    addClimatePulses(to: &contents)
    addEmployeeVoices(to: &contents)
    addTurnovers(to: &contents)
    addChampions(to: &contents)
    addCriterions(to: &contents)
    addCandidates(to: &contents)
    addCandidateScores(to: &contents)
    addReadinessRounds(to: &contents)
    addReadinessRatings(to: &contents)
    addPlanDocuments(to: &contents)
  }

  private static let someDay = CalendarDay("2026-11-21") ?? CalendarDay(Date())

  private var maybe: Bool { mutating get { Bool.random(using: &random) } }

  private mutating func whole(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  /// In eighths, which every format keeps.
  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    (Double.random(in: range, using: &random) * 8).rounded() / 8
  }

  private mutating func addOrganisations(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.organisations.append(
        Organisation(
          id: id(), rank: rank, vision: text(), visionHorizon: day(), currency: text(),
          fiscalYearStart: whole(1...12),
          pictureID: contents.pictures.randomElement(using: &random)?.id, brandColour: text(),
          brandFont: text()))
    }
  }

  private mutating func addCustomers(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.customers.append(
        Customer(
          id: id(), rank: rank, name: text(), segment: text(), owner: text(),
          isKey: Bool.random(using: &random), notes: text()))
    }
  }

  private mutating func addTargetChanges(to contents: inout WorkspaceContents) {
    for _ in ranks(count(3)) {
      guard let someMetric = contents.metrics.randomElement(using: &random) else { continue }
      contents.targetChanges.append(
        TargetChange(
          id: id(), metricID: someMetric.id, day: day() ?? Self.someDay,
          target: maybe ? number(-50...50) : nil, reason: text(), agreedBy: text()))
    }
  }

  private mutating func addLanePersonas(to contents: inout WorkspaceContents) {
    for _ in ranks(count(3)) {
      guard let someLane = contents.lanes.randomElement(using: &random) else { continue }
      let new = LanePersona(
        id: id(), laneID: someLane.id,
        personaID: maybe ? contents.personas.randomElement(using: &random)?.id : nil)
      let known = contents.lanePersonas.contains {
        $0.laneID == new.laneID && $0.personaID == new.personaID
      }
      if !known { contents.lanePersonas.append(new) }
    }
  }

  private mutating func addCauses(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      guard let someCard = contents.cards.randomElement(using: &random) else { continue }
      contents.causes.append(
        Cause(
          id: id(), cardID: someCard.id, rank: rank, chain: whole(1...1000), text: text(),
          factor: maybe ? Cause.Factor.allCases.randomElement(using: &random) : nil))
    }
  }

  private mutating func addGoals(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.goals.append(
        Goal(
          id: id(), rank: rank, title: text(), measure: text(),
          metricID: contents.metrics.randomElement(using: &random)?.id, due: day(), owner: text(),
          putOnHold: text()))
    }
  }

  private mutating func addLeaders(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.leaders.append(
        Leader(
          id: id(), rank: rank, name: text(), role: text(), commitment: text(), signedOn: day()))
    }
  }

  private mutating func addLeaderActs(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      guard let someLeader = contents.leaders.randomElement(using: &random) else { continue }
      contents.leaderActs.append(
        LeaderAct(
          id: id(), leaderID: someLeader.id, rank: rank, day: day(), text: text()))
    }
  }

  private mutating func addWorkRoles(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.workRoles.append(
        WorkRole(
          id: id(), rank: rank, title: text(),
          departmentID: contents.departments.randomElement(using: &random)?.id, purpose: text()))
    }
  }

  private mutating func addCXRoles(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.cxRoles.append(
        CXRole(
          id: id(), rank: rank, title: text(), holder: text(), team: text(), reportsTo: text(),
          seat: text(), departmentID: contents.departments.randomElement(using: &random)?.id))
    }
  }

  private mutating func addDecisions(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.decisions.append(
        Decision(
          id: id(), rank: rank, title: text(), notes: text()))
    }
  }

  private mutating func addDecisionRoles(to contents: inout WorkspaceContents) {
    for _ in ranks(count(3)) {
      guard let someDecision = contents.decisions.randomElement(using: &random),
        let someWorkRole = contents.workRoles.randomElement(using: &random)
      else { continue }
      let new = DecisionRole(
        id: id(), decisionID: someDecision.id, roleID: someWorkRole.id,
        part: DecisionRole.Part.allCases.randomElement(using: &random) ?? .consulted)
      let known = contents.decisionRoles.contains {
        $0.ownerID == new.ownerID && $0.targetID == new.targetID
      }
      if !known { contents.decisionRoles.append(new) }
    }
  }

  private mutating func addOpportunitys(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.opportunities.append(
        Opportunity(
          id: id(), rank: rank, cardID: contents.cards.randomElement(using: &random)?.id,
          title: text(), value: maybe ? number(1...5) : nil, effort: maybe ? number(0...100) : nil,
          reach: maybe ? number(0...100) : nil, confidence: maybe ? number(0...1) : nil,
          notes: text()))
    }
  }

  private mutating func addGutScores(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      guard let someOpportunity = contents.opportunities.randomElement(using: &random) else {
        continue
      }
      contents.gutScores.append(
        GutScore(
          id: id(), opportunityID: someOpportunity.id, rank: rank, rater: text(),
          score: whole(1...5), day: day()))
    }
  }

  private mutating func addInitiativeDepartments(to contents: inout WorkspaceContents) {
    for _ in ranks(count(3)) {
      guard let someInitiative = contents.initiatives.randomElement(using: &random),
        let someDepartment = contents.departments.randomElement(using: &random)
      else { continue }
      let new = InitiativeDepartment(
        id: id(), initiativeID: someInitiative.id, departmentID: someDepartment.id)
      let known = contents.initiativeDepartments.contains {
        $0.ownerID == new.ownerID && $0.targetID == new.targetID
      }
      if !known { contents.initiativeDepartments.append(new) }
    }
  }

  private mutating func addInitiativeCauses(to contents: inout WorkspaceContents) {
    for _ in ranks(count(3)) {
      guard let someInitiative = contents.initiatives.randomElement(using: &random),
        let someCause = contents.causes.randomElement(using: &random)
      else { continue }
      let new = InitiativeCause(
        id: id(), initiativeID: someInitiative.id, causeID: someCause.id)
      let known = contents.initiativeCauses.contains {
        $0.ownerID == new.ownerID && $0.targetID == new.targetID
      }
      if !known { contents.initiativeCauses.append(new) }
    }
  }

  private mutating func addAudiences(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.audiences.append(
        Audience(
          id: id(), rank: rank, title: text(), size: maybe ? whole(0...1000) : nil,
          isCustomers: Bool.random(using: &random)))
    }
  }

  private mutating func addInitiativeAudiences(to contents: inout WorkspaceContents) {
    for _ in ranks(count(3)) {
      guard let someInitiative = contents.initiatives.randomElement(using: &random),
        let someAudience = contents.audiences.randomElement(using: &random)
      else { continue }
      let new = InitiativeAudience(
        id: id(), initiativeID: someInitiative.id, audienceID: someAudience.id)
      let known = contents.initiativeAudiences.contains {
        $0.ownerID == new.ownerID && $0.targetID == new.targetID
      }
      if !known { contents.initiativeAudiences.append(new) }
    }
  }

  private mutating func addMessages(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.messages.append(
        Message(
          id: id(), rank: rank, title: text(), text: text(), channel: text(), author: text(),
          messenger: text(), day: day(),
          cadence: maybe ? MeetingSeries.Cadence.allCases.randomElement(using: &random) : nil,
          untilDay: day(), status: Message.Status.allCases.randomElement(using: &random) ?? .idea,
          initiativeID: contents.initiatives.randomElement(using: &random)?.id))
    }
  }

  private mutating func addMessageAudiences(to contents: inout WorkspaceContents) {
    for _ in ranks(count(3)) {
      guard let someMessage = contents.messages.randomElement(using: &random),
        let someAudience = contents.audiences.randomElement(using: &random)
      else { continue }
      let new = MessageAudience(
        id: id(), messageID: someMessage.id, audienceID: someAudience.id)
      let known = contents.messageAudiences.contains {
        $0.ownerID == new.ownerID && $0.targetID == new.targetID
      }
      if !known { contents.messageAudiences.append(new) }
    }
  }

  private mutating func addResourceNeeds(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      guard let someInitiative = contents.initiatives.randomElement(using: &random) else {
        continue
      }
      contents.resourceNeeds.append(
        ResourceNeed(
          id: id(), initiativeID: someInitiative.id, rank: rank, title: text(),
          need: ResourceNeed.Need.allCases.randomElement(using: &random) ?? .people,
          tool: maybe ? ResourceNeed.Tool.allCases.randomElement(using: &random) : nil,
          departmentID: contents.departments.randomElement(using: &random)?.id,
          askedPeople: maybe ? number(0...100) : nil, grantedPeople: maybe ? number(0...100) : nil,
          askedMoney: maybe ? whole(0...1000) : nil, grantedMoney: maybe ? whole(0...1000) : nil,
          startDay: day(), endDay: day()))
    }
  }

  private mutating func addMilestones(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.milestones.append(
        Milestone(
          id: id(), rank: rank, title: text(), meaning: text(), due: day(), reachedOn: day()))
    }
  }

  private mutating func addStandards(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.standards.append(
        Standard(
          id: id(), rank: rank, stepID: contents.steps.randomElement(using: &random)?.id,
          promiseID: contents.promises.randomElement(using: &random)?.id, practice: text(),
          howChecked: text(), keeper: text(), checkedOn: day()))
    }
  }

  private mutating func addBreakdowns(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.breakdowns.append(
        Breakdown(
          id: id(), rank: rank, title: text(), day: day(),
          stepID: contents.steps.randomElement(using: &random)?.id, lesson: text(), change: text(),
          changedOn: day()))
    }
  }

  private mutating func addTrainings(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.trainings.append(
        Training(
          id: id(), rank: rank, title: text(),
          wave: Training.Wave.allCases.randomElement(using: &random) ?? .frontLine, trainer: text(),
          audience: text(), day: day(), headcount: maybe ? whole(0...1000) : nil, doneOn: day(),
          checkedOn: day(), initiativeID: contents.initiatives.randomElement(using: &random)?.id))
    }
  }

  private mutating func addFollowUps(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      guard let someTraining = contents.trainings.randomElement(using: &random) else { continue }
      contents.followUps.append(
        FollowUp(
          id: id(), trainingID: someTraining.id, rank: rank, days: whole(1...1000), doneOn: day(),
          notes: text()))
    }
  }

  private mutating func addSkills(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.skills.append(
        Skill(
          id: id(), rank: rank, title: text(), meaning: text()))
    }
  }

  private mutating func addSkillLevels(to contents: inout WorkspaceContents) {
    for _ in ranks(count(3)) {
      guard let someSkill = contents.skills.randomElement(using: &random),
        let someWorkRole = contents.workRoles.randomElement(using: &random)
      else { continue }
      let new = SkillLevel(
        id: id(), skillID: someSkill.id, roleID: someWorkRole.id,
        needed: maybe ? whole(0...4) : nil, present: maybe ? whole(0...4) : nil)
      let known = contents.skillLevels.contains {
        $0.ownerID == new.ownerID && $0.targetID == new.targetID
      }
      if !known { contents.skillLevels.append(new) }
    }
  }

  private mutating func addTips(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.tips.append(
        Tip(
          id: id(), rank: rank, text: text(),
          tipKind: Tip.Kind.allCases.randomElement(using: &random) ?? .quickTip, author: text(),
          team: text(), day: day()))
    }
  }

  private mutating func addCultureValues(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.cultureValues.append(
        CultureValue(
          id: id(), rank: rank, title: text(), meaning: text()))
    }
  }

  private mutating func addBehaviours(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      guard let someCultureValue = contents.cultureValues.randomElement(using: &random) else {
        continue
      }
      contents.behaviours.append(
        Behaviour(
          id: id(), valueID: someCultureValue.id, rank: rank, text: text()))
    }
  }

  private mutating func addPurposeAnswers(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.purposeAnswers.append(
        PurposeAnswer(
          id: id(), rank: rank, day: day(),
          departmentID: contents.departments.randomElement(using: &random)?.id, answer: text(),
          rating: maybe ? PurposeAnswer.Rating.allCases.randomElement(using: &random) : nil))
    }
  }

  private mutating func addClimatePulses(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.climatePulses.append(
        ClimatePulse(
          id: id(), rank: rank,
          departmentID: contents.departments.randomElement(using: &random)?.id, day: day(),
          openness: maybe ? number(1...5) : nil, respect: maybe ? number(1...5) : nil,
          teamwork: maybe ? number(1...5) : nil, leadership: maybe ? number(1...5) : nil,
          sampleSize: maybe ? whole(0...1000) : nil))
    }
  }

  private mutating func addEmployeeVoices(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.employeeVoices.append(
        EmployeeVoice(
          id: id(), rank: rank,
          voiceKind: EmployeeVoice.Kind.allCases.randomElement(using: &random) ?? .wish,
          text: text(), reason: text(), day: day(),
          departmentID: contents.departments.randomElement(using: &random)?.id))
    }
  }

  private mutating func addTurnovers(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.turnovers.append(
        Turnover(
          id: id(), rank: rank, title: text(),
          departmentID: contents.departments.randomElement(using: &random)?.id, startDay: day(),
          endDay: day(), leavers: whole(0...1000), salary: maybe ? whole(0...1000) : nil,
          recruiting: maybe ? number(0...10) : nil, induction: maybe ? number(0...10) : nil,
          training: maybe ? number(0...10) : nil, lostWork: maybe ? number(0...10) : nil))
    }
  }

  private mutating func addChampions(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.champions.append(
        Champion(
          id: id(), rank: rank, toName: text(), fromName: text(), team: text(), day: day(),
          valueID: contents.cultureValues.randomElement(using: &random)?.id, story: text(),
          stepID: contents.steps.randomElement(using: &random)?.id))
    }
  }

  private mutating func addCriterions(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      guard let someWorkRole = contents.workRoles.randomElement(using: &random) else { continue }
      contents.criteria.append(
        Criterion(
          id: id(), roleID: someWorkRole.id, rank: rank,
          area: Criterion.Area.allCases.randomElement(using: &random) ?? .interaction,
          title: text(), weight: whole(0...100)))
    }
  }

  private mutating func addCandidates(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      guard let someWorkRole = contents.workRoles.randomElement(using: &random) else { continue }
      contents.candidates.append(
        Candidate(
          id: id(), roleID: someWorkRole.id, rank: rank, name: text(), notes: text(), day: day()))
    }
  }

  private mutating func addCandidateScores(to contents: inout WorkspaceContents) {
    for _ in ranks(count(3)) {
      guard let someCandidate = contents.candidates.randomElement(using: &random),
        let someCriterion = contents.criteria.randomElement(using: &random)
      else { continue }
      contents.candidateScores.append(
        CandidateScore(
          id: id(), candidateID: someCandidate.id, criterionID: someCriterion.id,
          interviewer: text(), score: whole(0...5), note: text()))
    }
  }

  private mutating func addReadinessRounds(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.readinessRounds.append(
        ReadinessRound(
          id: id(), rank: rank, title: text(), day: day()))
    }
  }

  private mutating func addReadinessRatings(to contents: inout WorkspaceContents) {
    for _ in ranks(count(3)) {
      guard let someReadinessRound = contents.readinessRounds.randomElement(using: &random) else {
        continue
      }
      contents.readinessRatings.append(
        ReadinessRating(
          id: id(), roundID: someReadinessRound.id,
          condition: ReadinessRating.Condition.allCases.randomElement(using: &random) ?? .leaders,
          rater: text(), score: whole(0...5), evidence: text()))
    }
  }

  private mutating func addPlanDocuments(to contents: inout WorkspaceContents) {
    for rank in ranks(count(3)) {
      contents.planDocuments.append(
        PlanDocument(
          id: id(), rank: rank, title: text(), subtitle: text(), definition: text()))
    }
  }

  /// What records that were there before got with version 4.
  mutating func addLaterFields(to contents: inout WorkspaceContents) {
    for place in contents.departments.indices {
      contents.departments[place].head = text()
      contents.departments[place].headcount = maybe ? whole(0...500) : nil
    }
    for place in contents.stepDepartments.indices {
      contents.stepDepartments[place].contribution = text()
    }
    for place in contents.metrics.indices {
      contents.metrics[place].agreedBy = text()
      contents.metrics[place].agreedOn = day()
      contents.metrics[place].chainLink = Metric.ChainLink.allCases.randomElement(using: &random)
    }
    for place in contents.readings.indices {
      contents.readings[place].segment = text()
      contents.readings[place].counts = text()
      contents.readings[place].periodStart = day()
    }
    for place in contents.dialogues.indices {
      contents.dialogues[place].customerID = contents.customers.randomElement(using: &random)?.id
    }
    for place in contents.initiatives.indices {
      contents.initiatives[place].goalID = contents.goals.randomElement(using: &random)?.id
      contents.initiatives[place].opportunityID =
        contents.opportunities.randomElement(using: &random)?.id
      contents.initiatives[place].pilotStart = day()
      contents.initiatives[place].pilotEnd = day()
      contents.initiatives[place].pilotLearned = text()
      contents.initiatives[place].heldForID = maybe ? id() : nil
      contents.initiatives[place].notes = text()
    }
    for place in contents.barriers.indices {
      contents.barriers[place].action = text()
      contents.barriers[place].initiativeID =
        contents.initiatives.randomElement(using: &random)?.id
      contents.barriers[place].milestoneID = contents.milestones.randomElement(using: &random)?.id
    }
  }
}
