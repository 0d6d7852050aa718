/// For whom a plan is put together: a choice of sections to begin with.
public enum PlanReaders: String, CaseIterable, Sendable {
  case everybody = "everything"
  /// Those who sign it: all that is to be decided, without the evidence in full.
  case leaders

  /// In the language of the program.
  public var title: String {
    switch self {
    case .everybody: tr("Everything")
    case .leaders: tr("For leaders")
    }
  }

  /// What is in it, in a few words.
  public var detail: String {
    switch self {
    case .everybody: tr("Every section, with the evidence in full")
    case .leaders: tr("Every section but the appendix")
    }
  }

  public var leavesOut: Set<PlanSection> {
    switch self {
    case .everybody: []
    case .leaders: [.appendix]
    }
  }

  /// In the usual order.
  public var sections: [PlanSection] { PlanSection.allCases.filter { !leavesOut.contains($0) } }
}
