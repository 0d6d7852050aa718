import Foundation

/// The state of every practice on one page: one or two figures of each, with n and the rule.
public struct PracticeStates: Equatable, Sendable {
  /// What the page has a figure of; in the order in which they stand there.
  public enum Subject: String, CaseIterable, Sendable {
    // Journeys
    case journeyMaps, standards, departments, rootCauses
    // Advisory groups
    case groups, meetings, recommendations, customerVoice
    // Evidence
    case metrics, gutAndData, dialogues, promises
    // Plan
    case vision, priorities, initiatives, resources, barriers, breakdowns, wayUp, training
    case communication
    // People and culture
    case roles, culture, profitChain, turnover, recognition, talent, readiness
  }

  /// A part of the page.
  public enum Heading: CaseIterable, Sendable {
    case journeys, groups, evidence, plan, people
  }

  public struct State: Equatable, Sendable, Identifiable {
    public var subject: Subject
    /// The one figure: "71 %". Empty: there is nothing to say yet.
    public var figure = ""
    /// What it is of: "promises kept".
    public var meaning = ""
    /// The other figures: "3 late". May be empty.
    public var detail = ""
    /// How much stands behind the figure, 0 or more.
    public var n = 0
    /// In words, for the screen.
    public var rule = ""
    /// How it went; nil: nobody can say yet.
    public var trend: Trend?
    /// Whether something about it wants somebody.
    public var wantsAttention = false

    public var id: Subject { subject }
    /// Whether anybody has begun with it.
    public var hasBegun: Bool { !figure.isEmpty }

    init(_ subject: Subject) { self.subject = subject }

    /// "n 412", which stays on one line.
    public var size: String { tr("n {count}", ["count": n]).replacing(" ", with: "\u{A0}") }

    /// All of it in one sentence, for those who hear it.
    public var sentence: String {
      guard hasBegun else {
        return tr(
          "{practice}: {sentence}",
          ["practice": subject.title, "sentence": tr("not begun yet")])
      }
      let said = [
        [figure, meaning].filter { !$0.isEmpty }.joined(separator: " "), detail,
        tr("n {count}", ["count": n]), trend?.sentence ?? "",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
      return tr("{practice}: {sentence}", ["practice": subject.title, "sentence": said])
    }
  }

  /// A few values, oldest first; two or more.
  public struct Trend: Equatable, Sendable {
    public var values: [Double]
    /// What each of them is: "kept, month by month".
    public var meaning: String

    /// Nil with fewer than two values.
    init?(_ values: [Double], _ meaning: String) {
      guard values.count > 1 else { return nil }
      self.values = values
      self.meaning = meaning
    }

    /// Nil when there has been nothing in any of the months.
    init?(counts: [Int], _ meaning: String) {
      guard counts.contains(where: { $0 > 0 }) else { return nil }
      self.init(counts.map(Double.init), meaning)
    }

    /// "kept, month by month: 1, 0, 4".
    public var sentence: String {
      tr(
        "{meaning}: {values}",
        [
          "meaning": meaning,
          "values": values.map(MetricWords.number).joined(separator: ", "),
        ])
    }
  }

  /// Of trends.
  static let months = 12

  /// One of each subject, in their order.
  public let states: [State]

  public init(_ contents: WorkspaceContents, today: CalendarDay) {
    let finder = PracticeStateFinder(contents, today: today)
    states = Subject.allCases.map { finder.state(of: $0) }
  }

  public subscript(_ subject: Subject) -> State {
    states.first { $0.subject == subject } ?? State(subject)
  }

  /// Those of a part that somebody has begun with, in order.
  public func begun(_ heading: Heading) -> [State] {
    states.filter { $0.subject.heading == heading && $0.hasBegun }
  }

  /// Those of a part that nobody has begun with, in order.
  public func waiting(_ heading: Heading) -> [State] {
    states.filter { $0.subject.heading == heading && !$0.hasBegun }
  }

  /// Practices that somebody has begun with.
  public var n: Int { states.count(where: \.hasBegun) }
}

extension PracticeStates.Heading {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .journeys: tr("Journeys")
    case .groups: tr("Advisory groups")
    case .evidence: tr("Evidence")
    case .plan: tr("Plan")
    case .people: tr("People and culture")
    }
  }
}

extension PracticeStates.Subject {
  public var heading: PracticeStates.Heading {
    switch self {
    case .journeyMaps, .standards, .departments, .rootCauses: .journeys
    case .groups, .meetings, .recommendations, .customerVoice: .groups
    case .metrics, .gutAndData, .dialogues, .promises: .evidence
    case .vision, .priorities, .initiatives, .resources, .barriers, .breakdowns, .wayUp, .training,
      .communication:
      .plan
    case .roles, .culture, .profitChain, .turnover, .recognition, .talent, .readiness: .people
    }
  }

  /// In the language of the program.
  public var title: String {
    switch self {
    case .journeyMaps: tr("Journey maps")
    case .standards: tr("Standards")
    case .departments: tr("Connect the dots")
    case .rootCauses: tr("Root causes")
    case .groups: tr("Advisory groups")
    case .meetings: tr("Meetings")
    case .recommendations: tr("Recommendations")
    case .customerVoice: tr("Customers were asked")
    case .metrics: tr("Metrics")
    case .gutAndData: tr("Gut and data")
    case .dialogues: tr("Customer dialogues")
    case .promises: tr("Promises")
    case .vision: tr("Vision and leaders")
    case .priorities: tr("Opportunities and priorities")
    case .initiatives: tr("Initiatives")
    case .resources: tr("Resources")
    case .barriers: tr("Barriers")
    case .breakdowns: tr("Breakdowns")
    case .wayUp: tr("The way up")
    case .training: tr("Training")
    case .communication: tr("Communication")
    case .roles: tr("CX role and decisions")
    case .culture: tr("Culture")
    case .profitChain: tr("Service–profit chain")
    case .turnover: tr("Cost of turnover")
    case .recognition: tr("Recognition")
    case .talent: tr("Talent")
    case .readiness: tr("Readiness")
    }
  }
}
