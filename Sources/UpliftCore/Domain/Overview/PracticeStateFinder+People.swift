import Foundation

/// People and culture.
extension PracticeStateFinder {
  func addRoles(_ state: inout State) {
    guard !contents.decisions.isEmpty || !contents.cxRoles.isEmpty else { return }
    let faults = RACIFaults(
      contents.decisions, roles: contents.workRoles, parts: contents.decisionRoles)
    let placement = CXRolePlacement(contents.cxRoles, departments: contents.departments)
    let hasDecisions = !contents.decisions.isEmpty
    state.figure =
      hasDecisions ? ratio(faults.n - faults.items.count, faults.n) : String(placement.n)
    state.meaning =
      hasDecisions ? tr("decisions are clear") : ntr("CX role", "CX roles", placement.n)
    state.detail = joined(
      placement.insideDepartment.isEmpty
        ? nil
        : ntr(
          "{count} CX role inside a department", "{count} CX roles inside a department",
          placement.insideDepartment.count),
      placement.withoutSeat.isEmpty
        ? nil
        : ntr("{count} without a seat", "{count} without a seat", placement.withoutSeat.count))
    state.n = hasDecisions ? faults.n : placement.n
    state.rule = [RACIFaults.rule, CXRolePlacement.rule].joined(separator: " ")
    state.wantsAttention = !faults.items.isEmpty || !placement.insideDepartment.isEmpty
  }

  func addCulture(_ state: inout State) {
    guard
      !contents.purposeAnswers.isEmpty || !contents.climatePulses.isEmpty
        || !contents.cultureValues.isEmpty
    else { return }
    let agreement = PurposeAgreement(contents.purposeAnswers, departments: contents.departments)
    let climate = ClimateFigures(
      contents.climatePulses, departments: contents.departments, today: today)
    let similar = agreement.total.similar
    let means = climate.rows.compactMap(\.mean)
    let mean = means.isEmpty ? nil : means.reduce(0, +) / Double(means.count)
    if similar.n > 0 {
      state.figure = percent(similar)
      state.meaning = tr("say alike what we stand for")
      state.n = similar.n
    } else if let mean {
      state.figure = tr("{value} of {highest}", ["value": decimal(mean), "highest": "5"])
      state.meaning = tr("climate, mean of all places")
      state.n = climate.n
    } else {
      state.figure = String(contents.cultureValues.count)
      state.meaning = ntr("value", "values", contents.cultureValues.count)
      state.n = contents.cultureValues.count
    }
    let poor = climate.tooPoor.map { $0.department?.name ?? tr("no department") }
    state.detail = joined(
      similar.n > 0 ? mean.map { tr("climate {value} of 5", ["value": decimal($0)]) } : nil,
      poor.isEmpty ? nil : tr("too poor: {places}", ["places": listed(poor)]))
    state.rule = [PurposeAgreement.rule, ClimateFigures.rule].joined(separator: " ")
    state.wantsAttention = !poor.isEmpty
  }

  func addProfitChain(_ state: inout State) {
    let chain = ServiceProfitChain(
      contents.metrics, readings: contents.readings, startMonth: fiscalYearStart, today: today)
    let links = Set(chain.series.map(\.link))
    guard !links.isEmpty || !contents.employeeVoices.isEmpty else { return }
    let all = Metric.ChainLink.allCases.count
    let strongest = chain.pairs.compactMap { pair in
      pair.strongest.flatMap { lagged in
        lagged.correlation.coefficient.map { (pair: pair, lagged: lagged, value: $0) }
      }
    }.max { abs($0.value) < abs($1.value) }
    if let strongest {
      state.figure = MetricWords.number(strongest.value)
      state.meaning = tr(
        "correlation of {first} and {second}",
        [
          "first": MetricWords.title(of: strongest.pair.first.metric),
          "second": MetricWords.title(of: strongest.pair.second.metric),
        ])
      state.n = strongest.lagged.correlation.n
      state.detail = joined(
        strongest.lagged.lag == 0
          ? nil
          : ntr("{count} month later", "{count} months later", strongest.lagged.lag),
        links.count < all
          ? tr("{count} of {n} links have a measure", ["count": links.count, "n": all]) : nil)
    } else {
      state.figure = ratio(links.count, all)
      state.meaning = tr("links have a measure")
      state.n = chain.series.reduce(0) { $0 + $1.n }
      state.detail =
        contents.employeeVoices.isEmpty
        ? ""
        : ntr(
          "{count} conversation with employees", "{count} conversations with employees",
          contents.employeeVoices.count)
    }
    state.rule = ServiceProfitChain.rule
  }

  func addTurnover(_ state: inout State) {
    let years = TurnoverYears(contents.turnovers, startMonth: fiscalYearStart).years
    guard let year = years.first else { return }
    let cost = year.cost
    state.figure =
      cost.total.map { Money(minorUnits: Int64($0), currency).text(numbers, rounded: true) }
      ?? String(cost.leavers)
    state.meaning =
      cost.total == nil
      ? ntr("has left", "have left", cost.leavers)
      : ntr(
        "for {count} who left", "for {count} who left", cost.leavers - cost.uncostedLeavers)
    let before = years.dropFirst().first { if case .fiscalYear = $0.span { true } else { false } }
    state.detail = joined(
      year.period(startMonth: fiscalYearStart),
      cost.uncostedLeavers == 0
        ? nil
        : ntr(
          "what {count} more cost is not known", "what {count} more cost is not known",
          cost.uncostedLeavers),
      before.flatMap { before in
        before.cost.total.map {
          tr(
            "{year}: {money}",
            [
              "year": before.title(startMonth: fiscalYearStart),
              "money": Money(minorUnits: Int64($0), currency).text(numbers, rounded: true),
            ])
        }
      })
    state.n = cost.leavers
    state.rule = [TurnoverCost.rule, TurnoverYears.rule].joined(separator: " ")
  }

  func addRecognition(_ state: inout State) {
    guard !contents.champions.isEmpty else { return }
    let boards = Leaderboards(contents.champions)
    let recent = contents.champions.count { one in
      one.day.map { (0...90).contains($0.days(until: today)) } ?? false
    }
    state.figure = String(recent)
    state.meaning = ntr(
      "champion named in 90 days", "champions named in 90 days", recent)
    // What asks for attention stands behind the mark.
    state.detail = joined(
      boards.isConcentrated
        ? tr(
          "three people took {share} of all {count}",
          ["share": percent(boards.receivers.topThree), "count": boards.n])
        : tr("{count} in all", ["count": boards.n]))
    state.n = boards.n
    state.rule = Leaderboards.rule
    state.trend = Trend(
      counts: momentum.months.map(\.champions.count), tr("champions, month by month"))
    state.wantsAttention = boards.isConcentrated
  }

  /// Figures only: who a candidate is stands on their own page.
  func addTalent(_ state: inout State) {
    guard !contents.candidates.isEmpty || !contents.criteria.isEmpty else { return }
    let scored = Set(contents.candidateScores.map(\.candidateID))
    let roles = Set(contents.criteria.map(\.roleID)).count
    state.figure =
      contents.candidates.isEmpty
      ? String(roles)
      : ratio(
        contents.candidates.count { scored.contains($0.id) }, contents.candidates.count)
    state.meaning =
      contents.candidates.isEmpty
      ? ntr("role with a profile", "roles with a profile", roles) : tr("candidates have scores")
    state.detail =
      contents.candidates.isEmpty
      ? "" : ntr("{count} role with a profile", "{count} roles with a profile", roles)
    state.n = contents.candidates.isEmpty ? roles : contents.candidates.count
    state.rule = CandidateRanking.rule
  }

  func addReadiness(_ state: inout State) {
    let readiness = ReadinessFigures(
      contents.readinessRounds.inOrder(), ratings: contents.readinessRatings)
    guard let now = readiness.now, let mean = now.mean else { return }
    state.figure = tr("{value} of {highest}", ["value": decimal(mean), "highest": "5"])
    state.meaning = tr("ready")
    let most = now.disagreements.first
    state.detail = joined(
      readiness.before?.mean.map { tr("was {value}", ["value": decimal($0)]) },
      most.map { tr("raters differ most: {condition}", ["condition": $0.condition.title]) })
    state.n = readiness.n
    state.rule = ReadinessFigures.rule
    state.trend = Trend(
      readiness.rounds.suffix(PracticeStates.months).compactMap(\.mean),
      tr("readiness, round by round"))
    state.wantsAttention = readiness.before?.mean.map { mean < $0 } ?? false
  }

  private var organisation: Organisation? { contents.organisations.inOrder().first }
  private var fiscalYearStart: Int { organisation?.fiscalYearStart ?? 1 }
  private var currency: Currency { organisation.flatMap { Currency($0.currency) } ?? .euro }
}
