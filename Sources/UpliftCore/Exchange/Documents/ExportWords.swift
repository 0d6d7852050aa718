import Foundation

/// What things are called in an exported document.
enum ExportWords {
  static func name(of kind: Lane.Kind) -> String {
    switch kind {
    case .actions: tr("Actions")
    case .thoughts: tr("Thoughts")
    case .emotion: tr("Emotion")
    case .touchpoints: tr("Touchpoints")
    case .channels: tr("Channels")
    case .painPoints: tr("Pain points")
    case .opportunities: tr("Opportunities")
    case .physicalEvidence: tr("Physical evidence")
    case .frontstage: tr("Frontstage")
    case .backstage: tr("Backstage")
    case .support: tr("Support processes")
    case .metrics: tr("Metrics")
    case .images: tr("Images")
    case .text: tr("Text")
    }
  }

  static func title(of lane: Lane) -> String {
    lane.title.isEmpty ? name(of: lane.laneKind) : lane.title
  }

  static func name(of level: EvidenceLevel) -> String {
    switch level {
    case .observed: tr("observed")
    case .reported: tr("reported")
    case .assumed: tr("assumed")
    }
  }

  static func name(of state: JourneyMap.State) -> String {
    switch state {
    case .current: tr("Current state")
    case .future: tr("Future state")
    }
  }

  static func name(of status: JourneyMap.Status) -> String {
    switch status {
    case .hypothesis: tr("Hypothesis")
    case .researched: tr("Researched")
    case .agreed: tr("Agreed")
    }
  }

  static func name(of kind: AdvisoryGroup.Kind) -> String {
    switch kind {
    case .employeeAdvisoryGroup: tr("Employee advisory group")
    case .customerAdvisoryBoard: tr("Customer advisory board")
    case .focusGroup: tr("Focus group")
    }
  }

  /// Nil for a point that is still open.
  static func name(of state: AgendaItem.State) -> String? {
    switch state {
    case .open: nil
    case .done: tr("done")
    case .skipped: tr("skipped")
    }
  }

  static func name(of persona: Persona) -> String {
    guard let age = persona.age else { return persona.name }
    return tr("{name}, {age}", ["name": persona.name, "age": age])
  }

  /// −2…+2 as "+1.5", "0", "−2".
  static func emotion(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    guard tenths != 0 else { return "0" }
    let digits = JSONText.literal(abs(tenths)) ?? ""
    return (tenths < 0 ? "−" : "+") + digits
  }
}
