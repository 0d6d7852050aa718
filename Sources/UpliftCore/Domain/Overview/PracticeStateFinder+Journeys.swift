import Foundation

/// Journeys and advisory groups.
extension PracticeStateFinder {
  func addJourneyMaps(_ state: inout State) {
    guard !contents.journeyMaps.isEmpty else { return }
    // What a future map asks for is assumed by nature.
    let current = Set(contents.journeyMaps.filter { $0.state == .current }.map(\.id))
    let figures = JourneyFigures.all(contents).filter { current.contains($0.key) }.values
    let assumed = figures.reduce(0) { $0 + $1.assumedCards }
    let cards = figures.reduce(0) { $0 + $1.cards }
    let bare = figures.reduce(0) { $0 + $1.stepsWithoutEvidence }
    let steps = figures.reduce(0) { $0 + $1.steps }
    state.figure = percent(Proportion(assumed, of: cards))
    state.meaning = tr("of the cards of current maps are assumed")
    state.detail = joined(
      ntr("{count} current map", "{count} current maps", current.count),
      ntr(
        "{bare} of {count} step without evidence", "{bare} of {count} steps without evidence",
        steps, ["bare": bare]))
    state.n = cards
    state.rule = EvidenceSummary.rule
  }

  func addStandards(_ state: inout State) {
    let hope = HopeList(contents)
    guard !contents.standards.isEmpty else { return }
    state.figure = percent(hope.share)
    state.meaning = tr("of moments of truth and promises have a standard")
    let left = hope.steps.count + hope.promises.count
    state.detail = left == 0 ? "" : ntr("{count} is hope", "{count} are hope", left)
    state.n = hope.n
    state.rule = HopeList.rule
  }

  /// Counted without the table of departments and steps, which may be very large.
  func addDepartments(_ state: inout State) {
    guard !contents.stepDepartments.isEmpty else { return }
    let futures = Set(contents.journeyMaps.filter { $0.state == .future }.map(\.id))
    let futureStages = Set(contents.stages.filter { futures.contains($0.mapID) }.map(\.id))
    let steps = contents.steps.filter { !futureStages.contains($0.stageID) }
    let backed = Set(contents.stepDepartments.map(\.stepID))
    let busy = Set(contents.stepDepartments.map(\.departmentID))
    let idle = contents.departments.count { !busy.contains($0.id) }
    state.figure = ratio(steps.count { backed.contains($0.id) }, steps.count)
    state.meaning = tr("steps have a department behind them")
    state.detail =
      idle == 0
      ? ""
      : ntr("{count} department at no step", "{count} departments at no step", idle)
    let current = Set(steps.map(\.id))
    state.n = contents.stepDepartments.count { current.contains($0.stepID) }
    state.rule = tr(
      "Steps of current maps; a department stands behind a step when the map says what its work does there."
    )
  }

  func addRootCauses(_ state: inout State) {
    guard !contents.causes.isEmpty else { return }
    let pareto = CausePareto(contents.causes)
    let symptoms = SymptomTreatment(contents)
    state.figure = String(pareto.n)
    state.meaning = ntr("root cause", "root causes", pareto.n)
    state.detail = joined(
      pareto.bars.first.map {
        tr("most of {factor}: {count}", ["factor": $0.factor.title, "count": $0.count])
      },
      symptoms.items.isEmpty
        ? nil
        : ntr(
          "{count} initiative treats only a symptom", "{count} initiatives treat only a symptom",
          symptoms.items.count))
    state.n = pareto.n
    state.rule = [CausePareto.rule, SymptomTreatment.rule].joined(separator: " ")
    state.wantsAttention = !symptoms.items.isEmpty
  }

  func addGroups(_ state: inout State) {
    let groups = contents.advisoryGroups
    guard !groups.isEmpty else { return }
    let members = Dictionary(grouping: contents.members, by: \.groupID)
    let dismissals = Dictionary(grouping: contents.dismissals, by: \.groupID)
    let departments = contents.departments.inOrder()
    let focusGroups = groups.count { $0.groupKind == .focusGroup }
    let warnings = groups.reduce(0) { count, group in
      let own = GroupContents(
        group: group, members: (members[group.id] ?? []).inOrder(), meetings: [],
        agendaItems: [:], attendances: [:], boards: [], dismissals: dismissals[group.id] ?? [])
      return count
        + GroupWarnings(own, departments: departments, focusGroups: focusGroups, on: today)
        .standing.count
    }
    let current = contents.members.current(on: today).count
    state.figure = String(current)
    state.meaning = ntr(
      "member of {groups}", "members of {groups}", current,
      ["groups": ntr("{count} group", "{count} groups", groups.count)])
    state.detail = warnings == 0 ? "" : ntr("{count} warning", "{count} warnings", warnings)
    state.n = current
    state.rule = tr(
      "Warnings about balance, size and terms that nobody has put aside; each group’s page says their rules."
    )
    state.wantsAttention = warnings > 0
  }

  func addMeetings(_ state: inout State) {
    guard !contents.meetings.isEmpty else { return }
    let held = contents.meetings.filter { $0.day.map { $0 <= today } ?? false }
    let recent = held.count { $0.day.map { $0.days(until: today) <= 90 } ?? false }
    let next = contents.meetings.compactMap(\.day).filter { $0 > today }.min()
    state.figure = String(recent)
    state.meaning = ntr(
      "meeting in the last 90 days", "meetings in the last 90 days", recent)
    state.detail =
      next.map { tr("the next one on {day}", ["day": days.text($0)]) }
      ?? tr("no other one has a day")
    state.n = held.count
    state.rule = tr("Meetings of all groups, by their day.")
    state.trend = Trend(counts: counts(held.map(\.day)), tr("meetings, month by month"))
  }

  func addRecommendations(_ state: inout State) {
    let all = contents.recommendations
    guard !all.isEmpty else { return }
    let owed = all.count(where: \.isOwed)
    let open = all.count(where: \.isOpen)
    let untold = all.count { !$0.isOpen && $0.toldOn == nil }
    let late = all.count { $0.isLate(on: today) }
    state.figure = ratio(all.count - owed, all.count)
    state.meaning = tr("closed, and the group was told")
    state.detail = joined(
      open == 0 ? nil : ntr("{count} open", "{count} open", open),
      late == 0 ? nil : ntr("{count} late", "{count} late", late),
      untold == 0 ? nil : ntr("{count} not told", "{count} not told", untold))
    state.n = all.count
    state.rule = tr(
      "Owed to a group: what is neither done nor declined, and what the group has not been told of."
    )
    state.wantsAttention = late > 0 || untold > 0
  }

  func addCustomerVoice(_ state: inout State) {
    let voice = CustomerVoice(contents)
    let count = voice.opportunityCount + voice.initiativeCount
    guard count > 0 else { return }
    let without = voice.opportunities.count + voice.initiatives.count
    state.figure = ratio(count - without, count)
    state.meaning = tr("that touch customers have a customer voice")
    state.detail = joined(
      voice.opportunities.isEmpty
        ? nil
        : ntr(
          "{count} opportunity without", "{count} opportunities without",
          voice.opportunities.count),
      voice.initiatives.isEmpty
        ? nil
        : ntr("{count} initiative without", "{count} initiatives without", voice.initiatives.count))
    state.n = count
    state.rule = CustomerVoice.rule
    state.wantsAttention = without > 0
  }
}
