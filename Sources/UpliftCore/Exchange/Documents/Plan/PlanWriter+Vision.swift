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
    register("leaders", level: 3)
    register("leader-acts", level: 3, title: tr("What leaders did"))
    register("cx-roles", level: 3)
    addDecisions()
  }

  /// Decisions × roles.
  private mutating func addDecisions() {
    let decisions = contents.decisions.inOrder()
    let used = Set(contents.decisionRoles.map(\.roleID))
    let roles = contents.workRoles.inOrder().filter { used.contains($0.id) }
    guard !decisions.isEmpty, !roles.isEmpty else { return }
    heading(3, tr("Who decides what"))
    grid(
      "", [.init(tr("Decision"), weight: 2.4)] + roles.map { .init($0.title) },
      decisions.map { decision in
        [decision.title]
          + roles.map { role in
            contents.decisionRoles.filter {
              $0.decisionID == decision.id && $0.roleID == role.id
            }.map { $0.part.letters }.joined(separator: ", ")
          }
      })
    rule(tr("R does it, A answers for it, C is asked, I is told."))
  }
}

extension DecisionRole.Part {
  /// As RACI charts have them.
  var letters: String {
    switch self {
    case .responsible: tr("R")
    case .accountable: tr("A")
    case .consulted: tr("C")
    case .informed: tr("I")
    case .accountableAndResponsible: tr("A, R")
    }
  }
}
