import Foundation

/// Training, communication, culture.
extension PlanWriter {
  mutating func addTraining() {
    register(
      Training.self, level: 3, title: tr("From the top down"),
      columns: [
        "module", "wave", "trainer", "audience", "day", "people", "done on", "checked on",
      ], figure: (.cascade, PlanFigure.cascade.title))
    register(FollowUp.self, level: 3, shows: { $0.doneOn != nil })
    finding(.followUps) { $0.isMarked }
    addSkills()
    register("tips", level: 3)
  }

  /// Skills × roles, what is there of what is needed.
  private mutating func addSkills() {
    guard !contents.skills.isEmpty, !contents.skillLevels.isEmpty else { return }
    heading(3, tr("Skills"))
    rule(tr("Levels: 0 not at all, 4 can train others."))
    figure(.skills)
    words(
      tr("What each skill means"), level: 4, (tr("Skill"), tr("What it means")),
      contents.skills.inOrder().map { ($0.title, $0.meaning) })
    finding(.skillGaps) { $0.isMarked }
  }

  mutating func addCommunication() {
    if !contents.audiences.isEmpty {
      heading(3, tr("Who hears something when"))
      figure(.coverage, caption: tr("Messages to each audience, month by month"))
    }
    addMessages()
    addAudiences()
    finding(.untold)
  }

  /// What is said to whom, with the words in which it is said.
  private mutating func addMessages() {
    guard !contents.messages.isEmpty else { return }
    let register = Message.register(in: registers)
    heading(3, register.title)
    let lines = register.summary(contents.messages).filter { !$0.isEmpty }
    if let first = lines.first { paragraph(first) }
    func text(_ name: String, _ message: Message) -> String {
      register.column(name)?.text(message) ?? ""
    }
    func joined(_ names: [String], _ message: Message) -> String {
      names.map { text($0, message) }.filter { !$0.isBlank }.joined(separator: " · ")
    }
    grid(
      "",
      [
        .init(tr("Message"), weight: 4), .init(tr("Audiences"), weight: 2),
        .init(tr("How"), weight: 1.6), .init(tr("When"), weight: 1.4), .init(tr("Status")),
      ],
      contents.messages.inOrder().map { message in
        [
          message.text.isBlank
            ? message.title.singleLine
            : tr(
              "{title}: “{text}”",
              ["title": message.title.singleLine, "text": message.text.singleLine]),
          text("audiences", message), joined(["channel", "messenger"], message),
          joined(["day", "cadence"], message), text("status", message),
        ]
      }, isDense: true)
    for line in lines.dropFirst() { rule(line) }
  }

  /// Who hears what.
  private mutating func addAudiences() {
    let heard = Dictionary(grouping: contents.messageAudiences, by: \.audienceID)
    let rows = contents.audiences.inOrder().map { audience in
      let count = heard[audience.id]?.count ?? 0
      return [
        audience.title, audience.size.map { registers.numbers.text(Double($0), decimals: 0) } ?? "",
        count == 0 ? tr("nothing yet") : String(count),
      ]
    }
    guard !rows.isEmpty else { return }
    heading(3, tr("Audiences"))
    grid(
      "",
      [
        .init(tr("Audience"), weight: 2), .init(tr("People"), isFigure: true),
        .init(tr("Messages"), isFigure: true),
      ], rows)
  }

  mutating func addCulture() {
    let behaviours = Dictionary(grouping: contents.behaviours.inOrder(), by: \.valueID)
    let values = contents.cultureValues.inOrder()
    if !values.isEmpty { heading(3, tr("What we stand for")) }
    grid(
      "",
      [
        .init(tr("Value"), weight: 1.4), .init(tr("What it means"), weight: 2),
        .init(tr("What one can see"), weight: 4),
      ],
      values.map { value in
        [
          value.title.singleLine, value.meaning.singleLine,
          (behaviours[value.id] ?? []).map(\.text.singleLine).joined(separator: "; "),
        ]
      })
    if !values.isEmpty, !contents.behaviours.isEmpty || !contents.champions.isEmpty {
      figure(.values)
    }
    addPurpose()
    addClimate()
    addChain()
    register(
      EmployeeVoice.self, level: 3, columns: ["voice", "reason", "department", "day"],
      isDense: true,
      comesBefore: { (Self.order(of: $0), $0.rank) < (Self.order(of: $1), $1.rank) },
      group: { $0.voiceKind.title })
    addTurnover()
    addChampions()
    addTalent()
  }

  private static func order(of voice: EmployeeVoice) -> Int {
    EmployeeVoice.Kind.allCases.firstIndex(of: voice.voiceKind) ?? 0
  }

  /// What is looked for in whom. Candidates are no matter of a plan.
  private mutating func addTalent() {
    let criteria = Dictionary(grouping: contents.criteria.inOrder(), by: \.roleID)
    var rows: [[String]] = []
    for role in contents.workRoles.inOrder() {
      guard let own = criteria[role.id] else { continue }
      rows.append([role.title])
      rows += own.map { [$0.title, $0.area.title, String($0.weight)] }
    }
    guard !rows.isEmpty else { return }
    heading(3, tr("Talent"))
    grid(
      tr("What is looked for in each role"),
      [
        .init(tr("Criterion"), weight: 3), .init(tr("Area"), weight: 1.5),
        .init(tr("Weight"), isFigure: true),
      ], rows, isDense: true)
    rule(CandidateRanking.rule)
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
    addAnswers()
  }

  /// As colleagues gave them, the nearest to what the organisation says first.
  private mutating func addAnswers() {
    let answers = contents.purposeAnswers.inOrder().filter { !$0.answer.isBlank }
    var rows: [[String]] = []
    for rating in PurposeAnswer.Rating.allCases.map(Optional.some) + [nil] {
      let own = answers.filter { $0.rating == rating }
      guard !own.isEmpty else { continue }
      rows.append([rating?.title ?? tr("not rated yet")])
      rows += own.map { [$0.answer.singleLine, department($0.departmentID)] }
    }
    let span = Set(answers.compactMap(\.day)).sorted()
    let days = [span.first, span.last].compactMap(\.self).map { day($0) }
    grid(
      days.isEmpty
        ? tr("What colleagues answered")
        : tr(
          "What colleagues answered, {days}",
          ["days": span.count == 1 ? days[0] : days.joined(separator: " – ")]),
      [.init(tr("Answer"), weight: 4), .init(tr("Department"))], rows, isDense: true)
  }

  private mutating func addClimate() {
    guard !contents.climatePulses.isEmpty else { return }
    heading(3, tr("Climate"))
    figure(.climate)
  }

  private mutating func addTurnover() {
    let years = TurnoverYears(
      contents.turnovers, startMonth: registers.fiscalYearStart
    ).years
    guard !years.isEmpty else { return }
    let context = registers
    func money(_ value: Int?) -> String {
      value.map {
        Money(minorUnits: Int64($0), context.currency).text(context.numbers, rounded: true)
      }
        ?? "–"
    }
    heading(3, tr("Cost of turnover"))
    for year in years {
      paragraph(
        TurnoverYears.sentence(
          of: year, startMonth: registers.fiscalYearStart, days: days, money: { money($0) }))
    }
    grid(
      "",
      [
        .init(tr("Jobs"), weight: 2), .init(tr("Department")), .init(tr("Period"), weight: 1.6),
        .init(tr("Leavers"), isFigure: true), .init(tr("Salary"), isFigure: true),
        .init(tr("Recruiting"), isFigure: true), .init(tr("Induction"), isFigure: true),
        .init(tr("Training"), isFigure: true), .init(tr("Lost work"), isFigure: true),
        .init(tr("Each"), isFigure: true), .init(tr("All"), isFigure: true),
      ],
      years.flatMap(\.cost.items).map { item in
        let one = item.turnover
        let period = [day(one.startDay), day(one.endDay)].filter { !$0.isEmpty }
        return [
          one.title, department(one.departmentID), period.joined(separator: " – "),
          String(one.leavers), money(one.salary),
        ]
          + [one.recruiting, one.induction, one.training, one.lostWork].map {
            $0.map(percentage) ?? "–"
          } + [money(item.perLeaver), money(item.cost)]
      })
    rule([TurnoverCost.rule, TurnoverYears.rule].joined(separator: " "))
  }

  /// The links of the service–profit chain, side by side.
  private mutating func addChain() {
    guard contents.metrics.contains(where: { $0.chainLink != nil }) else { return }
    heading(3, tr("Service–profit chain"))
    figure(.chain, caption: tr("The links of the chain over time"))
  }

  /// What somebody did, and at which step.
  private func told(_ champion: Champion, _ steps: [UUID: String]) -> String {
    guard let step = champion.stepID.flatMap({ steps[$0] }), !step.isEmpty else {
      return champion.story
    }
    return champion.story.isBlank
      ? step : tr("{story} ({step})", ["story": champion.story, "step": step])
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
    // What they were named for stands over them.
    var rows: [[String]] = []
    let order = contents.cultureValues.inOrder().map { Optional($0.id) } + [nil]
    let known = Set(values.keys)
    let steps = contents.stepTitles
    for value in order {
      let own = champions.filter { $0.valueID.flatMap { known.contains($0) ? $0 : nil } == value }
      guard !own.isEmpty else { continue }
      rows.append([value.flatMap { values[$0] } ?? tr("No value noted")])
      rows += own.map {
        [
          day($0.day), $0.team.isEmpty ? $0.toName : "\($0.toName), \($0.team)", $0.fromName,
          told($0, steps),
        ]
      }
    }
    grid(
      "",
      [
        .init(tr("Day")), .init(tr("Customer Champion"), weight: 2.3),
        .init(tr("From"), weight: 1.2), .init(tr("Story"), weight: 4.8),
      ], rows, isDense: true)
  }
}
