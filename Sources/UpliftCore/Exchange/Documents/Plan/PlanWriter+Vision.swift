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
    guard !contents.decisions.isEmpty, !contents.decisionRoles.isEmpty else { return }
    heading(3, tr("Who decides what"))
    figure(.decisions)
    rule(tr("R does it, A answers for it, C is asked, I is told."))
    let faults = RACIFaults(
      contents.decisions, roles: contents.workRoles, parts: contents.decisionRoles)
    list(
      tr("Not yet clear"), level: 4,
      faults.items.map { item in
        TextDocument.Item(
          text: item.decision.title,
          remark: item.faults.map(\.sentence).joined(separator: " "))
      })
  }
}
