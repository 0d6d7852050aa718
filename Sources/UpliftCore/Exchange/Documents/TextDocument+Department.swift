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
      (tr("People"), department.headcount.map(String.init) ?? ""),
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
}
