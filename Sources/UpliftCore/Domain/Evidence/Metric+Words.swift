extension Metric.ChainLink {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .employeeExperience: tr("employee experience")
    case .culture: tr("culture")
    case .customerSatisfaction: tr("customer satisfaction")
    case .profit: tr("profit")
    }
  }
}
