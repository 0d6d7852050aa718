import Foundation

/// What is to change: priorities, initiatives, what they need and what is in their way.
extension PlanWriter {
  mutating func addPriorities() {
    let priorities = Priorities(
      contents.opportunities, gutScores: contents.gutScores,
      records: OpportunityEvidence.Records(contents))
    guard !priorities.places.isEmpty else { return }
    let context = registers
    func figure(_ value: Double?, _ decimals: Int = 1) -> String {
      value.map { context.numbers.text($0, decimals: decimals) } ?? "–"
    }
    heading(3, tr("Which changes come first"))
    self.figure(.priorities, caption: tr("Opportunities by value and effort"))
    grid(
      tr("Opportunities by RICE"),
      [
        .init(tr("Place"), isFigure: true), .init(tr("Opportunity"), weight: 4),
        .init(tr("Value"), isFigure: true), .init(tr("Effort, person-months"), isFigure: true),
        .init(tr("Reach"), isFigure: true), .init(tr("Sure"), isFigure: true),
        .init(tr("RICE"), isFigure: true), .init(tr("Gut"), isFigure: true),
        .init(tr("Data"), isFigure: true), .init(tr("Kind"), weight: 1.4),
      ],
      priorities.places.map { place in
        let one = place.opportunity
        return [
          place.position.map(String.init) ?? "–", title(of: one), figure(one.value),
          figure(one.effort), figure(one.reach, 0), one.confidence.map(percentage) ?? "–",
          figure(place.rice.score), figure(place.gutAndData.gut), figure(place.gutAndData.data),
          place.quadrant?.title ?? "",
        ]
      })
    rule(Priorities.rule)
    list(
      tr("Gut and data disagree: ask customers first"), level: 3,
      priorities.places.filter(\.isDashed).map { place in
        TextDocument.Item(
          text: title(of: place.opportunity),
          remark: tr(
            "gut {gut}, data {data}: {working}",
            [
              "gut": figure(place.gutAndData.gut), "data": figure(place.gutAndData.data),
              "working": place.gutAndData.evidence.working,
            ]))
      })
    if priorities.places.contains(where: \.isDashed) { rule(GutAndData.rule) }
    words(
      tr("Notes on opportunities"), level: 3, (tr("Opportunity"), tr("Notes")),
      contents.opportunities.inOrder().map { (title(of: $0), $0.notes) })
  }

  /// Its own, or what its card says.
  private func title(of opportunity: Opportunity) -> String {
    guard opportunity.title.allSatisfy(\.isWhitespace), let id = opportunity.cardID else {
      return opportunity.title.singleLine
    }
    return contents.cards.first { $0.id == id }?.text.singleLine ?? ""
  }

  mutating func addInitiatives() {
    register(
      Initiative.self, level: 3, title: tr("What we will do"),
      figure: (.timeline, tr("Initiatives over time")))
    addReach()
    addPilots()
    addResources()
    addHeld()
    addBarriers()
  }

  /// Whom each initiative touches, and what is noted on it.
  private mutating func addReach() {
    let departments = Set(contents.initiativeDepartments.map(\.initiativeID))
    let audiences = Set(contents.initiativeAudiences.map(\.initiativeID))
    let hasOther = contents.initiatives.contains { $0.goalID != nil && !$0.goal.isBlank }
    register(
      Initiative.self, level: 4, title: tr("Who takes part, whom it affects, and notes"),
      columns: ["initiative"] + (hasOther ? ["goal"] : []) + ["departments", "audiences", "notes"],
      isDense: true,
      saysMore: false,
      shows: {
        !$0.notes.isBlank || departments.contains($0.id) || audiences.contains($0.id)
          || ($0.goalID != nil && !$0.goal.isBlank)
      })
  }

  /// What each initiative asks for and what it was granted: by department and quarter, and need by
  /// need.
  private mutating func addResources() {
    guard !contents.resourceNeeds.isEmpty else { return }
    heading(3, tr("Resources"))
    let gap = ResourceGap(
      contents.resourceNeeds, initiatives: contents.initiatives,
      departments: contents.departments.inOrder(), startMonth: registers.fiscalYearStart,
      today: today)
    if !gap.rows.isEmpty, !gap.quarters.isEmpty {
      // One rule for both.
      picture(
        .figure(.people), caption: PlanFigure.people.title, isNarrow: true,
        showsRule: explanation(of: .figure(.money)) == nil)
      figure(.money, isNarrow: true)
    }
    addNeeds()
    finding(.unmet)
  }

  /// Under the name of each initiative.
  private mutating func addNeeds() {
    let needs = Dictionary(grouping: contents.resourceNeeds.inOrder(), by: \.initiativeID)
    var rows: [[String]] = []
    for initiative in contents.initiatives.inOrder() {
      guard let own = needs[initiative.id] else { continue }
      rows.append([initiative.title.singleLine])
      rows += own.map { need in
        let kind = need.tool.map {
          tr("{sort}: {tool}", ["sort": need.need.title, "tool": $0.title])
        }
        let period = [day(need.startDay), day(need.endDay)]
        let what = [
          need.title.singleLine, kind ?? need.need.title,
          period.allSatisfy(\.isEmpty) ? "" : period.joined(separator: " – "),
        ]
        return [
          what.filter { !$0.isBlank }.joined(separator: " · "), department(need.departmentID),
          amounts(need).joined(separator: "; "),
        ]
      }
    }
    grid(
      tr("What each initiative asks for"),
      [
        .init(tr("Resource"), weight: 3), .init(tr("Department")),
        .init(tr("Asked → granted"), weight: 1.6, isFigure: true),
      ], rows, isDense: true)
  }

  /// "0.5 → 0.25 FTE", "€5,000 → –".
  private func amounts(_ need: ResourceNeed) -> [String] {
    func pair(_ asked: String?, _ granted: String?) -> String? {
      guard asked != nil || granted != nil else { return nil }
      let both = tr("{asked} → {granted}", ["asked": asked ?? "–", "granted": granted ?? "–"])
      return both.replacing(" ", with: "\u{A0}")
    }
    func people(_ value: Double?) -> String? {
      value.map { registers.numbers.text($0, decimals: 2) }
    }
    func money(_ value: Int?) -> String? {
      value.map {
        Money(minorUnits: Int64($0), registers.currency).text(registers.numbers, rounded: true)
      }
    }
    let fte = pair(people(need.askedPeople), people(need.grantedPeople))
    return [
      fte.map { tr("{number} FTE", ["number": $0]) },
      pair(money(need.askedMoney), money(need.grantedMoney)),
    ].compactMap(\.self)
  }

  private mutating func addBarriers() {
    guard !contents.barriers.isEmpty else { return }
    let register = Barrier.register(in: registers)
    heading(3, register.title)
    let lines = register.summary(contents.barriers).filter { !$0.isEmpty }
    if let first = lines.first { paragraph(first) }
    figure(.barriers)
    let hasActions = contents.barriers.contains { !$0.action.isBlank }
    document.addRegister(
      register, contents.barriers.openFirst(),
      columns: register.columns.filter { $0.isInTable || hasActions && $0.name == "action" }
        .map(\.name), isDense: hasActions)
  }

  /// Short runs before the long ones: what is tried, when, by what one sees whether it works, and
  /// what came of it.
  private mutating func addPilots() {
    let pilots = contents.initiatives.inOrder().filter {
      $0.pilotStart != nil || $0.pilotEnd != nil || !$0.pilotLearned.isBlank
    }
    let runs = ShortRuns(contents.initiatives, today: today)
    guard !pilots.isEmpty || runs.n > 0 else { return }
    heading(3, tr("Pilots"))
    if runs.n > 0 {
      paragraph(
        tr("{share} of what is planned or runs begins with a pilot.", ["share": runs.begun.text]))
    }
    let goals = Dictionary(
      contents.goals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let columns: [TextDocument.Grid.Column] = [
      .init(tr("Pilot of"), weight: 2), .init(tr("What is tried"), weight: 2.4),
      .init(tr("When"), weight: 1.4),
      .init(tr("What shows whether it works"), weight: 2),
      .init(tr("What it taught"), weight: 3),
    ]
    let rows = pilots.map { pilot in
      [
        pilot.title.singleLine, tried(in: pilot), time(ofPilot: pilot),
        pilot.goalID.flatMap { goals[$0] }.map(measure) ?? "",
        pilot.pilotLearned.singleLine,
      ]
    }
    // What nobody wrote down has no column.
    let known = columns.indices.filter { place in
      place == 0 || rows.contains { !$0[place].isBlank }
    }
    grid(
      tr("What is tried before the long run"), known.map { columns[$0] },
      rows.map { row in known.map { row[$0] } }, isDense: true)
    list(
      tr("Where a pilot is missing or lacks something"), level: 4,
      runs.items.map {
        TextDocument.Item(
          text: $0.initiative.title.singleLine, remark: listed($0.faults.map(\.sentence)))
      })
    rule(ShortRuns.rule)
  }

  /// The notes on an initiative, or else the opportunity that it came from.
  private func tried(in pilot: Initiative) -> String {
    guard pilot.notes.isBlank else { return pilot.notes.singleLine }
    return contents.opportunities.first { $0.id == pilot.opportunityID }.map(title) ?? ""
  }

  /// How one sees that a goal is reached, and the metric that it is read from.
  private func measure(of goal: Goal) -> String {
    let metric = contents.metrics.first { $0.id == goal.metricID }.map { MetricWords.title(of: $0) }
    return [metric ?? "", goal.measure.singleLine].filter { !$0.isBlank }.joined(separator: ": ")
  }

  /// "2026-11-02 – 2026-11-20, over".
  private func time(ofPilot pilot: Initiative) -> String {
    let days = [day(pilot.pilotStart), day(pilot.pilotEnd)]
    let span = days.allSatisfy(\.isEmpty) ? "" : days.joined(separator: " – ")
    return [span, state(ofPilot: pilot)].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func state(ofPilot pilot: Initiative) -> String {
    if let last = pilot.pilotEnd, last < today { return tr("over") }
    guard let first = pilot.pilotStart else { return "" }
    return first > today ? tr("still ahead") : tr("running")
  }

  private mutating func addHeld() {
    let titles = Dictionary(
      contents.initiatives.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let items = contents.initiatives.inOrder().filter { $0.status == .held }.map { held in
      TextDocument.Item(
        text: held.title,
        remark: held.heldForID.flatMap { titles[$0] }.map {
          tr("makes room for “{title}”", ["title": $0])
        } ?? "")
    }
    list(tr("Put on hold"), level: 3, items)
  }
}
