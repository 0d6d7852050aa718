import Foundation
import UpliftCore

extension PlanFigure {
  public func chart(_ contents: WorkspaceContents, today: CalendarDay) -> any Chart {
    switch self {
    case .priorities: priorities(contents)
    case .timeline: timeline(contents, today)
    case .people, .money: resources(contents, today)
    case .barriers: barriers(contents, today)
    case .breakdowns: breakdowns(contents, today)
    case .momentum: momentum(contents, today)
    case .promises: promises(contents, today)
    case .causes: causes(contents)
    case .trends: trends(contents)
    case .readiness: readiness(contents)
    case .receivers, .givers, .teams: champions(contents)
    case .departments: departments(contents)
    case .coverage: coverage(contents, today)
    case .skills: skills(contents)
    case .decisions: decisions(contents)
    case .values: values(contents, today)
    case .climate: climate(contents, today)
    case .chain: chain(contents, today)
    case .wayUp: wayUp(contents)
    case .cascade: cascade(contents, today)
    }
  }

  /// The same in pieces that each find room on a page: a chart for each metric; of others, one.
  public func charts(_ contents: WorkspaceContents, today: CalendarDay) -> [any Chart] {
    self == .trends ? trends(contents).trends : [chart(contents, today: today)]
  }
}
