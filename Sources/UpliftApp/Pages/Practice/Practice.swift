import UpliftCore

/// A part of the work with a page of its own: its registers, and what is worked out of them.
public enum Practice: String, CaseIterable, Sendable {
  // Journeys
  case standards, rootCauses, departments
  // Evidence
  case customers
  // Plan
  case vision, priorities, resources, breakdowns, wayUp, training, communication
  // People and culture
  case roles, culture, profitChain, recognition, talent, readiness

  /// Headings of the sidebar under which practices stand.
  enum Heading: CaseIterable {
    case journeys, evidence, plan, people
  }

  var heading: Heading {
    switch self {
    case .standards, .rootCauses, .departments: .journeys
    case .customers: .evidence
    case .vision, .priorities, .resources, .breakdowns, .wayUp, .training, .communication: .plan
    case .roles, .culture, .profitChain, .recognition, .talent, .readiness: .people
    }
  }

  var title: String {
    switch self {
    case .standards: tr("Standards")
    case .rootCauses: tr("Root causes")
    case .departments: tr("Connect the dots")
    case .customers: tr("Customers")
    case .vision: tr("Vision and leaders")
    case .priorities: tr("Opportunities and priorities")
    case .resources: tr("Resources")
    case .breakdowns: tr("Breakdowns")
    case .wayUp: tr("The way up")
    case .training: tr("Training")
    case .communication: tr("Communication")
    case .roles: tr("CX role and decisions")
    case .culture: tr("Culture")
    case .profitChain: tr("Service–profit chain")
    case .recognition: tr("Recognition")
    case .talent: tr("Talent")
    case .readiness: tr("Readiness")
    }
  }

  var icon: String {
    switch self {
    case .standards: "emblem-documents-symbolic"
    case .rootCauses: "edit-find-symbolic"
    case .departments: "view-grid-symbolic"
    case .customers: "system-users-symbolic"
    case .vision: "starred-symbolic"
    case .priorities: "view-sort-descending-symbolic"
    case .resources: "applications-utilities-symbolic"
    case .breakdowns: "dialog-error-symbolic"
    case .wayUp: "go-up-symbolic"
    case .training: "x-office-presentation-symbolic"
    case .communication: "mail-send-symbolic"
    case .roles: "avatar-default-symbolic"
    case .culture: "emblem-favorite-symbolic"
    case .profitChain: "insert-link-symbolic"
    case .recognition: "emoji-recent-symbolic"
    case .talent: "contact-new-symbolic"
    case .readiness: "network-wireless-signal-good-symbolic"
    }
  }

  /// The practice on whose page records of a kind are kept.
  init?(keeping kind: EntityKind) {
    guard let practice = Self.allCases.first(where: { $0.kinds.contains(kind) }) else { return nil }
    self = practice
  }

  /// What is kept on its page.
  var kinds: Set<EntityKind> {
    switch self {
    case .standards: [.standard]
    case .rootCauses: [.cause]
    case .departments: [.stepDepartment]
    case .customers: [.customer]
    case .vision: [.organisation, .goal, .leader, .leaderAct]
    case .priorities: [.opportunity, .gutScore]
    case .resources: [.resourceNeed]
    case .breakdowns: [.breakdown]
    case .wayUp: [.milestone]
    case .training: [.training, .followUp, .skill, .skillLevel, .tip]
    case .communication: [.message, .audience]
    case .roles: [.cxRole, .decision, .decisionRole]
    case .culture: [.cultureValue, .behaviour, .purposeAnswer, .climatePulse]
    case .profitChain: [.employeeVoice, .turnover]
    case .recognition: [.champion]
    case .talent: [.workRole, .criterion, .candidate, .candidateScore]
    case .readiness: [.readinessRound, .readinessRating]
    }
  }
}
