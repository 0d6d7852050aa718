import Foundation

extension TextDocument {
  /// "How our work reaches the customer": every step that a department stands behind, and what its
  /// work does there. Nil when there is no such department.
  public init?(departmentSheetOf id: UUID, in contents: WorkspaceContents) {
    guard let department = contents.departments.first(where: { $0.id == id }) else { return nil }
    let name = department.name.isEmpty ? tr("Department without a name") : department.name
    self.init(title: name)
    letterhead = Letterhead(of: contents)
    addHeading(1, name)
    blocks.append(
      .rule(
        [tr("How our work reaches the customer"), contents.workspace.title]
          .filter { !$0.isEmpty }.joined(separator: " · ")))
    addFacts([
      (tr("Led by"), department.head),
      (tr("People"), department.headcount.map { NumberFormat.local.text($0) } ?? ""),
    ])
    let own = contents.stepDepartments.filter { $0.departmentID == id }
    for map in contents.journeyMaps.inOrder() {
      guard let journey = contents.journey(map.id) else { continue }
      let rows = journey.steps.compactMap { step -> [String]? in
        guard let line = own.first(where: { $0.stepID == step.id }) else { return nil }
        let title =
          step.isMomentOfTruth ? tr("{step} ★ moment of truth", ["step": step.title]) : step.title
        return [title, line.contribution.isEmpty ? "–" : line.contribution]
      }
      guard !rows.isEmpty else { continue }
      let persona = journey.persona.map { JourneyWords.name(of: $0) }
      addHeading(2, [map.title, persona].compactMap(\.self).joined(separator: " · "))
      blocks.append(
        .grid(
          Grid(
            "",
            [
              Grid.Column(tr("Step"), weight: 1),
              Grid.Column(tr("What our work does for the customer there"), weight: 2),
            ], rows)))
    }
    if own.isEmpty {
      blocks.append(
        .paragraph(
          tr(
            "No step names this department yet. On a map, add it at the steps that its work reaches."
          )))
    }
    let steps = Set(own.map(\.stepID))
    addPains(at: steps, of: contents)
    addStandards(at: steps, of: contents)
    addMeasures(at: steps, of: contents)
    addInitiatives(of: id, contents)
    let promises = contents.promises.inOrder().filter {
      $0.outcome == nil && !name.isEmpty && $0.owner == department.name
    }
    guard !promises.isEmpty else { return }
    addHeading(2, tr("What we promised"))
    blocks.append(
      .list(
        promises.map { promise in
          Item(text: promise.title, remark: promise.due.map(DayFormat.local.text) ?? "")
        }))
  }

  // MARK: What happens at its steps

  private mutating func addPains(at steps: Set<UUID>, of contents: WorkspaceContents) {
    let maps = contents.journeyMaps.inOrder().filter { $0.state == .current }
    let items = maps.compactMap { contents.journey($0.id) }.flatMap { journey in
      journey.steps.filter { steps.contains($0.id) }.flatMap { step in
        journey.lanes.flatMap { lane in
          journey.cards(at: Cell(laneID: lane.id, stepID: step.id)).filter {
            ($0.cardKind ?? lane.laneKind) == .painPoints && !$0.text.isEmpty
          }
        }.map { card in
          Item(
            text: card.text.singleLine,
            remark: [step.title.singleLine, JourneyWords.name(of: card.evidence)]
              .filter { !$0.isEmpty }.joined(separator: "; "))
        }
      }
    }
    guard !items.isEmpty else { return }
    addHeading(2, tr("Where it hurts customers at our steps"))
    blocks.append(.list(items))
  }

  private mutating func addStandards(at steps: Set<UUID>, of contents: WorkspaceContents) {
    let titles = contents.stepTitles
    let rows = contents.standards.inOrder().compactMap { standard -> [String]? in
      guard let step = standard.stepID, steps.contains(step) else { return nil }
      return [
        titles[step] ?? "", standard.practice.singleLine, standard.howChecked.singleLine,
        standard.keeper.isEmpty ? tr("nobody") : standard.keeper.singleLine,
      ]
    }
    guard !rows.isEmpty else { return }
    addHeading(2, tr("The standards that we keep"))
    blocks.append(
      .grid(
        Grid(
          "",
          [
            .init(tr("Step")), .init(tr("Code of practice"), weight: 2),
            .init(tr("How it is checked")), .init(tr("Who keeps it")),
          ], rows)))
  }

  /// How it goes at its steps.
  private mutating func addMeasures(at steps: Set<UUID>, of contents: WorkspaceContents) {
    let readings = Dictionary(grouping: contents.readings, by: \.metricID)
    let titles = contents.stepTitles
    let rows = contents.metrics.inOrder().compactMap { metric -> [String]? in
      let own = (readings[metric.id] ?? []).filter { $0.segment.isEmpty }
      guard let newest = own.max(by: { $0.day < $1.day }), let step = newest.stepID,
        steps.contains(step)
      else { return nil }
      return [
        MetricWords.title(of: metric), titles[step] ?? "",
        MetricWords.value(newest.value, of: metric), DayFormat.local.text(newest.day),
        metric.target.map { MetricWords.value($0, of: metric) } ?? "–",
      ]
    }
    guard !rows.isEmpty else { return }
    addHeading(2, tr("What is measured there"))
    blocks.append(
      .grid(
        Grid(
          "",
          [
            .init(tr("Metric"), weight: 2), .init(tr("Step"), weight: 2),
            .init(tr("Newest"), isFigure: true), .init(tr("Day"), isFigure: true),
            .init(tr("Target"), isFigure: true),
          ], rows)))
  }

  /// What changes with its help.
  private mutating func addInitiatives(of department: UUID, _ contents: WorkspaceContents) {
    let own = Set(
      contents.initiativeDepartments.filter { $0.departmentID == department }.map(\.initiativeID))
    let open = contents.initiatives.inOrder().filter {
      own.contains($0.id) && $0.status != .done && $0.status != .dropped
    }
    guard !open.isEmpty else { return }
    addHeading(2, tr("What changes with our help"))
    blocks.append(
      .list(
        open.map { initiative in
          let days = [initiative.startDay, initiative.endDay].compactMap {
            $0.map(DayFormat.local.text)
          }
          let details =
            [initiative.status.title, initiative.owner.singleLine]
            + (days.isEmpty ? [] : [days.joined(separator: " – ")])
          return Item(
            text: initiative.title.singleLine,
            remark: details.filter { !$0.isEmpty }.joined(separator: "; "))
        }))
  }
}
