/// A chapter of the plan as a document. The raw value is for files and the command line, for good.
public enum PlanSection: String, CaseIterable, Codable, Sendable {
  /// The overview, readiness, the way up.
  case state
  /// The vision and its goals, and the leaders behind it.
  case vision
  case journeys
  /// Metrics, promises, dialogues.
  case evidence
  case priorities
  /// With their timeline, resources and barriers.
  case initiatives
  /// With their charters, recommendations and the answers.
  case groups
  case training
  case communication
  /// Culture, the service–profit chain, recognition.
  case culture
  case appendix

  /// In the language of the program.
  public var title: String {
    switch self {
    case .state: tr("Where we are")
    case .vision: tr("Vision and leaders")
    case .journeys: tr("Journeys")
    case .evidence: tr("Evidence")
    case .priorities: tr("Priorities")
    case .initiatives: tr("Initiatives")
    case .groups: tr("Advisory groups")
    case .training: tr("Training")
    case .communication: tr("Communication")
    case .culture: tr("Culture and recognition")
    case .appendix: tr("Appendix: evidence in full")
    }
  }

  /// What stands in it, in a few words.
  public var detail: String {
    switch self {
    case .state: tr("Overview, readiness, the way up")
    case .vision: tr("Vision, goals, leaders, roles")
    case .journeys: tr("Every map with its findings")
    case .evidence: tr("Metrics, promises, dialogues, breakdowns")
    case .priorities: tr("Matrix and table of opportunities")
    case .initiatives: tr("Timeline, resources, barriers")
    case .groups: tr("Charters, recommendations and answers")
    case .training: tr("Cascade, skills, tips")
    case .communication: tr("Who hears what, and when")
    case .culture: tr("Values, climate, chain, champions")
    case .appendix: tr("Every card with its evidence")
    }
  }
}
