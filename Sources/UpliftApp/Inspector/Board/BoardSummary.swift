import Foundation
import Gtk
import UpliftCore

/// What a group still waits for, and the steps of journeys that its board is about.
@MainActor final class BoardSummary {
  let widget = Box(.vertical)
  private let session: Session
  private let go: (EntityReference) -> Void
  private let decisions = Box(.vertical, spacing: 2)
  private let decisionsHeading = Label(tr("Decisions still open"), classes: ["field-label"])
  private let steps = FlowBox(rowSpacing: 4, columnSpacing: 4)
  private let stepsHeading = Label(tr("Journey steps on this board"), classes: ["field-label"])
  private let stepsBox = Box(.vertical)
  private var shown: [Recommendation] = []
  private var shownSteps: [EntityReference: String]?

  private static let most = 6

  init(_ session: Session, go: @escaping (EntityReference) -> Void) {
    self.session = session
    self.go = go
    for heading in [decisionsHeading, stepsHeading] {
      heading.alignment = 0
      heading.wraps = true
    }
    decisions.addClass("field-box")
    decisions.addClass("link-list")
    stepsBox.addClass("field-box")
    stepsBox.append(steps)
    steps.setChildrenPerLine(minimum: 1, maximum: 12)
    steps.setAccessibleLabel(tr("Journey steps on this board"))
    for part in [decisionsHeading, decisions, stepsHeading, stepsBox] { widget.append(part) }
  }

  func show(_ board: BoardContents) {
    showDecisions(board)
    showSteps(board)
  }

  private func showDecisions(_ board: BoardContents) {
    let open = session.outline.recommendations
      .filter { $0.groupID == board.board.groupID && $0.isOpen }
      .sorted { Self.isOlder($0, $1) }
    guard open != shown || decisions.isVisible == open.isEmpty else { return }
    shown = open
    decisionsHeading.isVisible = !open.isEmpty
    decisions.isVisible = !open.isEmpty
    decisions.removeAll()
    let today = CalendarDay(Date())
    for recommendation in open.prefix(Self.most) {
      let age = recommendation.age(on: today).map { ntr("{count} day", "{count} days", $0) }
      let first = [recommendation.text.replacingNewlines(), recommendation.owner, age ?? ""]
        .filter { !$0.isEmpty }.joined(separator: " · ")
      let title = Label(first)
      title.alignment = 0
      title.wraps = true
      title.setLines(3)
      title.setEllipsis(.end)
      title.tooltip = first
      let detail = Label(Self.state(recommendation, on: today), classes: ["dim"])
      detail.alignment = 0
      detail.wraps = true
      let button = Button(child: Box(.vertical, [title, detail]))
      button.hasFrame = false
      button.addClass("link-row")
      button.setAccessibleLabel([first, detail.text].joined(separator: ", "))
      let reference = recommendation.reference
      button.onClicked { [weak self] in self?.go(reference) }
      decisions.append(button)
    }
    if open.count > Self.most {
      let rest = open.count - Self.most
      let more = Label(ntr("and {count} more", "and {count} more", rest), classes: ["dim"])
      more.alignment = 0
      decisions.append(more)
    }
  }

  /// Those of which nobody knows when they were asked for come last.
  private static func isOlder(_ one: Recommendation, _ other: Recommendation) -> Bool {
    switch (one.askedOn, other.askedOn) {
    case (let first?, let second?) where first != second: first < second
    case (_?, nil): true
    case (nil, _?): false
    default: one.rank < other.rank
    }
  }

  private static func state(_ recommendation: Recommendation, on today: CalendarDay) -> String {
    if recommendation.isLate(on: today), let due = recommendation.due {
      return tr("Late: due on {day}", ["day": DayFormat.local.text(due)])
    }
    switch recommendation.answer {
    case .accepted:
      guard let due = recommendation.due else { return tr("Accepted, not done yet") }
      return tr("Accepted, due on {day}", ["day": DayFormat.local.text(due)])
    case .askedForDate: return tr("Asked for a date")
    case .declined: return tr("Declined")
    case nil: return tr("No answer yet")
    }
  }

  private func showSteps(_ board: BoardContents) {
    let own = (session.read { try session.workspace.links(of: board.board.reference) } ?? [])
      .map { $0.from == board.board.reference ? $0.to : $0.from }
      .filter { $0.kind == .step }
    var all = board.steps
    for reference in own where !all.contains(where: { $0.reference == reference }) {
      if let summary = session.summary(of: reference) { all.append((reference, summary.title)) }
    }
    let titles = Dictionary(all.map { ($0.reference, $0.title) }, uniquingKeysWith: { $1 })
    guard titles != shownSteps else { return }
    shownSteps = titles
    stepsHeading.isVisible = !all.isEmpty
    stepsBox.isVisible = !all.isEmpty
    steps.removeAll()
    for (reference, title) in all {
      let label = Label(title.isEmpty ? tr("Without a text") : title)
      label.setEllipsis(.end)
      label.setWidthInCharacters(maximum: 26)
      let chip = Button(child: label)
      chip.addClass("chip")
      chip.tooltip = tr("Go to the step “{title}”", ["title": title])
      chip.setAccessibleLabel(tr("Go to the step “{title}”", ["title": title]))
      chip.horizontalAlignment = .start
      chip.onClicked { [weak self] in self?.go(reference) }
      steps.appendControl(chip)
    }
  }
}
