import Foundation

/// Training, communication, culture.
extension PlanWriter {
  mutating func addTraining() {
    if !contents.trainings.isEmpty {
      heading(3, tr("From the top down"))
      figure(.cascade)
    }
    register(
      "training", level: 4,
      columns: [
        "module", "wave", "trainer", "audience", "day", "people", "done on", "checked on",
      ])
    register(FollowUp.self, level: 3) { $0.doneOn != nil }
    addSkills()
    register("tips", level: 3)
  }

  /// Skills × roles, what is there of what is needed.
  private mutating func addSkills() {
    guard !contents.skills.isEmpty, !contents.skillLevels.isEmpty else { return }
    heading(3, tr("Skills"))
    figure(.skills)
    rule(tr("Levels: 0 not at all, 4 can train others."))
  }

  mutating func addCommunication() {
    if !contents.audiences.isEmpty {
      heading(3, tr("Who hears something when"))
      figure(.coverage, caption: tr("Messages to each audience, month by month"))
    }
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

  /// The links of the service–profit chain, side by side.
  private mutating func addChain() {
    guard contents.metrics.contains(where: { $0.chainLink != nil }) else { return }
    heading(3, tr("Service–profit chain"))
    figure(.chain, caption: tr("The links of the chain over time"))
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
    figure(.receivers, caption: tr("Who was named"), isNarrow: true)
    figure(.givers, caption: tr("Who named somebody"), isNarrow: true)
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
      }, isDense: true)
  }
}
