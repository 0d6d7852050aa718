import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Writes a map or board as a file: choices at the side, the first page beside them, below how
/// far it is and where the file went.
public final class ExportDialog: Dialog {
  private let session: Session
  private let subject: ExportSubject
  private let filter: JourneyFilter
  private let preferences: Preferences
  private var content: ExportContent
  private let part: MapPart?
  /// What a picture does not show.
  private let note = Label("", classes: ["dim", "field-hint"])
  private let form: ExportForm
  private let preview = ExportPreviewView()
  private let previewer = ExportPreviewer()
  let status = ExportStatus()
  private var job: ExportJob?
  private var listening: Listening?
  private var redrawing: Timeout?

  var isExporting: Bool { job != nil }

  /// Does nothing when the subject is gone; a failure to read it is shown in the windows.
  ///
  /// - Parameter part: what is selected of a map.
  public static func show(
    over window: Window, session: Session, subject: ExportSubject, part: MapPart? = nil,
    filter: JourneyFilter = JourneyFilter(), preferences: Preferences = .shared
  ) {
    if let open = existing(over: window),
      open.subject == subject && open.part == part && open.filter == filter || open.job != nil
    {
      open.present()
      return
    }
    existing(over: window)?.window.close()
    guard
      let content = session.read({
        try ExportContent(subject, of: session.workspace, filter: filter)
      })
    else { return }
    ExportDialog(window, session, subject, part, filter, content, preferences).present()
  }

  private init(
    _ parent: Window, _ session: Session, _ subject: ExportSubject, _ part: MapPart?,
    _ filter: JourneyFilter,
    _ content: ExportContent, _ preferences: Preferences
  ) {
    self.part = part
    self.session = session
    self.subject = subject
    self.filter = filter
    self.content = content
    self.preferences = preferences
    form = ExportForm(
      preferences.export, kinds: content.kinds, pages: content.pages,
      part: part.map { ExportContent.title(of: $0) })
    super.init(
      tr("Export “{title}”", ["title": content.title]), over: parent, width: 820, height: 580)
    form.widget.setSizeRequest(width: 232)
    note.alignment = 0
    note.wraps = true
    form.widget.append(note)
    let body = Box(.horizontal, spacing: 20, [form.widget, preview.widget])
    body.setMargins(top: 8, bottom: 16, start: 20, end: 20)
    body.expandsVertically = true
    window.setChild(Box(.vertical, [body, status.widget]))
    window.setDefaultWidget(status.exportButton)
    form.onChange = { [weak self] in self?.chosen() }
    status.exportButton.onClicked { [weak self] in self?.chooseFile() }
    status.cancelButton.onClicked { [weak self] in self?.job?.cancel() }
    status.onOpen = { [weak self] url in Desktop.open(url, parent: self?.window) }
    status.exportButton.grabFocus()
    listening = session.onChange { [weak self] _ in self?.redrawSoon(milliseconds: 400) }
    redraw()
  }

  override func mayClose() -> Bool {
    guard let job else { return true }
    job.cancel()
    return false
  }

  override func closed() {
    listening = nil
    redrawing = nil
    previewer.cancel()
    job?.cancel()
  }

  // MARK: Preview

  private func chosen() {
    status.showIdle()
    redrawSoon(milliseconds: 30)
  }

  private func redrawSoon(milliseconds: Int) {
    redrawing = Timeout.after(milliseconds: milliseconds) { [weak self] in
      guard let self else { return }
      if readAgain() { redraw() }
    }
  }

  private func redraw() {
    preview.wait()
    let hidden = content.hiddenLaneCount
    note.isVisible = hidden > 0
    note.text = ntr(
      "{count} hidden lane is left out of pictures and documents.",
      "{count} hidden lanes are left out of pictures and documents.", hidden)
    let choices = form.choices
    let content = chosenContent
    preview.offer(content.picture)
    previewer.show(content, choices, within: ExportPreviewView.bounds) { [weak self] outcome in
      self?.preview.show(outcome, choices)
    }
  }

  private var chosenContent: ExportContent { content.only(form.isPartChosen ? part : nil) }

  /// False when what is to be exported is gone, and the dialog with it.
  private func readAgain() -> Bool {
    let found = session.read {
      try ExportContent(subject, of: session.workspace, filter: filter)
    }
    guard let found else {
      window.destroy()
      return false
    }
    content = found
    return true
  }

  // MARK: Export

  private func chooseFile() {
    guard job == nil, readAgain() else { return }
    var choices = form.choices
    let chooser = FileChooser(
      .save, title: tr("Export"), accept: tr("Export"), parent: window)
    chooser.addFilter(
      choices.kind.filterName, patterns: ["*." + choices.kind.pathExtension])
    let folder = choices.folder.map { URL(fileURLWithPath: $0, isDirectory: true) }
    if let folder, FileManager.default.fileExists(atPath: folder.path) {
      chooser.setFolder(folder)
    } else {
      chooser.setFolder(session.workspace.url.deletingLastPathComponent())
    }
    chooser.setName(
      SuggestedFileName.make(of: content.title, pathExtension: choices.kind.pathExtension))
    chooser.show { [weak self] url in
      guard let self, let url else { return }
      choices.folder = url.deletingLastPathComponent().path
      preferences.export = choices
      export(to: url, choices)
    }
  }

  /// - Parameter url: as it was chosen; see `ExportTarget`.
  func export(to url: URL, _ choices: ExportChoices) {
    guard job == nil else { return }
    let target = ExportTarget(chosen: url, kind: choices.kind, allowed: content.kinds)
    guard target.url.standardizedFileURL != session.workspace.url.standardizedFileURL else {
      status.showFailure(
        tr(
          "“{path}” is the workspace itself, so nothing was written.",
          ["path": target.url.path]))
      return
    }
    let job = ExportJob()
    self.job = job
    form.widget.isSensitive = false
    status.showProgress()
    job.start(
      chosenContent, to: target, choices: choices,
      progress: { [weak self] share in self?.status.fraction = share },
      done: { [weak self] outcome in self?.ended(outcome) })
  }

  private func ended(_ outcome: ExportJob.Outcome) {
    job = nil
    form.widget.isSensitive = true
    switch outcome {
    case .written(let url): status.showDone(url)
    case .cancelled: status.showIdle(tr("The export was cancelled. Nothing was written."))
    case .failed(let sentence): status.showFailure(sentence)
    }
  }
}
