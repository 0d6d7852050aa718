import Foundation

/// Each journey: the map, and what it shows.
extension PlanWriter {
  mutating func addJourneys() {
    for map in contents.journeyMaps.inOrder() {
      guard let journey = contents.journey(map.id) else { continue }
      add(journey)
    }
    addPareto()
    addDepartments()
    addStandards()
  }

  /// What is promised in writing, and what is kept by hope alone.
  private mutating func addStandards() {
    let titles = Dictionary(
      contents.promises.map { ($0.id, $0.title.singleLine) },
      uniquingKeysWith: { first, _ in first })
    if !contents.standards.isEmpty { heading(3, tr("Standards")) }
    grid(
      "",
      [
        .init(tr("Code of practice"), weight: 3), .init(tr("Step or promise"), weight: 2),
        .init(tr("How it is checked"), weight: 2), .init(tr("Who keeps it")),
        .init(tr("Last checked")),
      ],
      contents.standards.inOrder().map { one in
        [
          one.practice,
          one.stepID.map { stepTitle($0) } ?? one.promiseID.flatMap { titles[$0] } ?? "",
          one.howChecked, one.keeper.isBlank ? "⚠" : one.keeper, day(one.checkedOn),
        ]
      })
    finding(.hopes, level: contents.standards.isEmpty ? 3 : 4)
  }

  /// What pain points come down to, over all maps.
  private mutating func addPareto() {
    let pareto = CausePareto(contents.causes)
    guard !pareto.bars.isEmpty else { return }
    heading(3, tr("Causes by factor"))
    figure(.causes, caption: tr("What pain points come down to, over all maps"))
    grid(
      tr("Root causes by factor"),
      [.init(tr("Factor")), .init(tr("Causes"), weight: 4)],
      pareto.bars.map { bar in
        [bar.factor.title, bar.causes.map { $0.text.singleLine }.joined(separator: "; ")]
      })
    rule(CausePareto.rule)
    let kinds = Dictionary(
      contents.lanes.map { ($0.id, $0.laneKind) }, uniquingKeysWith: { first, _ in first })
    let symptoms = SymptomTreatment(
      contents.initiatives,
      painPoints: contents.cards.filter { ($0.cardKind ?? kinds[$0.laneID]) == .painPoints },
      opportunities: contents.opportunities, treated: contents.initiativeCauses,
      causes: contents.causes, links: contents.links
    ).items
    list(
      tr("Initiatives that treat only a symptom"), level: 4,
      symptoms.map { item in
        TextDocument.Item(
          text: item.initiative.title,
          remark: listed(item.painPoints.map { "“\($0.text.singleLine)”" }))
      })
  }

  /// Which department stands behind which step.
  private mutating func addDepartments() {
    let departments = contents.departments.inOrder()
    guard !contents.stepDepartments.isEmpty else { return }
    heading(3, tr("How each department reaches the customer"))
    let steps = Set(contents.stepDepartments.map(\.stepID))
    let maps = contents.journeyMaps.inOrder().filter { map in
      contents.journey(map.id)?.steps.contains(where: { steps.contains($0.id) }) ?? false
    }
    // All are read by one rule, which stands under the last.
    for map in maps {
      let own = Set((contents.journey(map.id)?.steps ?? []).map(\.id))
      let isLast = map.id == maps.last?.id
      picture(
        .departments(map: map.id),
        caption: isLast
          ? tr("Departments and steps: {map}", ["map": map.title])
          : tr(
            "Departments and steps: {map} (n = {count})",
            [
              "map": map.title,
              "count": contents.stepDepartments.count { own.contains($0.stepID) },
            ]), showsRule: isLast)
    }
    let lines = Dictionary(
      grouping: contents.stepDepartments, by: { Place($0.departmentID, $0.stepID) })
    var rows: [[String]] = []
    for department in departments {
      var count = 0
      var own: [[String]] = []
      for map in contents.journeyMaps.inOrder() {
        let there = (contents.journey(map.id)?.steps ?? []).flatMap { step in
          (lines[Place(department.id, step.id)] ?? []).map { [step.title, $0.contribution] }
        }
        guard !there.isEmpty else { continue }
        count += there.count
        own.append([
          tr("{department} · {map}", ["department": department.name, "map": map.title])
        ])
        own += there
      }
      rows += own
      if count == 0 {
        rows.append([tr("{department}: no step yet", ["department": department.name])])
      }
    }
    grid(
      tr("What each department does for customers"),
      [.init(tr("Step"), weight: 1.2), .init(tr("What its work does there"), weight: 4)],
      rows, isDense: true)
  }

  private struct Place: Hashable {
    var department: UUID
    var step: UUID

    init(_ department: UUID, _ step: UUID) {
      self.department = department
      self.step = step
    }
  }

  private mutating func add(_ journey: JourneyContents) {
    let map = journey.map
    heading(3, map.title.isEmpty ? tr("Untitled map") : map.title)
    // What is known of a persona stands where it comes first.
    let persona = journey.persona.flatMap { $0.id == newPersona(of: map) ? $0 : nil }
    document.addFacts([
      (tr("Point of view"), journey.persona.map { JourneyWords.name(of: $0) } ?? ""),
      (tr("Owner"), map.owner), (tr("State"), JourneyWords.name(of: map.state)),
      (tr("Status"), JourneyWords.name(of: map.status)),
      (tr("In their words"), persona.map { $0.quote.singleLine } ?? ""),
      (tr("Goals"), persona.map { $0.goals.singleLine } ?? ""),
      (tr("Context"), persona.map { $0.context.singleLine } ?? ""),
      (tr("Scenario"), map.scenario), (tr("Expectations"), map.expectations),
    ])
    guard !journey.steps.isEmpty else { return }
    addKnowledge(of: journey)
    document.blocks.append(.figure(.init(.journey(journey), caption: map.title)))
    addPains(of: journey)
    list(tr("Opportunities"), level: 4, items(of: .opportunities, in: journey))
  }

  /// The persona of a map when no map before it has the same.
  private func newPersona(of map: JourneyMap) -> UUID? {
    let maps = contents.journeyMaps.inOrder()
    guard let first = maps.first(where: { $0.personaID == map.personaID }), first.id == map.id
    else { return nil }
    return map.personaID
  }

  /// How much of it is known.
  private mutating func addKnowledge(of journey: JourneyContents) {
    let evidence = EvidenceSummary(journey, backedCards: Set(journey.extras.backings.values))
    guard evidence.cardCount > 0 else { return }
    func count(_ level: EvidenceLevel) -> Int { evidence.cards[level] ?? 0 }
    paragraph(
      tr(
        "Of {all} cards, {observed} were observed, {reported} reported and {assumed} assumed.",
        [
          "all": evidence.cardCount, "observed": count(.observed), "reported": count(.reported),
          "assumed": count(.assumed),
        ]))
    if !evidence.stepsWithoutEvidence.isEmpty {
      paragraph(
        tr(
          "Steps of which nothing was observed or reported: {steps}.",
          ["steps": listed(evidence.stepsWithoutEvidence.map(\.title))]))
    }
    let behind = journey.extras.stepDepartments
    let alone = journey.steps.filter { behind.targets(of: $0.id).isEmpty }
    if !behind.entries.isEmpty, !alone.isEmpty {
      paragraph(
        tr(
          "Steps that no department stands behind: {steps}.", ["steps": listed(alone.map(\.title))])
      )
    }
  }

  /// Cards of a kind, in the order of steps.
  private func items(of kind: Lane.Kind, in journey: JourneyContents) -> [TextDocument.Item] {
    cards(of: kind, in: journey).map { card, step in
      var remarks = [step.title, JourneyWords.name(of: card.evidence)]
      if !card.source.isEmpty { remarks.append(card.source) }
      return TextDocument.Item(
        text: card.text.singleLine, remark: remarks.joined(separator: "; "))
    }
  }

  private func cards(of kind: Lane.Kind, in journey: JourneyContents) -> [(Card, Step)] {
    journey.steps.flatMap { step in
      journey.lanes.flatMap { lane in
        journey.cards(at: Cell(laneID: lane.id, stepID: step.id))
          .filter { ($0.cardKind ?? lane.laneKind) == kind && !$0.text.isEmpty }
          .map { ($0, step) }
      }
    }
  }

  /// Each pain point, how it is known, and why it happens.
  private mutating func addPains(of journey: JourneyContents) {
    let own = Dictionary(
      grouping: contents.causes.filter { journey.cards[$0.cardID] != nil }.inOrder(), by: \.cardID)
    let pains = cards(of: .painPoints, in: journey)
    guard !pains.isEmpty else { return }
    heading(4, tr("Pain points"))
    let rows = pains.map { card, step -> [String] in
      let known = [JourneyWords.name(of: card.evidence), card.source.singleLine]
      let chains = Dictionary(grouping: own[card.id] ?? [], by: \.chain)
      let why = chains.sorted { $0.key < $1.key }.map { _, causes in
        causes.map { $0.text.singleLine }.joined(separator: " ← ")
      }
      return [
        card.text.singleLine, step.title, known.filter { !$0.isEmpty }.joined(separator: "; "),
        why.count < 2 ? why.first ?? "" : why.map { "– \($0)" }.joined(separator: "\n"),
      ]
    }
    let explains = rows.contains { !$0[3].isEmpty }
    grid(
      "",
      [
        .init(tr("Pain point"), weight: 2), .init(tr("Step")),
        .init(tr("Known from"), weight: 1.5),
      ] + (explains ? [.init(tr("Why it happens"), weight: 4)] : []),
      rows.map { explains ? $0 : Array($0.dropLast()) })
  }
}
