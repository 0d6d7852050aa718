import Foundation

/// What a board says of the things that its notes became.
public enum BoardWords {
  /// "Owner: IT · accepted"; nil for a step.
  public static func outcome(_ thing: BoardConnection.Thing) -> String? {
    switch thing {
    case .step: return nil
    case .card(_, let own, let lane): return card(own ?? lane)
    case .recommendation(let recommendation): return text(recommendation)
    case .promise(let promise):
      let state =
        switch promise.outcome {
        case .kept: tr("kept")
        case .broken: tr("broken")
        case nil: tr("open")
        }
      return [tr("Promise"), promise.owner, state].filter { !$0.isEmpty }.joined(separator: " · ")
    case .barrier(let barrier):
      return [
        tr("Barrier"), barrier.manager, barrier.clearedOn == nil ? tr("open") : tr("cleared"),
      ].filter { !$0.isEmpty }.joined(separator: " · ")
    }
  }

  private static func text(_ recommendation: Recommendation) -> String {
    var state: String?
    if recommendation.doneOn != nil {
      state = tr("done")
    } else {
      switch recommendation.answer {
      case .accepted: state = tr("accepted")
      case .declined: state = tr("declined")
      case .askedForDate: state = tr("asked for a date")
      case nil: state = tr("no answer yet")
      }
    }
    let owner = recommendation.owner
    let first =
      owner.isEmpty ? tr("Recommendation") : tr("Owner: {name}", ["name": owner])
    return [first, state ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// One card of a kind that notes become.
  public static func card(_ kind: Lane.Kind) -> String {
    switch kind {
    case .painPoints: tr("Pain point")
    case .opportunities: tr("Opportunity")
    default: JourneyWords.name(of: kind)
    }
  }
}
