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
}
