extension EntityKind {
  /// In the language of the program: "Card".
  public var title: String {
    switch self {
    case .workspace: tr("Workspace")
    case .department: tr("Department")
    case .channel: tr("Channel")
    case .tag: tr("Tag")
    case .picture: tr("Picture")
    case .persona: tr("Persona")
    case .journeyMap: tr("Journey map")
    case .savedFilter: tr("Saved filter")
    case .stage: tr("Stage")
    case .step: tr("Step")
    case .lane: tr("Lane")
    case .blueprintLine: tr("Blueprint line")
    case .metric: tr("Metric")
    case .reading: tr("Reading")
    case .dialogue: tr("Customer dialogue")
    case .card: tr("Card")
    case .cardDepartment: tr("Department of a card")
    case .cardChannel: tr("Channel of a card")
    case .cardTag: tr("Tag of a card")
    case .stepDepartment: tr("Department of a step")
    case .emotion: tr("Emotion")
    case .advisoryGroup: tr("Advisory group")
    case .member: tr("Member")
    case .meeting: tr("Meeting")
    case .agendaItem: tr("Agenda item")
    case .attendance: tr("Attendance")
    case .board: tr("Board")
    case .boardColumn: tr("Column")
    case .cluster: tr("Cluster")
    case .note: tr("Note")
    case .vote: tr("Vote")
    case .link: tr("Link")
    }
  }
}
