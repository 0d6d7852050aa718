import Foundation

/// What a map's parts are called.
public enum JourneyWords {
  /// The kind of lane with this name, in the language of the program or in English.
  public static func kind(named name: String) -> Lane.Kind? {
    Lane.Kind.allCases.first {
      isCalled(name, self.name(of: $0)) || isCalled(name, spelledOut($0.rawValue))
    }
  }

  /// The kind of lane that is often called so in other words than its name, in the language of the
  /// program or in English.
  static func kind(oftenCalled name: String) -> Lane.Kind? {
    let others: [(Lane.Kind, [String])] = [
      (.images, [tr("Storyboard"), "Storyboard", tr("Pictures"), "Pictures"]),
      (.actions, [tr("Doing"), "Doing"]),
      (.thoughts, [tr("Thinking"), "Thinking"]),
      (.emotion, [tr("Feeling"), "Feeling", tr("Feelings"), "Feelings"]),
      (.painPoints, [tr("Pains"), "Pains"]),
      (.opportunities, [tr("Ideas"), "Ideas"]),
      (.metrics, [tr("KPIs"), "KPIs"]),
    ]
    return others.first { $0.1.contains { isCalled(name, $0) } }?.0
  }

  /// The line of a blueprint with this name, in the language of the program or in English.
  public static func line(named name: String) -> BlueprintLine.Line? {
    BlueprintLine.Line.allCases.first {
      isCalled(name, self.name(of: $0))
        || isCalled(name, "line of " + spelledOut($0.rawValue))
    }
  }

  private static func isCalled(_ text: String, _ name: String) -> Bool {
    text.trimmingCharacters(in: .whitespaces)
      .compare(name, options: [.caseInsensitive, .diacriticInsensitive]) == .orderedSame
  }

  private static func spelledOut(_ rawValue: String) -> String {
    rawValue.replacingOccurrences(of: "_", with: " ")
  }

  /// The name of a kind of lane, for lanes without a title.
  public static func name(of kind: Lane.Kind) -> String {
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
    case .departments: tr("Departments")
    }
  }

  /// The lane's own title, or the name of its kind.
  public static func title(of lane: Lane) -> String {
    lane.title.isEmpty ? name(of: lane.laneKind) : lane.title
  }

  /// "observed".
  public static func name(of level: EvidenceLevel) -> String {
    switch level {
    case .observed: tr("observed")
    case .reported: tr("reported")
    case .assumed: tr("assumed")
    }
  }

  /// "Line of visibility".
  public static func name(of line: BlueprintLine.Line) -> String {
    switch line {
    case .interaction: tr("Line of interaction")
    case .visibility: tr("Line of visibility")
    case .internalInteraction: tr("Line of internal interaction")
    }
  }

  /// "Current state".
  public static func name(of state: JourneyMap.State) -> String {
    switch state {
    case .current: tr("Current state")
    case .future: tr("Future state")
    }
  }

  /// "Researched".
  public static func name(of status: JourneyMap.Status) -> String {
    switch status {
    case .hypothesis: tr("Hypothesis")
    case .researched: tr("Researched")
    case .agreed: tr("Agreed")
    }
  }

  /// −2…+2 as "+1.5", "0", "−2", "+0.25".
  public static func emotion(_ value: Double) -> String {
    let hundredths = (value * 100).rounded() / 100
    guard hundredths != 0 else { return "0" }
    let size = abs(hundredths)
    return (hundredths < 0 ? "−" : "+") + (size == size.rounded() ? "\(Int(size))" : "\(size)")
  }

  /// "Amina, 34".
  public static func name(of persona: Persona) -> String {
    guard let age = persona.age else { return persona.name }
    return tr("{name}, {age}", ["name": persona.name, "age": age])
  }
}
