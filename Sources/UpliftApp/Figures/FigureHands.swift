import UpliftCore
import UpliftDrawing

extension PlanFigure {
  /// What a hand can change in it; nil: it is to be looked at.
  @MainActor func hand(_ session: Session) -> (any FigureHand)? {
    switch self {
    case .priorities: MatrixHand(session)
    case .timeline: TimelineHand(session)
    default: nil
    }
  }
}
