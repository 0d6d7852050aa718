import Foundation

/// Training, communication, culture.
extension PlanWriter {
  mutating func addTraining() {
    register(
      "training", level: 3, title: tr("From the top down"),
      columns: [
        "module", "wave", "trainer", "audience", "day", "people", "done on", "checked on",
      ])
    register(FollowUp.self, level: 3) { $0.doneOn != nil }
    addSkills()
    register("tips", level: 3)
  }

  /// Skills × roles, what is there of what is needed.
  private mutating func addSkills() {
    let skills = contents.skills.inOrder()
    let used = Set(contents.skillLevels.map(\.roleID))
    let roles = contents.workRoles.inOrder().filter { used.contains($0.id) }
    guard !skills.isEmpty, !roles.isEmpty else { return }
    heading(3, tr("Skills"))
    grid(
      tr("Present, of what is needed"),
      [.init(tr("Skill"), weight: 2.4)] + roles.map { .init($0.title, isFigure: true) },
      skills.map { skill in
        [skill.title]
          + roles.map { role in
            let level = contents.skillLevels.first {
              $0.skillID == skill.id && $0.roleID == role.id
            }
            guard let level, level.needed != nil || level.present != nil else { return "" }
            let present = level.present.map(String.init) ?? "–"
            guard let needed = level.needed else { return present }
            return tr("{present} of {needed}", ["present": present, "needed": needed])
          }
      })
    rule(tr("Levels: 0 not at all, 4 can train others."))
  }

  mutating func addCommunication() {
    register(
      "messages", level: 3,
      columns: ["message", "audiences", "channel", "messenger", "day", "cadence", "status"])
    addAudiences()
  }

  /// Who hears what.
  private mutating func addAudiences() {
    let titles = Dictionary(
      contents.messages.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let heard = Dictionary(grouping: contents.messageAudiences, by: \.audienceID)
    let rows = contents.audiences.inOrder().map { audience in
      [
        audience.title, audience.size.map(String.init) ?? "",
        (heard[audience.id] ?? []).compactMap { titles[$0.messageID] }.joined(separator: "; "),
      ]
    }
    guard !rows.isEmpty else { return }
    heading(3, tr("Audiences"))
    grid(
      "",
      [
        .init(tr("Audience"), weight: 1.6), .init(tr("People"), weight: 0.7, isFigure: true),
        .init(tr("What they hear"), weight: 4),
      ], rows.map { [$0[0], $0[1], $0[2].isEmpty ? tr("nothing yet") : $0[2]] })
  }

  mutating func addCulture() {
    let behaviours = Dictionary(grouping: contents.behaviours.inOrder(), by: \.valueID)
    list(
      tr("What we stand for"), level: 3,
      contents.cultureValues.inOrder().map { value in
        TextDocument.Item(
          text: value.title, remark: value.meaning,
          children: (behaviours[value.id] ?? []).map { TextDocument.Item(text: $0.text) })
      })
    addPurpose()
    addClimate()
    addChain()
    register("employee-voices", level: 3)
    addTurnover()
    addChampions()
  }

  /// Who says the same when asked what the organisation stands for.
  private mutating func addPurpose() {
    let agreement = PurposeAgreement(
      contents.purposeAnswers, departments: contents.departments.inOrder())
    guard agreement.n > 0 else { return }
    heading(3, tr("Ask anyone: what do we stand for?"))
    paragraph(tr("A similar answer: {share}.", ["share": agreement.total.similar.text]))
    grid(
      "",
      [
        .init(tr("Department"), weight: 2), .init(tr("Same"), isFigure: true),
        .init(tr("Partly"), isFigure: true), .init(tr("Different"), isFigure: true),
        .init(tr("Similar"), isFigure: true),
      ],
      agreement.rows.filter { $0.n > 0 }.map { row in
        [
          row.department?.name ?? tr("not noted"), String(row.same.count),
          String(row.partly.count), String(row.different.count),
          row.similar.share.map(percentage) ?? "–",
        ]
      })
    rule(PurposeAgreement.rule)
  }

  private mutating func addClimate() {
    let climate = ClimateFigures(
      contents.climatePulses, departments: contents.departments.inOrder(), today: today)
    let rows = climate.rows.filter { $0.newest != nil }
    guard !rows.isEmpty else { return }
    let context = registers
    heading(3, tr("Climate"))
    grid(
      "",
      [.init(tr("Department"), weight: 2)]
        + ClimateFigures.Dimension.allCases.map { .init($0.title, isFigure: true) }
        + [.init(tr("n"), isFigure: true), .init(tr("Day")), .init(tr("Too poor for change"))],
      rows.map { row in
        [row.department?.name ?? tr("not noted")]
          + ClimateFigures.Dimension.allCases.map { dimension in
            row.value(dimension).map { context.numbers.text($0, decimals: 1) } ?? "–"
          } + [
            row.n.map(String.init) ?? "", day(row.newest?.day),
            row.isTooPoor ? row.poor.map(\.title).joined(separator: ", ") : "",
          ]
      })
    rule(ClimateFigures.rule)
  }

  private mutating func addTurnover() {
    let cost = TurnoverCost(contents.turnovers.inOrder())
    guard cost.n > 0 else { return }
    let context = registers
    func money(_ value: Int?) -> String {
      value.map { Money(minorUnits: Int64($0), context.currency).text(context.numbers) } ?? "–"
    }
    heading(3, tr("Cost of turnover"))
    paragraph(
      tr(
        "{count} people left; replacing them cost {money}.",
        ["count": cost.leavers, "money": money(cost.total)]))
    grid(
      "",
      [
        .init(tr("Jobs"), weight: 2), .init(tr("Leavers"), isFigure: true),
        .init(tr("Share of a salary"), isFigure: true), .init(tr("Each"), isFigure: true),
        .init(tr("All"), isFigure: true),
      ],
      cost.items.map { item in
        [
          item.turnover.title, String(item.turnover.leavers),
          item.share.map(percentage) ?? "–", money(item.perLeaver), money(item.cost),
        ]
      })
    rule(TurnoverCost.rule)
  }

  /// The links of the service–profit chain, each with its newest figure.
  private mutating func addChain() {
    let rows = Metric.ChainLink.allCases.flatMap { link in
      contents.metrics.inOrder().filter { $0.chainLink == link }.map { metric -> [String] in
        let series = series(of: metric)
        return [
          link.planTitle, MetricWords.title(of: metric),
          series?.newest.map { MetricWords.value($0.value, of: metric) } ?? "–",
          series?.newest?.n.map(String.init) ?? "",
          series?.change.map { MetricWords.name(of: $0.trend) } ?? "",
        ]
      }
    }
    guard !rows.isEmpty else { return }
    heading(3, tr("Service–profit chain"))
    grid(
      "",
      [
        .init(tr("Link"), weight: 1.6), .init(tr("Measure"), weight: 2),
        .init(tr("Newest"), isFigure: true), .init(tr("n"), weight: 0.6, isFigure: true),
        .init(tr("Trend")),
      ], rows)
  }

  private mutating func addChampions() {
    let champions = contents.champions.inOrder()
    guard !champions.isEmpty else { return }
    heading(3, tr("Customer Champions"))
    let boards = Leaderboards(champions)
    func leaders(_ board: Leaderboards.Board) -> String {
      board.entries.filter { $0.place <= 3 }.prefix(6).map {
        tr("{name} ({count})", ["name": $0.name, "count": $0.count])
      }.joined(separator: ", ")
    }
    document.addFacts([
      (tr("Most received"), leaders(boards.receivers)), (tr("Most given"), leaders(boards.givers)),
      (tr("Teams"), leaders(boards.teams)),
    ])
    if boards.isConcentrated {
      paragraph(tr("The same three people take most of the accolades."))
    }
    let values = Dictionary(
      contents.cultureValues.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    grid(
      "",
      [
        .init(tr("Day")), .init(tr("Customer Champion"), weight: 1.4),
        .init(tr("From"), weight: 1.4),
        .init(tr("Value"), weight: 1.2), .init(tr("Story"), weight: 4),
      ],
      champions.map {
        [
          day($0.day), $0.team.isEmpty ? $0.toName : "\($0.toName), \($0.team)", $0.fromName,
          $0.valueID.flatMap { values[$0] } ?? "", $0.story,
        ]
      })
  }
}

extension Metric.ChainLink {
  var planTitle: String {
    switch self {
    case .employeeExperience: tr("Employee experience")
    case .culture: tr("Culture")
    case .customerSatisfaction: tr("Customer satisfaction")
    case .profit: tr("Profit")
    }
  }
}
