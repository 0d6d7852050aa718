import Foundation

/// The plan.
extension PracticeStateFinder {
  func addVision(_ state: inout State) {
    let goals = GoalCoverage(contents.goals, initiatives: contents.initiatives)
    let leaders = LeaderFigures(contents.leaders, acts: contents.leaderActs, today: today)
    let hasVision = contents.organisations.inOrder().first.map { !$0.vision.isBlank } ?? false
    guard hasVision || goals.n + leaders.n > 0 else { return }
    let hasLeaders = leaders.n > 0
    let alone = goals.goalsWithoutInitiative.count
    state.figure =
      hasLeaders ? ratio(leaders.signed.count, leaders.signed.n) : String(goals.n)
    state.meaning =
      hasLeaders ? tr("leaders have signed") : ntr("goal", "goals", goals.n)
    let silent = leaders.longestWithoutAct.first?.daysSinceLastAct
    state.detail = joined(
      hasVision ? nil : tr("no vision is written down"),
      alone == 0
        ? nil
        : ntr("{count} goal without initiative", "{count} goals without initiative", alone),
      silent.map {
        ntr(
          "{count} day without an act at most", "{count} days without an act at most", $0)
      })
    state.n = hasLeaders ? leaders.n : goals.n
    state.rule = [LeaderFigures.rule, GoalCoverage.rule].joined(separator: " ")
    state.wantsAttention = alone > 0 || leaders.signed.count < leaders.signed.n
  }

  func addPriorities(_ state: inout State) {
    guard !contents.opportunities.isEmpty else { return }
    let scores = contents.opportunities.inOrder().map { ($0, RICEScore($0).score) }
    let rated = scores.count { $0.1 != nil }
    let first = scores.filter { $0.1 != nil }.max { ($0.1 ?? 0) < ($1.1 ?? 0) }?.0
    state.figure = ratio(rated, scores.count)
    state.meaning = ntr("opportunity is rated", "opportunities are rated", scores.count)
    state.detail = first.map { tr("first: {title}", ["title": title(of: $0)]) } ?? ""
    state.n = scores.count
    state.rule = RICEScore.rule
  }

  func addInitiatives(_ state: inout State) {
    let all = contents.initiatives
    guard !all.isEmpty else { return }
    let running = all.count { $0.status == .running }
    let done = all.count { $0.status == .done }
    let late = all.count { $0.status != .held && $0.isLate(on: today) }
    let held = all.count { $0.status == .held }
    state.figure = String(running)
    state.meaning = ntr("initiative running", "initiatives running", running)
    state.detail = joined(
      late == 0 ? nil : ntr("{count} late", "{count} late", late),
      done == 0 ? nil : ntr("{count} done", "{count} done", done),
      held == 0 ? nil : ntr("{count} held", "{count} held", held))
    state.n = all.count
    state.rule = tr(
      "Late: an initiative that is neither done, dropped nor held, and whose end is over.")
    state.trend = Trend(
      counts: momentum.months.map(\.initiatives.count), tr("initiatives done, month by month"))
    state.wantsAttention = late > 0
  }

  func addResources(_ state: inout State) {
    guard !contents.resourceNeeds.isEmpty else { return }
    let unmet = UnmetNeeds(
      contents.resourceNeeds, initiatives: contents.initiatives, today: today)
    let lacking = Set(unmet.items.flatMap { $0.lacks.map(\.need.id) }).count
    let needs = ResourceGap.counted(contents.resourceNeeds, initiatives: contents.initiatives)
    let asked = needs.reduce(0) { $0 + ($1.askedPeople ?? 0) }
    let granted = needs.reduce(0) { $0 + min($1.grantedPeople ?? 0, $1.askedPeople ?? 0) }
    let alike = numbers.alike(granted, asked)
    state.figure =
      asked > 0
      ? tr("{granted} of {asked}", ["granted": alike.0, "asked": alike.1])
      : String(needs.count)
    state.meaning =
      asked > 0
      ? tr("FTE that were asked for are granted") : ntr("need", "needs", needs.count)
    state.detail =
      unmet.items.isEmpty
      ? ""
      : joined(
        ntr(
          "{count} initiative begun without", "{count} initiatives begun without",
          unmet.items.count),
        ntr("{count} need unmet", "{count} needs unmet", lacking))
    state.n = needs.count
    state.rule = [ResourceGap.totalRule, UnmetNeeds.rule].joined(separator: " ")
    state.wantsAttention = !unmet.items.isEmpty
  }

  func addBarriers(_ state: inout State) {
    guard !contents.barriers.isEmpty else { return }
    let figures = BarrierFigures(contents.barriers, today: today)
    let open = contents.barriers.count { $0.clearedOn == nil }
    let oldest = contents.barriers.filter { $0.clearedOn == nil }.compactMap { $0.days(on: today) }
      .max()
    state.figure = String(open)
    state.meaning = ntr("open barrier", "open barriers", open)
    state.detail = joined(
      figures.withoutManager.isEmpty
        ? nil
        : ntr(
          "{count} without a manager", "{count} without a manager", figures.withoutManager.count),
      oldest.map {
        ntr("the oldest for {count} day", "the oldest for {count} days", $0)
      })
    state.n = contents.barriers.count
    state.rule = BarrierFigures.rule
    state.trend = Trend(
      counts: momentum.months.map(\.barriers.count), tr("barriers cleared, month by month"))
    state.wantsAttention = !figures.withoutManager.isEmpty
  }

  func addBreakdowns(_ state: inout State) {
    guard !contents.breakdowns.isEmpty else { return }
    let figures = BreakdownFigures(
      contents.breakdowns, months: PracticeStates.months, today: today)
    state.figure = percent(figures.shareActedOn)
    state.meaning = tr("of breakdowns with a lesson acted on")
    state.detail = joined(
      figures.perMonth.map { tr("{number} a month", ["number": decimal($0)]) },
      figures.withoutLesson.isEmpty
        ? nil
        : ntr(
          "{count} without a lesson", "{count} without a lesson", figures.withoutLesson.count))
    state.n = figures.n
    state.rule = BreakdownFigures.rule
    state.trend = Trend(
      counts: figures.months.map(\.count), tr("breakdowns, month by month"))
  }

  func addWayUp(_ state: inout State) {
    let milestones = contents.milestones.onTheWay()
    guard !milestones.isEmpty || momentum.n > 0 else { return }
    let next = milestones.first { $0.reachedOn == nil }
    let late = milestones.count { one in
      one.reachedOn == nil && (one.due.map { $0 < today } ?? false)
    }
    let recent = momentum.months.suffix(3).reduce(0) { $0 + $1.count }
    state.figure =
      milestones.isEmpty
      ? String(recent)
      : ratio(milestones.count { $0.reachedOn != nil }, milestones.count)
    state.meaning =
      milestones.isEmpty
      ? tr("things brought to an end in 3 months") : tr("milestones reached")
    state.detail = joined(
      next.map { tr("next: {title}", ["title": $0.title.singleLine]) },
      late == 0 ? nil : ntr("{count} late", "{count} late", late))
    state.n = milestones.isEmpty ? momentum.n : milestones.count
    state.rule = Momentum.rule
    state.trend = Trend(
      counts: momentum.months.map(\.count), tr("brought to an end, month by month"))
    state.wantsAttention = late > 0
  }

  func addTraining(_ state: inout State) {
    guard !contents.trainings.isEmpty else { return }
    let cascade = TrainingCascade(contents.trainings, today: today)
    let followUps = FollowUpsDue(
      contents.trainings, followUps: contents.followUps, today: today)
    let counted = contents.trainings.filter { $0.headcount != nil }
    let trained = Proportion(
      counted.reduce(0) { sum, one in
        sum + ((one.doneOn.map { $0 <= today } ?? false) ? one.headcount ?? 0 : 0)
      }, of: counted.reduce(0) { $0 + ($1.headcount ?? 0) })
    let done = contents.trainings.count { $0.doneOn.map { $0 <= today } ?? false }
    let faults = cascade.modules.reduce(0) { $0 + $1.faults.count }
    state.figure =
      trained.n > 0 ? percent(trained) : ratio(done, contents.trainings.count)
    state.meaning =
      trained.n > 0 ? tr("of the people it is for are trained") : tr("trainings done")
    let late = contents.trainings.count { $0.isLate(on: today) }
    state.detail = joined(
      late == 0 ? nil : ntr("{count} late", "{count} late", late),
      followUps.due.isEmpty
        ? nil
        : ntr("{count} follow-up is due", "{count} follow-ups are due", followUps.due.count),
      faults == 0
        ? nil : ntr("{count} wave too early", "{count} waves too early", faults))
    state.n = trained.n > 0 ? trained.n : contents.trainings.count
    state.rule = [TrainingCascade.rule, FollowUpsDue.rule].joined(separator: " ")
    state.wantsAttention = late > 0 || !followUps.due.isEmpty || faults > 0
  }

  func addCommunication(_ state: inout State) {
    guard !contents.messages.isEmpty || !contents.audiences.isEmpty else { return }
    func coverage(of months: [CalendarMonth]) -> CommunicationCoverage {
      CommunicationCoverage(
        audiences: contents.audiences, messages: contents.messages,
        heard: contents.messageAudiences, months: months)
    }
    let past = coverage(of: months)
    let coverage = coverage(of: CommunicationCoverage.months(around: today))
    let untold = UntoldAudiences(
      contents.initiatives, audiences: contents.audiences, affected: contents.initiativeAudiences,
      messages: contents.messages, heard: contents.messageAudiences, today: today
    ).items.count
    let due = contents.messages.count { one in
      one.status != .sent && (one.day.map { $0 < today } ?? false)
    }
    state.figure =
      coverage.n == 0 ? String(contents.messages.count) : percent(coverage.covered)
    state.meaning =
      coverage.n == 0
      ? ntr("message", "messages", contents.messages.count)
      : tr("of audience × month covered, {span}", ["span": coverage.span])
    state.detail = joined(
      untold == 0
        ? nil
        : ntr("{count} audience not told", "{count} audiences not told", untold),
      due == 0 ? nil : ntr("{count} message late", "{count} messages late", due))
    state.n = coverage.n == 0 ? contents.messages.count : coverage.n
    state.rule = [CommunicationCoverage.rule, UntoldAudiences.rule].joined(separator: " ")
    state.trend = Trend(
      counts: months.indices.map { month in past.rows.count { !$0.cells[month].isEmpty } },
      tr("audiences that heard something, month by month"))
    state.wantsAttention = untold > 0 || due > 0
  }
}
