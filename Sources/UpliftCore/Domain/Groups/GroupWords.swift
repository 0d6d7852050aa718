/// What the parts of an advisory group are called.
public enum GroupWords {
  /// "Focus group".
  public static func name(of kind: AdvisoryGroup.Kind) -> String {
    switch kind {
    case .employeeAdvisoryGroup: tr("Employee advisory group")
    case .customerAdvisoryBoard: tr("Customer advisory board")
    case .focusGroup: tr("Focus group")
    }
  }

  /// Nil for a point that is still open.
  public static func name(of state: AgendaItem.State) -> String? {
    switch state {
    case .open: nil
    case .done: tr("done")
    case .skipped: tr("skipped")
    }
  }

  public static func name(of field: MemberField) -> String {
    switch field {
    case .name: tr("Name")
    case .function: tr("Function")
    case .level: tr("Level")
    case .site: tr("Site")
    case .shift: tr("Shift")
    case .tenure: tr("Tenure")
    case .termStart: tr("Term start")
    case .termEnd: tr("Term end")
    case .successor: tr("Successor")
    }
  }

  public static func name(of answer: Recommendation.Answer) -> String {
    switch answer {
    case .accepted: tr("accepted")
    case .declined: tr("declined")
    case .askedForDate: tr("asked for a date")
    }
  }

  public static func name(of cadence: MeetingSeries.Cadence) -> String {
    switch cadence {
    case .weekly: tr("weekly")
    case .fortnightly: tr("every two weeks")
    case .monthly: tr("monthly")
    case .quarterly: tr("quarterly")
    case .yearly: tr("yearly")
    }
  }

  public static func name(of activity: AgendaItem.Activity) -> String {
    switch activity {
    case .talk: tr("Talk")
    case .privateWriting: tr("Private writing")
    case .grouping: tr("Grouping")
    case .voting: tr("Voting")
    case .recommending: tr("Recommending")
    }
  }
}
