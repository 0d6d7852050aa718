import Foundation
import UpliftCore

/// What comes first, when, and with what.
extension PlanFigure {
  func priorities(_ contents: WorkspaceContents) -> PriorityMatrix {
    let priorities = Priorities(
      contents.opportunities, gutScores: contents.gutScores,
      records: OpportunityEvidence.Records(contents))
    let texts = Dictionary(
      contents.cards.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    let bubbles = priorities.places.compactMap { place -> PriorityMatrix.Bubble? in
      let one = place.opportunity
      guard let value = one.value, let effort = one.effort else { return nil }
      let own = one.title.isEmpty ? one.cardID.flatMap { texts[$0] } ?? "" : one.title
      return PriorityMatrix.Bubble(
        one.reference, title: own, value: value, effort: effort,
        evidence: place.gutAndData.evidence.amount, gut: place.gutAndData.gut,
        data: place.gutAndData.gut == nil ? nil : place.gutAndData.data)
    }
    // More cover one another, and no number in them can be read.
    let most = 60
    var matrix = PriorityMatrix(
      title: title, bubbles: Array(bubbles.prefix(most)), bigEffort: priorities.middleEffort ?? 3,
      highValue: Priorities.middleValue)
    if bubbles.count > most {
      matrix.leftOut = tr(
        "Drawn are the {count} of {all} opportunities that come first by RICE.",
        ["count": most, "all": bubbles.count])
    }
    return matrix
  }

  /// Of very many those under way, then those nearest to today.
  private func drawn(_ all: [Initiative], _ most: Int, _ today: CalendarDay) -> [Initiative] {
    guard all.count > most else { return all }
    func distance(_ one: Initiative) -> Int {
      let days = [one.startDay, one.endDay, one.pilotStart, one.pilotEnd].compactMap { $0 }
      return days.map { abs(today.days(until: $0)) }.min() ?? .max
    }
    let chosen = Set(
      all.map { (id: $0.id, isRunning: $0.status == .running, distance: distance($0)) }
        .enumerated().sorted { left, right in
          guard left.element.isRunning == right.element.isRunning else {
            return left.element.isRunning
          }
          return (left.element.distance, left.offset) < (right.element.distance, right.offset)
        }.prefix(most).map(\.element.id))
    return all.filter { chosen.contains($0.id) }
  }

  func timeline(_ contents: WorkspaceContents, _ today: CalendarDay) -> Timeline {
    let (most, mostMilestones) = (120, 40)
    let all = contents.initiatives.inOrder().filter { $0.status != .dropped }
    let initiatives = drawn(all, most, today)
    let dropped = contents.initiatives.count - all.count
    let titles = Dictionary(
      contents.initiatives.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    func bars(_ initiatives: [Initiative]) -> [Timeline.Bar] {
      initiatives.map { one in
        Timeline.Bar(
          one.reference, title: one.title,
          detail: [one.owner, one.status.title].filter { !$0.isEmpty }.joined(separator: ", "),
          status: one.status, start: one.startDay, end: one.endDay, pilotStart: one.pilotStart,
          pilotEnd: one.pilotEnd, makesRoomFor: one.heldForID.flatMap { titles[$0] } ?? "")
      }
    }
    let goals = contents.goals.inOrder()
    let served = ServedGoals(goals)
    let byGoal = Dictionary(grouping: initiatives) { served.goal(of: $0)?.id }
    var groups = goals.compactMap { goal in
      byGoal[goal.id].map { Timeline.Group(goal.title, bars($0)) }
    }
    let others = byGoal[nil] ?? []
    if groups.isEmpty, !others.isEmpty {
      groups.append(Timeline.Group(tr("Initiatives"), bars(others)))
    } else {
      let own = others.filter(\.hasGoalInWords)
      let bare = others.filter { !$0.hasGoalInWords }
      if !own.isEmpty {
        groups.append(Timeline.Group(tr("For a goal that is none of the vision"), bars(own)))
      }
      if !bare.isEmpty { groups.append(Timeline.Group(tr("Without a goal"), bars(bare))) }
    }
    let shown = Set(initiatives.map(\.id))
    let dated = contents.milestones.inOrder().compactMap { one in
      (one.reachedOn ?? one.due).map {
        Timeline.Milestone(
          one.reference, title: one.title, day: $0, isReached: one.reachedOn != nil)
      }
    }
    let isLong = initiatives.count < all.count || dated.count > mostMilestones
    let near = dated.enumerated().sorted {
      (abs(today.days(until: $0.element.day)), $0.offset)
        < (abs(today.days(until: $1.element.day)), $1.offset)
    }.prefix(mostMilestones).sorted { $0.offset < $1.offset }.map(\.element)
    let shownMilestones = isLong ? near : dated
    let ahead = Set(shownMilestones.map(\.reference.id))
    let barriers = contents.barriers.inOrder().compactMap { one -> Timeline.Barrier? in
      guard let day = one.openedOn, one.clearedOn == nil,
        let bar = one.initiativeID.filter({ shown.contains($0) })
          .map({ EntityReference(.initiative, $0) })
          ?? one.milestoneID.filter({ ahead.contains($0) })
          .map({ EntityReference(.milestone, $0) })
      else { return nil }
      return Timeline.Barrier(one.reference, title: one.title, day: day, bar: bar)
    }
    var timeline = Timeline(
      title: title, groups: groups, milestones: shownMilestones,
      barriers: barriers.enumerated().map { index, one in
        var barrier = one
        barrier.number = index + 1
        return barrier
      },
      today: today, fiscalYearStart: fiscalYearStart(contents),
      barriersElsewhere: contents.barriers.count { $0.clearedOn == nil } - barriers.count)
    var remarks: [String] = []
    if isLong {
      remarks.append(
        tr(
          "Drawn are {count} of {all} initiatives, those under way and those nearest to today, with their barriers, and {milestones} of {allMilestones} milestones.",
          [
            "count": initiatives.count, "all": all.count,
            "milestones": timeline.milestones.count, "allMilestones": dated.count,
          ]))
    }
    if dropped > 0 {
      remarks.append(
        ntr(
          "{count} initiative that was dropped is left out.",
          "{count} initiatives that were dropped are left out.", dropped))
    }
    timeline.leftOut = remarks.joined(separator: " ")
    return timeline
  }

  func resources(_ contents: WorkspaceContents, _ today: CalendarDay) -> BarChart {
    let start = fiscalYearStart(contents)
    let gap = ResourceGap(
      contents.resourceNeeds, initiatives: contents.initiatives,
      departments: contents.departments, startMonth: start, today: today)
    let isPeople = self == .people
    let organisation = contents.organisations.inOrder().first
    let currency = organisation.flatMap { Currency($0.currency) } ?? .euro
    let scale = isPeople ? 1 : pow(10, Double(currency.decimals))
    func values(_ cell: ResourceGap.Cell) -> [Double] {
      isPeople
        ? [cell.askedPeople, cell.grantedPeople]
        : [
          (Double(cell.askedMoney) / scale).rounded(),
          (Double(cell.grantedMoney) / scale).rounded(),
        ]
    }
    func note(_ cell: ResourceGap.Cell) -> String {
      let missing = isPeople ? cell.peopleGap : Double(cell.moneyGap) / scale
      guard missing > 0.005 else { return "" }
      return tr(
        "{amount} missing",
        ["amount": NumberFormat.local.text(missing, decimals: isPeople ? 2 : 0)])
    }
    let groups = gap.rows.map { row in
      BarChart.Group(
        row.department?.name ?? tr("No department"),
        zip(gap.quarters, row.cells).filter { values($0.1).contains { $0 > 0 } }
          .map { quarter, cell in
            BarChart.Category(
              quarter.text(startMonth: start), values(cell), note: note(cell),
              isMarked: !note(cell).isEmpty, references: cell.shares.map(\.need.reference))
          })
    }.filter { !$0.categories.isEmpty }
    var chart = BarChart(
      title: title,
      series: [
        BarChart.Series(tr("asked"), colour: .slate), BarChart.Series(tr("granted"), colour: .blue),
      ],
      groups: groups, arrangement: .grouped,
      unit: isPeople ? tr("FTE") : currency.symbol,
      rule: rule(ResourceGap.rule, isPeople ? gap.peopleCount : gap.moneyCount),
      emptyText: tr("No initiative asks for any of it yet."))
    if isPeople { chart.decimals = 2 }
    return chart
  }

  private func fiscalYearStart(_ contents: WorkspaceContents) -> Int {
    contents.organisations.inOrder().first?.fiscalYearStart ?? 1
  }

  /// "By which rule. n = 12."
  func rule(_ rule: String, _ count: Int) -> String {
    tr("{rule} n = {count}.", ["rule": rule, "count": count])
  }
}

extension Optional {
  fileprivate func filter(_ isIncluded: (Wrapped) -> Bool) -> Wrapped? {
    flatMap { isIncluded($0) ? $0 : nil }
  }
}
