/// What is found in the plan: what comes first, what it lacks, what is in the way.
extension FindingMaker {
  private var priorities: Priorities {
    Priorities(
      contents.opportunities, gutScores: contents.gutScores,
      records: OpportunityEvidence.Records(contents))
  }

  private func name(_ opportunity: Opportunity) -> String {
    guard opportunity.title.isBlank, let id = opportunity.cardID else { return opportunity.title }
    return contents.cards.first { $0.id == id }?.text ?? ""
  }

  var ranking: Finding {
    let figures = priorities
    let ranked = figures.places.filter { $0.position != nil }
    return Finding(
      tr("Opportunities by RICE"),
      summary: tr(
        "{share} have all that it takes to rank them.",
        ["share": Proportion(ranked.count, of: figures.n).text]),
      rule: RICEScore.rule,
      rows: figures.places.map { place in
        let own = name(place.opportunity)
        return Finding.Row(
          place.position.map { tr("{place}. {name}", ["place": $0, "name": own]) } ?? own,
          detail: line(
            place.rice.working
              ?? tr(
                "missing: {parts}", ["parts": listed(place.rice.missing.map(\.title))]),
            place.quadrant?.title), reference: place.opportunity.reference,
          isMarked: place.position == nil)
      })
  }

  var gutAndData: Finding {
    let all = priorities.places.map(\.gutAndData)
    let judged = all.filter { $0.gut != nil }
    let apart = judged.filter(\.disagrees).sorted {
      abs($0.difference ?? 0) > abs($1.difference ?? 0)
    }
    return Finding(
      tr("Gut and data disagree: ask customers first"),
      summary: tr(
        "{share} of the opportunities with a gut score.",
        ["share": Proportion(apart.count, of: judged.count).text]),
      rule: GutAndData.rule,
      rows: apart.map { one in
        Finding.Row(
          name(one.opportunity),
          detail: line(
            tr("gut {value}", ["value": number(one.gut ?? 0)]),
            tr("data {value}", ["value": number(one.data)]),
            tr("n {count}", ["count": one.n]), one.evidence.working),
          reference: one.opportunity.reference, isMarked: true)
      })
  }

  var unasked: Finding {
    let voice = CustomerVoice(contents)
    let isNothing = voice.opportunityCount == 0 && voice.initiativeCount == 0
    let opportunities = voice.opportunities.map { one in
      Finding.Row(
        one.text, detail: line(tr("Opportunity"), one.mapTitle, one.stepTitle),
        reference: one.reference, isMarked: true)
    }
    let initiatives = voice.initiatives.map { one in
      Finding.Row(
        one.title, detail: line(tr("Initiative"), one.owner, one.status.title),
        reference: one.reference, isMarked: true)
    }
    return Finding(
      tr("Customers were not asked"),
      summary: isNothing
        ? tr("No opportunity and no initiative that touches customers yet.") : voice.count,
      rule: CustomerVoice.rule, rows: opportunities + initiatives)
  }

  // MARK: Vision

  var leaders: Finding {
    let figures = LeaderFigures(contents.leaders, acts: contents.leaderActs, today: today)
    return Finding(
      tr("Leaders and their last visible act"),
      summary: tr("Signed: {share}.", ["share": figures.signed.text]),
      rule: LeaderFigures.rule,
      rows: figures.longestWithoutAct.map { item in
        let signed = item.leader.signedOn.flatMap { $0 <= today ? $0 : nil }
        return Finding.Row(
          item.leader.name,
          detail: line(
            item.leader.role,
            signed.map { tr("signed on {day}", ["day": DayFormat.local.text($0)]) }
              ?? tr("has not signed"),
            item.daysSinceLastAct.map {
              ntr("last act {count} day ago", "last act {count} days ago", $0)
            } ?? tr("nobody has seen an act yet"), item.acts.first?.text),
          reference: item.leader.reference, isMarked: signed == nil || item.acts.isEmpty)
      })
  }

  private var goals: GoalCoverage {
    GoalCoverage(contents.goals, initiatives: contents.initiatives)
  }

  var bareGoals: Finding {
    let coverage = goals
    let bare = coverage.goalsWithoutInitiative
    return Finding(
      tr("Goals without an initiative"),
      summary: tr(
        "{share} of the goals.", ["share": Proportion(bare.count, of: coverage.n).text]),
      rule: GoalCoverage.rule,
      rows: bare.map {
        Finding.Row(
          $0.title, detail: line($0.owner, day($0.due)), reference: $0.reference, isMarked: true)
      })
  }

  var goallessInitiatives: Finding {
    let coverage = goals
    let bare = coverage.initiativesWithoutGoal
    let others = coverage.initiativesWithOtherGoal.count
    return Finding(
      tr("Initiatives without a goal"),
      summary: line(
        tr(
          "{share} of the initiatives.",
          ["share": Proportion(bare.count, of: coverage.initiativeCount).text]),
        others == 0
          ? ""
          : ntr(
            "{count} more serves a goal that is none of the vision.",
            "{count} more serve goals that are none of the vision.", others)),
      rule: GoalCoverage.rule,
      rows: bare.map {
        Finding.Row(
          $0.title, detail: line($0.owner, $0.status.title), reference: $0.reference,
          isMarked: true)
      })
  }

  var held: Finding {
    let work = HeldWork(
      contents.initiatives, needs: contents.resourceNeeds, goals: contents.goals)
    return Finding(
      tr("Put on hold to make room"),
      summary: line(
        ntr("{count} initiative is held.", "{count} initiatives are held.", work.n),
        work.goals.isEmpty
          ? ""
          : ntr(
            "{count} goal says what rests for it.", "{count} goals say what rests for them.",
            work.goals.count)), rule: HeldWork.rule,
      rows: work.items.map { item in
        let freed = resources(people: item.freedPeople, money: item.freedMoney)
        return Finding.Row(
          item.initiative.title,
          detail: line(
            item.madeRoomFor.map { tr("makes room for {title}", ["title": $0.title]) }
              ?? tr("nobody says for what"),
            freed.isEmpty ? "" : tr("frees {resources}", ["resources": freed]),
            item.mayResume ? tr("it may go on") : ""),
          reference: item.initiative.reference,
          isMarked: item.mayResume || item.madeRoomFor == nil)
      }
        + work.goals.map {
          Finding.Row(
            $0.title, detail: tr("for this goal rests: {text}", ["text": $0.putOnHold]),
            reference: $0.reference)
        })
  }

  var shortRuns: Finding {
    let runs = ShortRuns(contents.initiatives, today: today)
    return Finding(
      tr("A pilot before the long run"),
      summary: tr(
        "{share} of what is planned or runs begins with a pilot.",
        ["share": runs.begun.text]),
      rule: ShortRuns.rule,
      rows: runs.items.map { item in
        Finding.Row(
          item.initiative.title,
          detail: line(
            listed(item.faults.map(\.sentence)),
            period(item.initiative.pilotStart, item.initiative.pilotEnd),
            item.initiative.owner), reference: item.initiative.reference,
          isMarked: item.faults != [.missing] || item.initiative.status == .running)
      })
  }

  // MARK: Resources

  var unmet: Finding {
    let needs = UnmetNeeds(
      contents.resourceNeeds, initiatives: contents.initiatives, today: today)
    return Finding(
      tr("Begun without what they need"),
      summary: tr(
        "{share} of the initiatives that have begun.",
        ["share": Proportion(needs.items.count, of: needs.n).text]),
      rule: UnmetNeeds.rule,
      rows: needs.items.map { item in
        Finding.Row(
          item.initiative.title,
          detail: listed(
            item.lacks.map { lack in
              let name =
                lack.need.title.isBlank ? tr("something without a name") : lack.need.title
              let amount = resources(people: lack.people, money: lack.money)
              return amount.isEmpty
                ? tr("{name}, not answered", ["name": name])
                : tr("{name}, {amount} missing", ["name": name, "amount": amount])
            }), reference: item.initiative.reference, isMarked: true)
      })
  }

  var gap: Finding {
    let gap = ResourceGap(
      contents.resourceNeeds, initiatives: contents.initiatives,
      departments: contents.departments, startMonth: startMonth, today: today)
    let rows = gap.rows.flatMap { row in
      zip(gap.quarters, row.cells).compactMap { quarter, cell -> Finding.Row? in
        let missing = resources(people: cell.peopleGap, money: cell.moneyGap)
        guard !missing.isEmpty,
          let first = cell.shares.first(where: {
            $0.peopleGap > 0 || $0.moneyGap > 0
          })
        else { return nil }
        return Finding.Row(
          tr(
            "{department}, {quarter}: {amount} missing",
            [
              "department": row.department?.name ?? tr("no department"),
              "quarter": quarter.text(startMonth: startMonth), "amount": missing,
            ]),
          detail: listed(
            cell.shares.filter { $0.peopleGap > 0 || $0.moneyGap > 0 }.map {
              $0.need.title.isBlank ? tr("something without a name") : $0.need.title
            }), reference: first.need.reference, isMarked: true)
      }
    }
    let counted = ResourceGap.counted(
      contents.resourceNeeds, initiatives: contents.initiatives)
    let asked = counted.reduce(0) { $0 + ($1.askedPeople ?? 0) }
    let granted = counted.reduce(0) { $0 + min($1.grantedPeople ?? 0, $1.askedPeople ?? 0) }
    let askedMoney = counted.reduce(0) { $0 + ($1.askedMoney ?? 0) }
    let grantedMoney = counted.reduce(0) { $0 + min($1.grantedMoney ?? 0, $1.askedMoney ?? 0) }
    let tools = gap.missingTools.map {
      Finding.Row(
        $0.title, detail: tr("a tool that was asked for and not granted"),
        reference: $0.reference, isMarked: true)
    }
    let undated = gap.undated.map {
      Finding.Row(
        $0.title, detail: tr("in no quarter: it has no days"), reference: $0.reference)
    }
    let alike = NumberFormat.local.alike(granted, asked)
    return Finding(
      tr("Asked and not granted, by department and quarter"),
      summary: line(
        asked > 0
          ? tr(
            "{granted} of {asked} FTE granted.",
            ["granted": alike.0, "asked": alike.1]) : "",
        askedMoney > 0
          ? tr(
            "{granted} of {asked} granted, what is asked for a year once.",
            ["granted": money(grantedMoney), "asked": money(askedMoney)]) : "",
        ntr(
          "{count} quarter of a department has a gap.",
          "{count} quarters of departments have a gap.", rows.count),
        ntr("{count} tool is missing.", "{count} tools are missing.", tools.count),
        ntr("n = {count} need.", "n = {count} needs.", gap.n)),
      rule: [ResourceGap.totalRule, ResourceGap.rule].joined(separator: " "),
      rows: rows + tools + undated)
  }

  // MARK: In the way

  private func row(_ barrier: Barrier, isMarked: Bool) -> Finding.Row {
    Finding.Row(
      barrier.title,
      detail: line(
        barrier.severity.title,
        barrier.days(on: today).map {
          ntr("open for {count} day", "open for {count} days", $0)
        }, barrier.manager.isBlank ? tr("nobody clears it") : barrier.manager,
        barrier.inTheWayOf), reference: barrier.reference, isMarked: isMarked)
  }

  var unmanagedBarriers: Finding {
    let figures = BarrierFigures(contents.barriers, today: today)
    return Finding(
      tr("Barriers that no manager clears"),
      summary: tr(
        "{share} of the open ones.",
        ["share": Proportion(figures.withoutManager.count, of: figures.open.n).text]),
      rule: BarrierFigures.rule, rows: figures.withoutManager.map { row($0, isMarked: true) })
  }

  var openBarriers: Finding {
    let figures = BarrierFigures(contents.barriers, today: today)
    return Finding(
      tr("Open barriers, the oldest first"),
      summary: line(
        listed(
          figures.open.bands.filter { $0.count > 0 }.map {
            tr("{band}: {count}", ["band": $0.title, "count": $0.count])
          }),
        figures.daysToClear.median.map {
          tr(
            "median days to clear: {days}, n = {n}",
            ["days": number($0), "n": figures.daysToClear.n])
        }, ntr("n = {count} open", "n = {count} open", figures.open.n)),
      rule: BarrierFigures.rule,
      rows: (figures.open.bands.reversed().flatMap { band in
        band.records.map { row($0, isMarked: band.lastDay == nil) }
      }) + figures.open.undated.map { row($0, isMarked: false) })
  }

  var lessons: Finding {
    let figures = BreakdownFigures(contents.breakdowns, today: today)
    return Finding(
      tr("Breakdowns whose lesson is not acted on yet"),
      summary: line(
        tr("Acted on: {share}.", ["share": figures.shareActedOn.text]),
        figures.perMonth.map {
          tr("{count} reported a month.", ["count": number($0)])
        }), rule: BreakdownFigures.rule,
      rows: figures.lessonOnly.map {
        Finding.Row(
          $0.title, detail: line(day($0.day), $0.lesson), reference: $0.reference,
          isMarked: true)
      }
        + figures.withoutLesson.map {
          Finding.Row(
            $0.title, detail: line(day($0.day), tr("nobody has written down a lesson")),
            reference: $0.reference, isMarked: true)
        })
  }

  // MARK: The way up

  var momentum: Finding {
    let momentum = Momentum(
      initiatives: contents.initiatives, promises: contents.promises,
      champions: contents.champions, barriers: contents.barriers, today: today)
    let rows = momentum.months.reversed().flatMap { month -> [Finding.Row] in
      let name = MonthWords.text(month.month.firstDay)
      func row(_ title: String, _ reference: EntityReference, _ what: String) -> Finding.Row {
        Finding.Row(title, detail: line(name, what), reference: reference)
      }
      return month.initiatives.map { row($0.title, $0.reference, tr("initiative finished")) }
        + month.promises.map { row($0.title, $0.reference, tr("promise kept")) }
        + month.champions.map { row($0.toName, $0.reference, tr("champion named")) }
        + month.barriers.map { row($0.title, $0.reference, tr("barrier cleared")) }
    }
    let last = momentum.months.suffix(3).map(\.count)
    return Finding(
      tr("Brought to an end, month by month"),
      summary: line(
        tr("The last three months: {counts}.", ["counts": listed(last.map(String.init))]),
        tr("n = {count}", ["count": momentum.n])), rule: Momentum.rule, rows: rows)
  }

  var blockedMilestones: Finding {
    let open = contents.barriers.inOrder().filter { $0.clearedOn == nil && $0.milestoneID != nil }
    let groups = Dictionary(grouping: open, by: \.milestoneID)
    let ahead = contents.milestones.inOrder().filter { $0.reachedOn == nil }
    let blocked = ahead.filter { groups[$0.id] != nil }
    return Finding(
      tr("Milestones with a barrier before them"),
      summary: tr(
        "{share} of those still ahead.",
        ["share": Proportion(blocked.count, of: ahead.count).text]),
      rule: tr("An open barrier names the milestone that it stands before."),
      rows: blocked.flatMap { milestone in
        (groups[milestone.id] ?? []).map { barrier in
          Finding.Row(
            tr(
              "{barrier} before {milestone}",
              ["barrier": barrier.title, "milestone": milestone.title]),
            detail: row(barrier, isMarked: false).detail, reference: barrier.reference,
            isMarked: barrier.manager.isBlank)
        }
      })
  }
}
