extension ReadinessRating.Condition {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .leaders: tr("leaders commit")
    case .people: tr("people")
    case .policies: tr("policies")
    case .practices: tr("practices")
    case .processes: tr("processes")
    case .partners: tr("partners")
    case .channels: tr("channels")
    case .technology: tr("technology")
    case .managers: tr("managers clear what is in the way")
    case .breakdowns: tr("breakdowns are welcome and teach")
    case .choice: tr("customers can really go elsewhere")
    }
  }
}
