import Foundation

/// What is found about people and how they work together.
extension FindingMaker {
  var raci: Finding {
    let faults = RACIFaults(
      contents.decisions, roles: contents.workRoles, parts: contents.decisionRoles)
    return Finding(
      tr("Decisions for which it is not clear who decides"),
      summary: tr(
        "{share} of the decisions.",
        ["share": Proportion(faults.items.count, of: faults.n).text]),
      rule: RACIFaults.rule,
      rows: faults.items.map { item in
        Finding.Row(
          item.decision.title, detail: item.faults.map(\.sentence).joined(separator: " "),
          reference: item.decision.reference, isMarked: true)
      })
  }

  var placement: Finding {
    let placement = CXRolePlacement(contents.cxRoles, departments: contents.departments)
    return Finding(
      tr("Where the CX roles stand"),
      summary: line(
        tr(
          "Inside one department: {share}.",
          ["share": Proportion(placement.insideDepartment.count, of: placement.n).text]),
        tr(
          "Without a seat at a table: {share}.",
          ["share": Proportion(placement.withoutSeat.count, of: placement.n).text])),
      rule: CXRolePlacement.rule,
      rows: placement.insideDepartment.map {
        Finding.Row(
          $0.role.title, detail: $0.sentence, reference: $0.role.reference, isMarked: true)
      }
        + placement.withoutSeat.map {
          Finding.Row(
            $0.title, detail: tr("has no seat at any table"), reference: $0.reference,
            isMarked: true)
        })
  }

  // MARK: Culture

  private func name(_ department: Department?) -> String {
    department?.name ?? tr("The whole organisation")
  }

  var purpose: Finding {
    let agreement = PurposeAgreement(contents.purposeAnswers, departments: contents.departments)
    return Finding(
      tr("“What do we stand for?”: who answers alike"),
      summary: line(
        tr("Similar: {share}.", ["share": agreement.total.similar.text]),
        agreement.total.unrated > 0
          ? ntr(
            "{count} answer is not compared yet.", "{count} answers are not compared yet.",
            agreement.total.unrated) : ""), rule: PurposeAgreement.rule,
      rows: agreement.rows.map { row in
        Finding.Row(
          row.department?.name ?? tr("No department"),
          detail: line(
            tr("similar: {share}", ["share": row.similar.text]),
            tr("the same: {count}", ["count": row.same.count]),
            tr("partly: {count}", ["count": row.partly.count]),
            tr("different: {count}", ["count": row.different.count])),
          reference: row.answers.first { $0.rating == .different }?.reference
            ?? row.answers.first?.reference,
          isMarked: PurposeAgreement.isApart(row))
      })
  }

  var climate: Finding {
    let figures = ClimateFigures(
      contents.climatePulses, departments: contents.departments, today: today)
    let poor = figures.tooPoor
    let others = figures.rows.filter { !$0.isTooPoor }
    func row(_ one: ClimateFigures.Row) -> Finding.Row {
      let parts = ClimateFigures.Dimension.allCases.compactMap { dimension -> String? in
        one.value(dimension).map { value in
          let title = dimension.title
          guard let change = one.change(dimension) else {
            return tr("{dimension} {value}", ["dimension": title, "value": number(value)])
          }
          return tr(
            "{dimension} {value} ({change})",
            [
              "dimension": title, "value": number(value),
              "change": (change < 0 ? "−" : "+") + number(abs(change)),
            ])
        }
      }
      return Finding.Row(
        name(one.department),
        detail: line(
          parts.joined(separator: ", "), day(one.newest?.day),
          one.n.map { tr("n {count}", ["count": $0]) }),
        reference: one.newest?.reference, isMarked: one.isTooPoor)
    }
    return Finding(
      tr("Where the climate is too poor for new standards to take"),
      summary: tr(
        "{share} of the places with a pulse.",
        ["share": Proportion(poor.count, of: figures.rows.count).text]),
      rule: ClimateFigures.rule, rows: poor.map(row) + others.map(row))
  }

  // MARK: Service–profit chain

  var correlations: Finding {
    let chain = ServiceProfitChain(
      contents.metrics, readings: contents.readings, startMonth: startMonth, today: today)
    return Finding(
      tr("What goes together along the chain"),
      summary: ntr(
        "{count} pair of neighbouring measures, over {periods} periods.",
        "{count} pairs of neighbouring measures, over {periods} periods.", chain.pairs.count,
        ["periods": chain.periods.count]),
      rule: ServiceProfitChain.rule,
      rows: chain.pairs.map { pair in
        let best = pair.strongest
        return Finding.Row(
          tr(
            "{first} and {second}",
            [
              "first": MetricWords.title(of: pair.first.metric),
              "second": MetricWords.title(of: pair.second.metric),
            ]),
          detail: line(
            best.map { one in
              one.lag == 0
                ? tr("strongest at once: {text}", ["text": one.correlation.text])
                : ntr(
                  "strongest {count} period later: {text}",
                  "strongest {count} periods later: {text}", one.lag,
                  ["text": one.correlation.text])
            } ?? pair.lags.first?.correlation.text,
            pair.lags.compactMap { lag in
              lag.correlation.coefficient.map {
                tr(
                  "lag {lag}: {r}, n {n}",
                  [
                    "lag": lag.lag, "r": NumberFormat.local.text($0, decimals: 2),
                    "n": lag.correlation.n,
                  ])
              }
            }.joined(separator: "; ")), reference: pair.second.metric.reference)
      })
  }

  var turnover: Finding {
    let years = TurnoverYears(contents.turnovers, startMonth: startMonth).years
    let departments = Dictionary(
      contents.departments.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return Finding(
      tr("What it costs when people leave"),
      summary: years.isEmpty
        ? ntr("{count} person left", "{count} people left", 0)
        : years.map { year in
          let cost = year.cost
          return tr(
            "{period}: {figures}",
            [
              "period": year.period(startMonth: startMonth),
              "figures": line(
                cost.total.map { tr("{money} all together", ["money": money($0)]) },
                ntr("{count} person left", "{count} people left", cost.leavers),
                cost.unknown.isEmpty
                  ? ""
                  : tr(
                    "salary or shares are missing: {share}",
                    ["share": Proportion(cost.unknown.count, of: cost.n).text])) + ".",
            ])
        }.joined(separator: " "),
      rule: [TurnoverCost.rule, TurnoverYears.rule].joined(separator: " "),
      rows: years.flatMap(\.cost.items).map { item in
        let isHigh = item.comparison == .aboveUsual || item.comparison == .aboveHighest
        return Finding.Row(
          item.cost.map {
            tr("{title}: {money}", ["title": item.turnover.title, "money": money($0)])
          } ?? item.turnover.title,
          detail: line(
            item.turnover.departmentID.flatMap { departments[$0] },
            period(item.turnover.startDay, item.turnover.endDay),
            ntr("{count} left", "{count} left", item.turnover.leavers),
            item.share.map {
              tr("{percent} % of the salary", ["percent": number($0 * 100)])
            },
            item.usualCost.map {
              tr(
                "usual: {low} to {high}",
                ["low": money($0.lowerBound), "high": money($0.upperBound)])
            }, item.comparison.map(Self.words)),
          reference: item.turnover.reference, isMarked: isHigh || item.cost == nil)
      })
  }

  private static func words(_ comparison: TurnoverCost.Comparison) -> String {
    switch comparison {
    case .below: tr("below what is usual")
    case .usual: tr("as usual")
    case .aboveUsual: tr("above what is usual for most jobs")
    case .aboveHighest: tr("above the highest that was published")
    }
  }

  func reasons(_ kind: EmployeeVoice.Kind) -> Finding {
    let found = EmployeeReasons(contents.employeeVoices, kind: kind)
    let title =
      switch kind {
      case .wish: tr("What would make this a world-class place to work")
      case .stay: tr("Why people stay")
      case .leave: tr("Why people left")
      }
    return Finding(
      title,
      summary: line(
        ntr("{count} voice.", "{count} voices.", found.n),
        found.withoutReason.isEmpty
          ? ""
          : ntr(
            "{count} names no reason in a word.", "{count} name no reason in a word.",
            found.withoutReason.count)), rule: EmployeeReasons.rule,
      rows: found.entries.map { entry in
        Finding.Row(
          entry.reason,
          detail: line(found.share(of: entry).text, entry.voices.first.map { "“\($0.text)”" }),
          reference: entry.voices.first?.reference)
      })
  }

  var champions: Finding {
    let boards = Leaderboards(contents.champions)
    let board = boards.receivers
    return Finding(
      tr("Whether the same three people take most"),
      summary: line(
        tr("The first three have {share} of the accolades.", ["share": board.topThree.text]),
        boards.n < Leaderboards.fewestToJudge
          ? tr("Too few to judge.")
          : boards.isConcentrated
            ? tr("They take most of them: look at whose work is not seen.")
            : tr("They do not take most of them.")), rule: Leaderboards.rule,
      rows: board.entries.prefix(3).map { entry in
        Finding.Row(
          tr("{place}. {name}", ["place": entry.place, "name": entry.name]),
          detail: line(
            ntr("{count} accolade", "{count} accolades", entry.count),
            day(entry.champions.first?.day)),
          reference: entry.champions.first?.reference, isMarked: boards.isConcentrated)
      })
  }

  // MARK: Talent

  var candidates: Finding {
    let candidates = Dictionary(grouping: contents.candidates, by: \.roleID)
    let criteria = Dictionary(grouping: contents.criteria, by: \.roleID)
    let scores = Dictionary(grouping: contents.candidateScores, by: \.candidateID)
    let rankings = contents.workRoles.inOrder().compactMap { role in
      candidates[role.id].map { own in
        (
          role: role,
          ranking: CandidateRanking(
            role: role.id, candidates: own, criteria: criteria[role.id] ?? [],
            scores: own.flatMap { scores[$0.id] ?? [] })
        )
      }
    }
    let scored = rankings.reduce(0) { $0 + $1.ranking.items.count { $0.place != nil } }
    return Finding(
      tr("Candidates by their scorecards"),
      summary: tr(
        "{share} of the candidates have a score.",
        [
          "share": Proportion(scored, of: rankings.reduce(0) { $0 + $1.ranking.n }).text
        ]),
      rule: CandidateRanking.rule,
      rows: rankings.flatMap { role, ranking in
        ranking.items.map { item in
          let name = item.candidate.name
          return Finding.Row(
            item.place.map { tr("{place}. {name}", ["place": $0, "name": name]) } ?? name,
            detail: line(
              role.title,
              // As exact as what they are ranked by.
              item.weighted.map { tr("{score} of 5", ["score": MetricWords.number($0)]) },
              ntr("{count} scorecard", "{count} scorecards", item.scorecards.count),
              item.missing > 0
                ? ntr(
                  "{count} criterion not scored", "{count} criteria not scored", item.missing)
                : "",
              (item.disagreement ?? 0) >= 1
                ? tr(
                  "interviewers are {count} apart", ["count": number(item.disagreement ?? 0)])
                : ""), reference: item.candidate.reference,
            isMarked: item.missing > 0 || (item.disagreement ?? 0) >= 1)
        }
      })
  }

  // MARK: Readiness

  private var rounds: ReadinessFigures {
    ReadinessFigures(contents.readinessRounds, ratings: contents.readinessRatings)
  }

  var readiness: Finding {
    let figures = rounds
    return Finding(
      tr("How ready, now against before"),
      summary: figures.now.map { now in
        line(
          tr("{mean} of 5.", ["mean": now.mean.map(number) ?? "–"]),
          figures.before?.mean.map { tr("Before: {mean}.", ["mean": number($0)]) },
          ntr("{count} rater.", "{count} raters.", now.raters.count),
          ntr("n = {count} rating.", "n = {count} ratings.", figures.n))
      } ?? tr("No round has a rating yet."), rule: ReadinessFigures.rule,
      rows: (figures.now.map { now in
        ReadinessFigures.Condition.allCases.compactMap { condition -> Finding.Row? in
          guard let mean = now.mean(condition) else { return nil }
          let change = figures.change(condition)
          return Finding.Row(
            condition.title,
            detail: line(
              tr("{score} of 5", ["score": number(mean)]),
              change.map {
                tr(
                  "{change} since the round before",
                  ["change": ($0 < 0 ? "−" : "+") + number(abs($0))])
              },
              ntr(
                "{count} rating", "{count} ratings",
                condition.parts.reduce(0) { $0 + (now.value($1)?.n ?? 0) })),
            reference: now.round.reference, isMarked: (change ?? 0) < 0)
        }
      } ?? []))
  }

  var disagreements: Finding {
    let figures = rounds
    let rated = figures.now?.values.filter { $0.n > 1 } ?? []
    // A point apart is no disagreement: the picture marks those with two or more, too.
    let apart = (figures.now?.disagreements ?? []).filter { ($0.range ?? 0) >= 2 }
    return Finding(
      tr("Where raters disagree most"),
      summary: tr(
        "{share} of the conditions that several people rated.",
        ["share": Proportion(apart.count, of: rated.count).text]),
      rule: tr(
        "Of the newest round: the highest rating less the lowest, where it is 2 or more, largest first; then by how widely they are spread."
      ),
      rows: apart.map { value in
        Finding.Row(
          value.condition.title,
          detail: line(
            tr("{range} apart", ["range": number(value.range ?? 0)]),
            listed(
              value.ratings.map {
                tr("{rater} {score}", ["rater": $0.rater, "score": $0.score])
              })), reference: figures.now?.round.reference,
          isMarked: true)
      })
  }
}
