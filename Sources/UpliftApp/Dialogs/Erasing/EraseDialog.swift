import Foundation
import Gtk
import UpliftCore

/// Erases a person: everybody who is known at the side, what the workspace holds of the one who is
/// chosen beside them, and below the button, which asks once more. Nothing brings it back.
final class EraseDialog: Dialog {
  private let session: Session
  private let go: (EntityReference) -> Void
  private let prepare: () -> Void
  private let names: [String]
  let field = SearchEntry()
  private let list = ListBox()
  private var listed: [String] = []
  let found: ErasureView
  let eraseButton = Button(label: tr("Erase for good…"))
  private let copies = CheckButton(label: "")
  let status = PageParts.dim()
  private let saveButton = Button(label: tr("Save the report…"))
  private let looking = ErasureSearch()
  private let bar = ProgressBar()
  private var watching: Timeout?
  private var later: Timeout?
  private var erasure: Erasure?
  private var person: PersonName?
  private var isDone = false
  private var listening: Listening?

  /// Milliseconds after which it is seen how far the search is, and then how often.
  private static let patience = 300
  private static let interval = 100

  /// - Parameters:
  ///   - name: who is looked for at once; empty for nobody.
  ///   - go: shows a record.
  ///   - prepare: what is being typed is to be saved.
  static func show(
    over window: Window, session: Session, name: String = "",
    go: @escaping (EntityReference) -> Void, prepare: @escaping () -> Void
  ) {
    guard !session.isReadOnly else { return }
    existing(over: window)?.window.close()
    prepare()
    EraseDialog(window, session, name, go, prepare).present()
  }

  private init(
    _ parent: Window, _ session: Session, _ name: String,
    _ go: @escaping (EntityReference) -> Void, _ prepare: @escaping () -> Void
  ) {
    self.session = session
    self.go = go
    self.prepare = prepare
    names = session.read { try session.workspace.everybody() } ?? []
    found = ErasureView(go: go)
    super.init(tr("Erase a person"), over: parent, width: 900, height: 640)
    build()
    field.text = name
    fillNames()
    if name.isEmpty {
      found.showNobody()
      field.grabFocus()
    } else {
      look()
    }
    listening = session.onChange { [weak self] _ in
      guard let self, !isDone, session.longWork == nil else { return }
      lookSoon(milliseconds: 600)
    }
  }

  private func build() {
    field.setPlaceholder(tr("Name of the person"))
    field.setAccessibleLabel(tr("Name of the person"))
    field.onChanged { [weak self] in self?.typed() }
    field.onActivate { [weak self] in self?.lookForWhole() }
    field.onStop { [weak self] in self?.window.close() }
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, modifiers in
      guard let self, modifiers.isEmpty, key == .down else { return false }
      return list.row(at: 0)?.grabFocus() ?? false
    }
    field.addController(keys)
    list.setSelection(.single)
    list.activatesOnSingleClick = true
    list.setAccessibleLabel(tr("People in this workspace"))
    list.addClass("history")
    list.setPlaceholder(PageParts.dim(tr("Nobody of this name; Enter looks into all texts.")))
    list.onRowActivated { [weak self] place in
      guard let self, listed.indices.contains(place) else { return }
      field.text = listed[place]
      look()
    }
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.expandsVertically = true
    scroller.addClass("field-box")
    let side = Box(.vertical, spacing: 8, [field, scroller])
    side.setSizeRequest(width: 232)
    let body = Box(.horizontal, spacing: 20, [side, found.widget])
    body.setMargins(top: 8, bottom: 8, start: 20, end: 20)
    body.expandsVertically = true
    copies.isVisible = false
    copies.setMargins(top: 0, bottom: 8, start: 20, end: 20)
    copies.isActive = true
    found.onForms = { [weak self] in self?.look() }
    status.expandsHorizontally = true
    status.alignment = 0
    status.wraps = true
    status.setWidthInCharacters(maximum: 70)
    status.setAccessibleRole(.status)
    eraseButton.addClass("destructive")
    eraseButton.isSensitive = false
    eraseButton.onClicked { [weak self] in self?.ask() }
    saveButton.isVisible = false
    saveButton.onClicked { [weak self] in self?.chooseTarget() }
    bar.verticalAlignment = .center
    bar.setSizeRequest(width: 160)
    bar.isVisible = false
    let actions = Box(.horizontal, spacing: 8, [status, bar, saveButton, eraseButton])
    actions.addClass("dialog-actions")
    window.setChild(Box(.vertical, [body, copies, actions]))
  }

  override func closed() {
    looking.cancel()
    watching = nil
    later = nil
    listening = nil
  }

  // MARK: Who

  private func typed() {
    fillNames()
    // What is listed is another's.
    if PersonName(field.text)?.text != person?.text { eraseButton.isSensitive = false }
    lookSoon(milliseconds: 500)
  }

  private func fillNames() {
    let words = field.text.lowercased()
    listed = names.filter { words.isEmpty || $0.lowercased().contains(words) }
    list.removeAll()
    for name in listed.prefix(300) {
      let label = Label(name.isolated)
      label.alignment = 0
      label.setEllipsis(.end)
      let row = ListBoxRow(label)
      row.addClass("history-row")
      list.append(row)
    }
  }

  /// Enter: who is the only one whose name has the words in it is meant.
  func lookForWhole() {
    if let whole = PersonName(field.text)?.wholeNames(among: names), whole.count == 1 {
      field.text = whole[0]
    }
    look()
  }

  private func lookSoon(milliseconds: Int) {
    later = Timeout.after(milliseconds: milliseconds) { [weak self] in self?.look() }
  }

  // MARK: What there is

  /// Looks for the name that is typed.
  func look() {
    later = nil
    guard !isDone else { return }
    eraseButton.isSensitive = false
    guard let name = PersonName(field.text) else {
      looking.cancel()
      stopWatching()
      status.text = ""
      person = nil
      return found.showNobody()
    }
    let isOther = name.text != person?.text
    if isOther { found.forgetForms() }
    let person = PersonName(field.text, others: found.chosenForms) ?? name
    self.person = person
    status.text = tr("Looking…")
    copies.isVisible = false
    if isOther { found.showLooking(for: person) }
    watch(person)
    looking.start(session.workspace, person) { [weak self] result in self?.looked(result) }
  }

  /// How far a long search is.
  private func watch(_ person: PersonName) {
    stopWatching()
    watching = Timeout.after(milliseconds: Self.patience) { [weak self] in
      guard let self, looking.fraction != nil else { return }
      found.showLooking(for: person)
      bar.setAccessibleLabel(tr("Looking…"))
      bar.fraction = looking.fraction ?? 0
      bar.isVisible = true
      watching = Timeout.repeating(milliseconds: Self.interval) { [weak self] in
        guard let self, let fraction = looking.fraction else { return false }
        bar.fraction = fraction
        return true
      }
    }
  }

  private func stopWatching() {
    watching = nil
    bar.isVisible = false
  }

  private func looked(_ result: Result<Erasure, any Error>) {
    stopWatching()
    status.text = ""
    switch result {
    case .failure(let error): found.show(error)
    case .success(let erasure):
      self.erasure = erasure
      found.show(erasure, of: person)
      copies.isVisible = !erasure.copies.isEmpty
      copies.setLabel(
        ntr(
          "Also delete {count} older copy beside the file that names the person",
          "Also delete {count} older copies beside the file that name the person",
          erasure.copies.count))
      eraseButton.isSensitive = person != nil
      status.text = erasure.isEmpty ? "" : person?.warning(among: names) ?? ""
    }
  }

  // MARK: Erasing

  private func ask() {
    guard let erasure, let person else { return }
    EraseQuestion(
      person.text, erasure, warning: person.warning(among: names), over: window
    ) { [weak self] in self?.erase() }.present()
  }

  /// Without another question.
  func erase() {
    guard let person, !isDone else { return }
    prepare()
    isDone = true
    eraseButton.isSensitive = false
    let deletes = copies.isVisible && copies.isActive
    session.work(tr("Erasing…")) { workspace, work in
      try workspace.erase(person, deletingCopies: deletes) { work.report(0) }
    } done: { [weak self] result in
      self?.erased(result, person)
    }
  }

  private func erased(_ result: Result<Erasure, any Error>, _ person: PersonName) {
    switch result {
    case .failure(let error):
      isDone = false
      eraseButton.isSensitive = true
      status.text = error is CancellationError ? tr("Nothing was erased.") : ""
      if !(error is CancellationError) { found.show(error) }
    case .success(let erasure):
      self.erasure = erasure
      session.registerMemory = [:]
      ErasedClipboard.clear(of: person)
      found.showDone(erasure, of: person)
      copies.isVisible = false
      eraseButton.isVisible = false
      field.text = ""
      field.isSensitive = false
      list.removeAll()
      list.setPlaceholder(nil)
      list.isSensitive = false
      saveButton.isVisible = true
      saveButton.grabFocus()
      status.text = tr("The person was erased.")
    }
  }

  private func chooseTarget() {
    let chooser = FileChooser(.save, title: tr("Save the report"), parent: window)
    chooser.setName(tr("Erased person") + ".md")
    chooser.addFilter(tr("Markdown"), patterns: ["*.md"])
    chooser.show { [weak self] url in
      if let self, let url { save(to: url) }
    }
  }

  func save(to url: URL) {
    guard let erasure, let person else { return }
    let text = erasure.markdown(
      person, workspace: session.outline.workspace.title, day: CalendarDay(Date()))
    do {
      try FileReplacement.write(Data(text.utf8), to: url)
      status.text = tr("Written: {path}", ["path": url.path])
    } catch {
      status.text = (error as? any LocalizedError)?.errorDescription ?? error.localizedDescription
    }
  }
}
