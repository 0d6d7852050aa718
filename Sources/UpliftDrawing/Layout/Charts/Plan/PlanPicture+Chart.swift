import Foundation
import UpliftCore

extension PlanPicture {
  /// Nil when its record is gone, or when there is nothing that it could show.
  public func chart(_ contents: WorkspaceContents, today: CalendarDay) -> (any Chart)? {
    switch self {
    case .figure(let figure):
      return figure.chart(contents, today: today)
    case .trend(let id):
      guard let metric = contents.metrics.first(where: { $0.id == id }) else { return nil }
      return MetricTrend(of: metric, in: contents)
    case .departments(let map):
      return PlanFigure.departments.departments(contents, map: map)
    case .balance(let id):
      guard let group = contents.advisoryGroups.first(where: { $0.id == id }) else { return nil }
      return HeatTable(
        balanceOf: GroupBalance(
          group: group, members: contents.members.filter { $0.groupID == id }.inOrder(),
          departments: contents.departments.inOrder()), title: group.title)
    }
  }
}

extension TextDocument {
  /// The plan of a workspace with its figures.
  ///
  /// - Parameter setup: nil: as it was put together there, or with all sections.
  public static func plan(
    of contents: WorkspaceContents, _ setup: PlanDocument.Setup? = nil,
    today: CalendarDay = CalendarDay(Date()), days: DayFormat = .local
  ) -> TextDocument {
    TextDocument(planOf: contents, setup, today: today, days: days) {
      $0.chart($1, today: $2)
    }
  }

  /// Any part of a workspace that is a document.
  ///
  /// - Throws: `ExportTextError.noSuchPart`.
  public static func drawn(
    _ part: WorkspacePart, of contents: WorkspaceContents
  ) throws(ExportTextError) -> TextDocument {
    switch part {
    case .plan(let setup): return plan(of: contents, setup)
    case .figure(let figure): return showing(figure, of: contents)
    default: return try TextDocument(part, of: contents)
    }
  }

  /// One figure under its title.
  private static func showing(
    _ figure: PlanFigure, of contents: WorkspaceContents
  ) -> TextDocument {
    var document = TextDocument(title: figure.title)
    document.blocks = [.heading(1, figure.title)]
    for chart in figure.charts(contents, today: CalendarDay(Date())) {
      let caption = chart.title.isEmpty ? figure.title : chart.title
      document.blocks.append(.figure(.init(.drawing(chart), caption: caption)))
    }
    return document
  }
}
