import Foundation
import UpliftCore

/// A view of a practice, or a list on one, by the name that it is looked for.
struct NamedView {
  var title: String
  /// The practice, and the view on which the list stands.
  var detail: String
  /// What else it may be looked for by.
  var words: String
  var place: Place
  /// Among the views of its practice.
  var index: Int
  var finding: PlanFinding?

  /// It is the first view of a practice of the same name, which is found by that already.
  var isPracticeItself: Bool { index == 0 && finding == nil && title == detail }
  var allWords: String { [title, detail, words].joined(separator: " ") }
}

extension MainWindow {
  /// Every view of every practice, in the order of the sidebar.
  func namedViews(of session: Session) -> [NamedView] {
    let records: [Place] = [.metrics, .dialogues, .promises, .initiatives, .barriers]
    let all =
      records.compactMap { place in
        recordTabs(of: place, session).map { (place, $0.title, $0.tabs) }
      }
      + Practice.allCases.map {
        (Place.practice($0), $0.title, tabs(of: $0, session))
      }
    let nothing = WorkspaceContents(workspace: WorkspaceInfo(title: ""))
    return all.flatMap { place, title, tabs in
      tabs.enumerated().flatMap { index, tab in
        [NamedView(title: tab.title, detail: title, words: tab.words, place: place, index: index)]
          + tab.findings.map { finding in
            NamedView(
              title: finding.finding(nothing, today: CalendarDay(Date())).title,
              detail: tr("{practice} · {view}", ["practice": title, "view": tab.title]),
              words: ViewWords.of(finding), place: place, index: index, finding: finding)
          }
      }
    }
  }

  func show(_ view: NamedView) {
    go(to: view.place, nil)
    (page as? PracticePage)?.show(view.index, view.finding)
  }
}
