import Foundation
import Gtk
import UpliftCore

/// Survey answers from a table become readings: what the columns mean at the side, what comes of it
/// beside them, all counted before anything is changed. The import is one step of undo.
final class SurveyDialog: Dialog {
  private let session: Session
  private let file: SurveyFile
  private let known: Set<UUID>
  private let done: (String) -> Void
  let form: SurveyForm
  let preview: SurveyPreview
  let importButton = Button(label: ptr("action", "Import"))
  private let cancelButton = Button(label: tr("Cancel"))
  private let bar = ProgressBar()
  private let job = SurveyJob()
  private var watching: Timeout?
  private var restart: Timeout?
  private var edit: Edit?

  /// Milliseconds between two looks at how far the count is.
  private static let interval = 60

  /// Asks for the file.
  ///
  /// - Parameter done: is told what was imported.
  static func choose(
    over window: Window, session: Session, metricID: UUID? = nil,
    done: @escaping (String) -> Void
  ) {
    guard !session.isReadOnly else { return }
    let chooser = FileChooser(.open, title: tr("Import survey answers"), parent: window)
    chooser.addFilter(tr("Tables (CSV)"), patterns: ["*.csv", "*.CSV", "*.tsv", "*.txt"])
    chooser.addFilter(tr("All files"), patterns: ["*"])
    chooser.show { url in
      guard let url else { return }
      show(url, over: window, session: session, metricID: metricID, done: done)
    }
  }

  static func show(
    _ url: URL, over window: Window, session: Session, metricID: UUID? = nil,
    done: @escaping (String) -> Void
  ) {
    existing(over: window)?.window.close()
    do {
      SurveyDialog(window, session, try SurveyFile(url), metricID, done).present()
    } catch {
      MessageDialog(tr("Nothing was imported"), error.sentence, over: window).present()
    }
  }

  private init(
    _ parent: Window, _ session: Session, _ file: SurveyFile, _ metricID: UUID?,
    _ done: @escaping (String) -> Void
  ) {
    self.session = session
    self.file = file
    self.done = done
    let metrics = session.outline.metrics
    known = Set(metrics.map(\.id))
    let title = file.url.deletingPathExtension().lastPathComponent
    let new = Metric.Measure.allCases.map { measure in
      Metric(rank: .between(metrics.last?.rank, nil), title: title, measure: measure)
    }
    let all =
      metrics.map { (metric: $0, title: MetricWords.title(of: $0)) }
      + new.map {
        (
          metric: $0,
          title: tr("New metric: {measure}", ["measure": MetricWords.name(of: $0.measure)])
        )
      }
    form = SurveyForm(
      file, metrics: all, new: Set(new.map(\.id)),
      chosen: all.firstIndex { $0.metric.id == metricID } ?? 0, today: CalendarDay(Date()))
    preview = SurveyPreview(file)
    super.init(tr("Import survey answers"), over: parent, width: 900, height: 640)
    form.widget.setSizeRequest(width: 232)
    let side = ScrolledWindow(form.widget)
    side.setPolicy(horizontal: .never, vertical: .automatic)
    let body = Box(.horizontal, spacing: 20, [side, preview.widget])
    body.setMargins(top: 8, bottom: 12, start: 20, end: 20)
    body.expandsVertically = true
    bar.expandsHorizontally = true
    bar.verticalAlignment = .center
    bar.setAccessibleLabel(tr("Progress of the count"))
    let space = Box(.horizontal)
    space.expandsHorizontally = true
    importButton.addClass("suggested")
    let actions = Box(.horizontal, spacing: 8, [bar, space, cancelButton, importButton])
    actions.addClass("dialog-actions")
    window.setChild(Box(.vertical, [body, actions]))
    window.setDefaultWidget(importButton)
    form.onChange = { [weak self] in self?.countSoon() }
    form.onEnter = { [weak self] in self?.take() }
    cancelButton.onClicked { [weak self] in self?.window.close() }
    importButton.onClicked { [weak self] in self?.take() }
    form.widget.focusFirst()
    count()
  }

  override func closed() {
    job.cancel()
    watching = nil
    restart = nil
  }

  private var startMonth: Int {
    (session.read { try session.workspace.organisation() })?.fiscalYearStart ?? 1
  }

  private func countSoon() {
    restart = Timeout.after(milliseconds: 120) { [weak self] in self?.count() }
  }

  private func count() {
    edit = nil
    importButton.isSensitive = false
    preview.showCounting()
    bar.fraction = 0
    bar.isVisible = true
    watching = Timeout.repeating(milliseconds: Self.interval) { [weak self] in
      guard let self, let fraction = job.fraction else { return false }
      bar.fraction = fraction
      return true
    }
    job.start(file, form.mapping, of: form.metric, startMonth: startMonth) {
      [weak self] result in self?.counted(result)
    }
  }

  private func counted(_ result: Result<SurveyTally, any Error>) {
    watching = nil
    bar.isVisible = false
    switch result {
    case .failure(let error):
      form.offerLeavingOut(false)
      preview.show(error)
    case .success(let tally):
      form.offerLeavingOut(tally.badRowCount > 0)
      if tally.badRowCount > 0, !form.mapping.leavesOutBadRows {
        return preview.show(badRows: tally.badRows, count: tally.badRowCount)
      }
      do {
        try tally.requireAnswers(in: file, form.mapping)
      } catch {
        return preview.show(error)
      }
      let metric = form.metric
      let existing =
        session.read { try session.workspace.readings(of: metric.id) } ?? []
      let outcome = tally.outcome(
        for: metric, existing: existing, hasTotal: form.mapping.hasTotal,
        replaces: form.mapping.replaces,
        method: tr("Answers in {file}", ["file": file.url.lastPathComponent]))
      form.offerReplacing(!outcome.left.isEmpty || outcome.replaced > 0)
      preview.show(outcome, tally, of: metric, startMonth: startMonth)
      edit = outcome.edit
      message = (outcome.summary + (tally.badRowCount > 0 ? [tally.summary.last ?? ""] : []))
        .joined(separator: " ")
      importButton.isSensitive = edit != nil
      // Most often all is guessed right, and Enter is all that is left to do.
      if !wasCounted, importButton.isSensitive { importButton.grabFocus() }
      wasCounted = true
    }
  }

  private var wasCounted = false

  private var message = ""

  func take() {
    guard var edit, importButton.isSensitive else { return }
    let metric = form.metric
    if !known.contains(metric.id) { edit.changes.insert(.insert(metric), at: 0) }
    importButton.isSensitive = false
    session.work(tr("Importing “{file}”…", ["file": file.url.lastPathComponent])) {
      [edit] workspace, work in
      try workspace.perform(edit) { work.report($0) }
    } done: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success:
        done(message)
        window.close()
      case .failure(is CancellationError): importButton.isSensitive = true
      case .failure(let error): preview.show(error)
      }
    }
  }
}
