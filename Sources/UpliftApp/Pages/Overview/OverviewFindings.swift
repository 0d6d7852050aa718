import Foundation
import UpliftCore

/// What the overview shows of a workspace, as it was when it was looked through.
nonisolated struct OverviewFindings: Equatable, Sendable {
  let attention: Attention
  let states: PracticeStates
  /// By map.
  let journeys: [UUID: JourneyFigures]
  let voice: CustomerVoice
  /// Today, then.
  let day: CalendarDay

  init(_ contents: WorkspaceContents, today: CalendarDay) {
    attention = Attention(contents, today: today)
    states = PracticeStates(contents, today: today)
    journeys = JourneyFigures.all(contents)
    voice = CustomerVoice(contents)
    day = today
  }
}
