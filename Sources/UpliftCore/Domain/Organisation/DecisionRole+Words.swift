extension DecisionRole.Part {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .responsible: tr("responsible")
    case .accountable: tr("accountable")
    case .consulted: tr("consulted")
    case .informed: tr("informed")
    case .accountableAndResponsible: tr("accountable and responsible")
    }
  }
}
