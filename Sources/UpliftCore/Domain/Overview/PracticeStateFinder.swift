import Foundation

/// Works the states of practices out of a workspace. Each asks the practice's own analysis, so that
/// the page says the same as the practice's place.
struct PracticeStateFinder {
  typealias State = PracticeStates.State
  typealias Trend = PracticeStates.Trend

  let contents: WorkspaceContents
  let today: CalendarDay
  let months: [CalendarMonth]
  let momentum: Momentum
  let numbers = NumberFormat.local
  let days = DayFormat.local

  init(_ contents: WorkspaceContents, today: CalendarDay) {
    self.contents = contents
    self.today = today
    months = CalendarMonth.last(PracticeStates.months, until: today)
    momentum = Momentum(
      initiatives: contents.initiatives, promises: contents.promises,
      champions: contents.champions, barriers: contents.barriers, months: PracticeStates.months,
      today: today)
  }

  func state(of subject: PracticeStates.Subject) -> State {
    var state = State(subject)
    switch subject {
    case .journeyMaps: addJourneyMaps(&state)
    case .standards: addStandards(&state)
    case .departments: addDepartments(&state)
    case .rootCauses: addRootCauses(&state)
    case .groups: addGroups(&state)
    case .meetings: addMeetings(&state)
    case .recommendations: addRecommendations(&state)
    case .customerVoice: addCustomerVoice(&state)
    case .metrics: addMetrics(&state)
    case .gutAndData: addGutAndData(&state)
    case .dialogues: addDialogues(&state)
    case .promises: addPromises(&state)
    case .vision: addVision(&state)
    case .priorities: addPriorities(&state)
    case .initiatives: addInitiatives(&state)
    case .resources: addResources(&state)
    case .barriers: addBarriers(&state)
    case .breakdowns: addBreakdowns(&state)
    case .wayUp: addWayUp(&state)
    case .training: addTraining(&state)
    case .communication: addCommunication(&state)
    case .roles: addRoles(&state)
    case .culture: addCulture(&state)
    case .profitChain: addProfitChain(&state)
    case .turnover: addTurnover(&state)
    case .recognition: addRecognition(&state)
    case .talent: addTalent(&state)
    case .readiness: addReadiness(&state)
    }
    return state
  }

  // MARK: Words

  /// "71 %".
  func percent(_ share: Proportion) -> String {
    share.percent.map { tr("{number} %", ["number": Int($0.rounded())]) } ?? "–"
  }

  /// "3 of 5".
  func ratio(_ count: Int, _ n: Int) -> String {
    tr("{count} of {n}", ["count": count, "n": n])
  }

  func decimal(_ value: Double, _ decimals: Int = 1) -> String {
    numbers.text(value, decimals: decimals)
  }

  /// What there is of them, with a point between: "3 late · 1 broken".
  func joined(_ parts: String?...) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// How many of these days are in each of the months.
  func counts(_ days: some Sequence<CalendarDay?>) -> [Int] {
    var counts = [Int](repeating: 0, count: months.count)
    for case let day? in days {
      guard let first = months.first else { continue }
      let place = first.distance(to: CalendarMonth(of: day))
      if counts.indices.contains(place), day <= today { counts[place] += 1 }
    }
    return counts
  }
}
