import Foundation
import Gtk
import UpliftCore

/// What a practice works out of its records, as lists: what each says, by which rule, from how
/// many, and a row for each record that asks for a look.
@MainActor final class FindingsPage: Page {
  let place: Place
  let title = tr("Worked out")
  private let session: Session
  private let findings: [PlanFinding]
  let views: [FindingView]
  private let kinds: Set<EntityKind>
  private let scroller: ScrolledWindow
  private let heading: String

  /// - Parameter title: of the practice.
  init(
    _ session: Session, _ place: Place, title: String, _ findings: [PlanFinding],
    go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    self.place = place
    self.findings = findings
    heading = title
    kinds = findings.reduce(into: []) { $0.formUnion($1.kinds) }
    views = findings.map { _ in FindingView(go: go) }
    let contents = Box(.vertical, spacing: 10)
    for view in views { contents.append(view.widget) }
    scroller = PageParts.scrolling(contents)
    read()
  }

  private func read() {
    guard let contents = session.read({ try session.workspace.contents(of: kinds) }) else {
      return
    }
    let today = CalendarDay(Date())
    for (finding, view) in zip(findings, views) {
      view.show(finding.finding(contents, today: today))
    }
  }

  /// Brings one of the lists into sight.
  func show(_ finding: PlanFinding) {
    guard let place = findings.firstIndex(of: finding) else { return }
    let view = views[place]
    let first = view.rows.first(where: \.isSensitive)
    first?.grabFocus()
    later = Timeout.after(milliseconds: 100) { [weak self] in
      guard let self, let frame = view.widget.frame(in: scroller) else { return }
      scroller.verticalAdjustment.value += frame.y
    }
  }
  private var later: Timeout?

  var widget: Widget { scroller }
  var exportSubject: ExportSubject? { .findings(findings, title: heading) }

  func follow(_ change: WorkspaceChange) -> Bool {
    if change.touches(kinds) { read() }
    return true
  }

  func takeFocus() {
    if let first = views.lazy.flatMap(\.rows).first(where: \.isSensitive) {
      first.grabFocus()
    } else {
      scroller.focusFirst()
    }
  }
}
