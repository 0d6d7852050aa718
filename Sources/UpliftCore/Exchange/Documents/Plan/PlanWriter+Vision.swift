import Foundation

/// Vision and leaders: what it is for, who stands behind it, who decides.
extension PlanWriter {
  mutating func addVision() {
    if let organisation = contents.organisations.inOrder().first, !organisation.vision.isEmpty {
      document.blocks.append(.quote(organisation.vision))
      if let horizon = organisation.visionHorizon {
        rule(tr("Until {day}", ["day": days.text(horizon)]))
      }
    }
    register("goals", level: 3)
    finding(.bareGoals)
    finding(.goallessInitiatives)
    addLeaders()
    register("cx-roles", level: 3)
    finding(.placement) { $0.isMarked }
    addDecisions()
  }

  /// Who stands behind it and when last, and what they did, newest first.
  private mutating func addLeaders() {
    guard !contents.leaders.isEmpty else { return }
    register("leaders", level: 3)
    let today = today
    register(
      LeaderAct.self, level: 3, title: tr("What leaders did"),
      comesBefore: { ($0.day ?? today, $0.rank) > ($1.day ?? today, $1.rank) })
  }

  /// Roles beside each other in a table; more would be too narrow to read.
  private static let mostColumns = 12

  /// Decisions × roles.
  private mutating func addDecisions() {
    guard !contents.decisions.isEmpty, !contents.decisionRoles.isEmpty else {
      return addNotes(ofDecisions: 3)
    }
    heading(3, tr("Who decides what"))
    let decisions = contents.decisions.inOrder()
    let used = Set(contents.decisionRoles.map(\.roleID))
    let roles = contents.workRoles.inOrder().filter { used.contains($0.id) }
    rule(tr("R does it, A answers for it, C is asked, I is told."))
    if roles.count <= Self.mostColumns {
      figure(.decisions)
    } else {
      addParts(of: decisions, roles)
    }
    let faults = RACIFaults(
      contents.decisions, roles: contents.workRoles, parts: contents.decisionRoles)
    list(
      tr("Not yet clear"), level: 4,
      faults.items.map { item in
        TextDocument.Item(
          text: item.decision.title,
          remark: item.faults.map(\.sentence).joined(separator: " "))
      })
    addNotes(ofDecisions: 4)
  }

  /// What each role is for, and what is noted on decisions.
  private mutating func addNotes(ofDecisions level: Int) {
    words(
      tr("What each role is for"), level: level, (tr("Role"), tr("What it is for")),
      contents.workRoles.inOrder().map { ($0.title, $0.purpose) })
    words(
      tr("Notes on decisions"), level: level, (tr("Decision"), tr("Notes")),
      contents.decisions.inOrder().map { ($0.title, $0.notes) })
  }

  /// No page is so wide: who has a part in a decision stands in one cell.
  private mutating func addParts(of decisions: [Decision], _ roles: [WorkRole]) {
    let places = Dictionary(
      roles.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { $1 })
    let parts = Dictionary(grouping: contents.decisionRoles, by: \.decisionID)
    grid(
      "", [.init(tr("Decision")), .init(tr("Who"), weight: 2.4)],
      decisions.map { decision in
        let own = (parts[decision.id] ?? []).compactMap { part in
          places[part.roleID].map { (place: $0, letters: part.part.letters) }
        }.sorted { $0.place < $1.place }
        return [
          decision.title,
          listed(
            own.map {
              tr("{role} ({part})", ["role": roles[$0.place].title, "part": $0.letters])
            }),
        ]
      })
  }
}
