import UpliftCore

/// What somebody may call a view who does not know its name, for going there: other words of the
/// field, each a translatable list.
enum ViewWords {
  static func of(_ kind: EntityKind) -> String {
    switch kind {
    case .goal: tr("goals objectives aims vision")
    case .leader: tr("leaders commitment signatures sponsors")
    case .leaderAct: tr("acts of leaders")
    case .opportunity: tr("ideas backlog")
    case .gutScore: tr("dots dot votes feeling")
    case .initiative: tr("projects changes pilots actions")
    case .resourceNeed: tr("budget money people tools FTE")
    case .barrier: tr("obstacles blockers impediments")
    case .breakdown: tr("failures incidents lessons")
    case .milestone: tr("ladder steps")
    case .training: tr("courses modules waves")
    case .followUp: tr("30 60 90 days")
    case .skill: tr("competences abilities")
    case .tip: tr("best practices habits")
    case .message: tr("communication news updates")
    case .audience: tr("target groups stakeholders")
    case .decision, .decisionRole: tr("RACI")
    case .cultureValue: tr("culture principles")
    case .behaviour: tr("culture conduct")
    case .purposeAnswer: tr("ask anyone purpose what do we stand for")
    case .climatePulse: tr("pulse survey openness respect teamwork")
    case .employeeVoice: tr("stay exit interviews reasons employee experience")
    case .turnover: tr("attrition fluctuation leavers cost of turnover")
    case .champion: tr("accolades praise awards thanks")
    case .workRole: tr("jobs profiles")
    case .criterion: tr("scorecard criteria weights")
    case .candidate: tr("applicants hiring recruiting interviews")
    case .readinessRound: tr("readiness assessment")
    case .metric: tr("measures KPI NPS CSAT CES")
    case .reading: tr("values measurements results")
    case .targetChange: tr("ratchet aims history of targets")
    case .dialogue: tr("conversations visits interviews")
    case .customer: tr("clients key accounts")
    case .promise: tr("commitments guarantees")
    case .standard: tr("code of practice rules hope list")
    case .cause: tr("five whys why symptoms")
    default: ""
    }
  }

  static func of(_ figure: PlanFigure) -> String {
    switch figure {
    case .priorities: tr("impact effort bubbles quick wins")
    case .timeline: tr("roadmap Gantt pilots schedule")
    case .people: tr("FTE gap by department and quarter")
    case .money: tr("budget gap by quarter currency")
    case .barriers: tr("ageing obstacles")
    case .breakdowns: tr("failures by month")
    case .momentum: tr("speed by month")
    case .promises: tr("ageing late")
    case .causes: tr("Pareto factors")
    case .trends: tr("charts NPS CSAT CES intervals")
    case .readiness: tr("radar spider conditions")
    case .receivers, .givers, .teams: tr("leaderboard champions postcards")
    case .departments: tr("dots matrix heat map")
    case .coverage: tr("communication coverage audiences months heat map")
    case .skills: tr("skills matrix gaps")
    case .decisions: tr("RACI matrix")
    case .values: tr("culture behaviours heat map")
    case .climate: tr("culture pulse heat map")
    case .chain: tr("correlation lag employees customers profit")
    case .wayUp: tr("ladder steps maturity path")
    case .cascade: tr("cascade waves leaders managers front line")
    }
  }

  static func of(_ subject: GridSubject) -> String {
    switch subject {
    case .decisions: tr("RACI matrix")
    case .skills: tr("skills matrix levels")
    case .scorecards: tr("interviewers candidates scores")
    case .readiness: tr("raters conditions scores")
    case .contributions: tr("dots departments × steps")
    case .gutScores: tr("dots dot votes feeling")
    }
  }

  static func of(_ finding: PlanFinding) -> String {
    switch finding {
    case .shortRuns: tr("pilots short runs")
    case .unasked: tr("customer voice")
    case .turnover: tr("turnover cost by fiscal year")
    case .ratchet: tr("ratchet raise targets")
    case .hopes: tr("hope list")
    case .ranking: tr("RICE ranking")
    case .raci: tr("RACI faults")
    default: ""
    }
  }
}
