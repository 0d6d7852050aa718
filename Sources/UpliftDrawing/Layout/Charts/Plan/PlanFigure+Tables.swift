import Foundation
import UpliftCore

/// Who stands where: tables that say at a glance what is there and what is missing.
extension PlanFigure {
  /// Of the first current map, with what each department's work does there.
  func departments(_ contents: WorkspaceContents) -> HeatTable {
    let maps = contents.journeyMaps.inOrder()
    return departments(
      contents, maps.first { $0.state == .current } ?? maps.first, saysWork: true)
  }

  /// Of the chosen map, or of the first current one, with what each department's work does there.
  ///
  /// - Parameter map: nil: the first current one.
  public func departments(_ contents: WorkspaceContents, choosing map: UUID?) -> HeatTable {
    guard let map, let found = contents.journeyMaps.first(where: { $0.id == map }) else {
      return departments(contents)
    }
    return departments(contents, found, saysWork: true)
  }

  /// Of a map, in marks alone: what the work does is said beside it.
  func departments(_ contents: WorkspaceContents, map: UUID) -> HeatTable {
    departments(contents, contents.journeyMaps.first { $0.id == map }, saysWork: false)
  }

  private func departments(
    _ contents: WorkspaceContents, _ map: JourneyMap?, saysWork: Bool
  ) -> HeatTable {
    let stages = contents.stages.filter { $0.mapID == map?.id }.inOrder()
    let steps = stages.flatMap { stage in
      contents.steps.filter { $0.stageID == stage.id }.inOrder()
    }
    let figures = DepartmentSteps(
      departments: contents.departments, steps: steps, lines: contents.stepDepartments)
    let bare = Set(figures.stepsWithoutDepartment.map(\.id))
    let drawn = DrawnLines(
      rows: figures.rows.count, columns: steps.count,
      wantsRow: { figures.rows[$0].count > 0 }, wantsColumn: { bare.contains(steps[$0].id) })
    return HeatTable(
      title: map.map { tr("{title}: {map}", ["title": title, "map": $0.title]) } ?? title,
      corner: tr("Department"), columns: drawn.columns.map { steps[$0].title },
      rows: drawn.rows.map { figures.rows[$0] }.map { row in
        HeatTable.Row(
          row.department.name,
          drawn.columns.map { place in
            let step = steps[place]
            guard let cell = row.lines[place] else {
              return HeatTable.Cell(
                tone: bare.contains(step.id) ? .missing : .plain, references: [step.reference])
            }
            return HeatTable.Cell(
              cell.contribution.isEmpty || !saysWork ? "●" : cell.contribution, level: 1,
              tone: .good, spoken: cell.contribution, references: [step.reference])
          }, isMarked: row.count == 0, reference: row.department.reference)
      },
      legend: [
        .good: tr("stands behind the step"), .missing: tr("nobody stands behind the step"),
      ],
      rule: drawn.rule(rule(DepartmentSteps.rule, figures.n)),
      emptyText: tr("There is no department yet, or no step."))
  }

  /// From three months back to eight months on.
  func coverage(_ contents: WorkspaceContents, _ today: CalendarDay) -> HeatTable {
    let months = CommunicationCoverage.months(around: today)
    let figures = CommunicationCoverage(
      audiences: contents.audiences, messages: contents.messages,
      heard: contents.messageAudiences, months: months)
    let drawn = DrawnLines(
      rows: figures.rows.count, columns: months.count,
      wantsRow: { figures.rows[$0].covered.count == 0 })
    return HeatTable(
      title: title, corner: tr("Audience"),
      columns: months.map { MonthName.withYear($0.firstDay) },
      rows: drawn.rows.map { figures.rows[$0] }.map { row in
        HeatTable.Row(
          row.audience.title, detail: row.covered.text,
          row.cells.map { cell in
            HeatTable.Cell(
              cell.isEmpty ? "" : String(cell.count), level: min(1, Double(cell.count) / 4),
              tone: cell.isEmpty ? .missing : .good,
              spoken: cell.map(\.message.title).joined(separator: ", "),
              references: cell.map(\.message.reference).withoutRepeats)
          }, isMarked: row.covered.count == 0, reference: row.audience.reference)
      },
      legend: [.missing: tr("hears nothing")], levelMeaning: tr("more messages"),
      rule: drawn.rule(rule(CommunicationCoverage.rule, figures.n)),
      emptyText: tr("There is no audience yet."))
  }

  func skills(_ contents: WorkspaceContents) -> HeatTable {
    let figures = SkillGaps(
      skills: contents.skills, roles: contents.workRoles, levels: contents.skillLevels)
    let lacking = Set(
      figures.rows.flatMap { row in row.levels.keys.filter { (row.cell($0).gap ?? 0) > 0 } })
    let drawn = DrawnLines(
      rows: figures.rows.count, columns: figures.skills.count,
      wantsRow: { figures.rows[$0].gap > 0 }, wantsColumn: { lacking.contains($0) })
    return HeatTable(
      title: title, corner: tr("Role"), columns: drawn.columns.map { figures.skills[$0].title },
      rows: drawn.rows.map { figures.rows[$0] }.map { row in
        HeatTable.Row(
          row.role.title,
          drawn.columns.map { place in
            let skill = figures.skills[place]
            let cell = row.cell(place)
            guard let level = cell.level else { return HeatTable.Cell() }
            let present = level.present.map(String.init) ?? "?"
            let needed = level.needed.map(String.init) ?? "–"
            return HeatTable.Cell(
              "\(present) / \(needed)", level: level.present.map { Double($0) / 4 },
              tone: cell.isUnrated ? .missing : (cell.gap ?? 0) > 0 ? .poor : .good,
              spoken: tr(
                "present {present}, needed {needed}", ["present": present, "needed": needed]),
              references: [skill.reference, row.role.reference])
          }, isMarked: row.gap > 0, reference: row.role.reference)
      },
      legend: [
        .good: tr("present / needed"), .poor: tr("less than needed"), .missing: tr("not rated"),
      ],
      rule: drawn.rule(rule(SkillGaps.rule, figures.n)),
      emptyText: tr("There is no role yet, or no skill."))
  }

  func decisions(_ contents: WorkspaceContents) -> HeatTable {
    let allRoles = contents.workRoles.inOrder()
    let decisions = contents.decisions.inOrder()
    let faults = RACIFaults(
      contents.decisions, roles: contents.workRoles, parts: contents.decisionRoles)
    let items = Dictionary(faults.items.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let allParts = Dictionary(grouping: contents.decisionRoles, by: \.decisionID)
    let used = Set(contents.decisionRoles.map(\.roleID))
    let drawn = DrawnLines(
      rows: decisions.count, columns: allRoles.count,
      wantsRow: { items[decisions[$0].id] != nil }, wantsColumn: { used.contains(allRoles[$0].id) })
    let roles = drawn.columns.map { allRoles[$0] }
    return HeatTable(
      title: title, corner: tr("Decision"), columns: roles.map(\.title),
      rows: drawn.rows.map { decisions[$0] }.map { decision in
        let item = items[decision.id]
        let parts = allParts[decision.id] ?? []
        return HeatTable.Row(
          decision.title, detail: item?.faults.map(\.sentence).joined(separator: " ") ?? "",
          roles.map { role in
            guard let part = parts.first(where: { $0.roleID == role.id })?.part else {
              return HeatTable.Cell()
            }
            return HeatTable.Cell(
              part.letters, level: part.isAccountable ? 1 : part.isResponsible ? 0.6 : nil,
              tone: item != nil && part.isAccountable ? .poor : .plain, spoken: part.title,
              references: [decision.reference, role.reference])
          }, isMarked: item != nil, reference: decision.reference)
      },
      legend: [.poor: tr("more than one is accountable, or something else is wrong")],
      rule: drawn.rule(rule(RACIFaults.rule, faults.n)),
      emptyText: tr("There is no decision yet."))
  }
}

extension Array where Element: Hashable {
  fileprivate var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
