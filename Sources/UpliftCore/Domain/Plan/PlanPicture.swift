import Foundation

/// What can be seen in the plan, in the window and from the command line: one of the figures of the
/// practices, or one that belongs to a record.
public enum PlanPicture: Hashable, Sendable {
  case figure(PlanFigure)
  /// A metric's readings, with their intervals and the target.
  case trend(UUID)
  /// Which department stands behind which step of a map.
  case departments(map: UUID)
  /// How the members of a group spread over functions and levels.
  case balance(group: UUID)
}

/// Draws the plan's pictures: given by whoever can draw. Nil when there is nothing to show.
public typealias PlanDrawing =
  @Sendable (PlanPicture, WorkspaceContents, CalendarDay) -> (any DocumentDrawing)?
