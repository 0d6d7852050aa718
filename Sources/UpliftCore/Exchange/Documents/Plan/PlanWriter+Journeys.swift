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
      symptoms.map { TextDocument.Item(text: $0.initiative.title) })
  }

  /// Which department stands behind which step.
  private mutating func addDepartments() {
    let departments = contents.departments.inOrder()
    guard !contents.stepDepartments.isEmpty else { return }
    heading(3, tr("How each department reaches the customer"))
    let steps = Set(contents.stepDepartments.map(\.stepID))
    for map in contents.journeyMaps.inOrder() {
      guard contents.journey(map.id)?.steps.contains(where: { steps.contains($0.id) }) ?? false
      else { continue }
      picture(
        .departments(map: map.id),
        caption: tr("Departments and steps: {map}", ["map": map.title]))
    }
    let titles = Dictionary(
      contents.steps.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    grid(
      tr("What each department does for customers"),
      [
        .init(tr("Department"), weight: 1.2), .init(tr("Steps"), weight: 1, isFigure: true),
        .init(tr("What its work does there"), weight: 4),
      ],
      departments.map { department in
        let lines = contents.stepDepartments.filter { $0.departmentID == department.id }
        let said = lines.map { line in
          let step = titles[line.stepID] ?? ""
          return line.contribution.isEmpty
            ? step : tr("{step}: {text}", ["step": step, "text": line.contribution])
        }
        // A future map has the steps of its current one.
        var seen: Set<String> = []
        let once = said.filter { seen.insert($0).inserted }
        return [
          department.name, String(lines.count),
          lines.isEmpty ? tr("no step yet") : once.joined(separator: "\n"),
        ]
      })
  }

  private mutating func add(_ journey: JourneyContents) {
    let map = journey.map
    heading(3, map.title.isEmpty ? tr("Untitled map") : map.title)
    document.addFacts([
      (tr("Point of view"), journey.persona.map { JourneyWords.name(of: $0) } ?? ""),
      (tr("Scenario"), map.scenario), (tr("Expectations"), map.expectations),
      (tr("State"), JourneyWords.name(of: map.state)),
      (tr("Status"), JourneyWords.name(of: map.status)), (tr("Owner"), map.owner),
    ])
    guard !journey.steps.isEmpty else { return }
    addKnowledge(of: journey)
    list(tr("Pain points"), level: 4, items(of: .painPoints, in: journey))
    addCauses(of: journey)
    list(tr("Opportunities"), level: 4, items(of: .opportunities, in: journey))
    list(tr("Hope list: without a standard"), level: 4, hopes(in: journey))
    document.blocks.append(.figure(.init(.journey(journey), caption: map.title)))
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

  private mutating func addCauses(of journey: JourneyContents) {
    let own = contents.causes.filter { journey.cards[$0.cardID] != nil }.inOrder()
    guard !own.isEmpty else { return }
    let items = cards(of: .painPoints, in: journey).compactMap { card, _ -> TextDocument.Item? in
      let chains = Dictionary(grouping: own.filter { $0.cardID == card.id }, by: \.chain)
      guard !chains.isEmpty else { return nil }
      return TextDocument.Item(
        text: card.text.singleLine,
        children: chains.sorted { $0.key < $1.key }.map { _, causes in
          TextDocument.Item(
            text: causes.map { $0.text.singleLine }.joined(separator: " ← "))
        })
    }
    list(tr("Why it happens"), level: 4, items)
  }

  /// Moments of truth, and promises made at a step, without a standard.
  private func hopes(in journey: JourneyContents) -> [TextDocument.Item] {
    let steps = Set(contents.standards.compactMap(\.stepID))
    let promises = Set(contents.standards.compactMap(\.promiseID))
    let own = Set(journey.steps.map(\.id))
    return journey.steps.filter { $0.isMomentOfTruth && !steps.contains($0.id) }.map {
      TextDocument.Item(text: $0.title, remark: tr("moment of truth"))
    }
      + contents.promises.inOrder().filter {
        ($0.stepID.map(own.contains) ?? false) && !promises.contains($0.id)
      }.map { TextDocument.Item(text: $0.title, remark: tr("promise")) }
  }
}
