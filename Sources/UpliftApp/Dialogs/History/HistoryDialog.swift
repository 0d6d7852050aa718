import Foundation
import Gtk
import UpliftCore

/// Everything that was done to a workspace, newest first, by days: to look at how it was then, to
/// give that a name, and to bring it back. It stays up to date while it is open.
public final class HistoryDialog: Dialog {
  /// Steps that are listed at first, and that each press of the button adds.
  private static let batch = 200

  private let session: Session
  private let look: (Int64) -> Void
  private let list = ListBox()
  let undoButton = Button(label: tr("Undo"))
  let redoButton = Button(label: tr("Redo"))
  let lookButton = Button(label: tr("Look at it"))
  let nameButton = Button(label: tr("Name this version…"))
  let restoreButton = Button(label: tr("Restore"))
  let nameEntry = Entry()
  private let nameRow: Box
  private let count = Label("", classes: ["dim"])
  private let moreButton = Button(label: tr("Show more"))
  private var limit = batch
  /// What is listed.
  private(set) var steps: [HistoryStep] = []
  private var names: [Int64: String] = [:]
  /// The step of each row, 0 for the beginning; nil for a day.
  private(set) var rows: [Int64?] = []
  private var chosen: Int64?
  private var listening: [Listening] = []
  private let content: Box
  private let waiting = WaitingBar()

  /// - Parameter look: shows the workspace as it was after a step.
  public static func show(
    over window: Window, session: Session, look: @escaping (Int64) -> Void = { _ in }
  ) {
    (existing(over: window) ?? HistoryDialog(window, session, look)).present()
  }

  private init(_ parent: Window, _ session: Session, _ look: @escaping (Int64) -> Void) {
    self.session = session
    self.look = look
    let save = Button(label: tr("Keep the name"))
    nameEntry.expandsHorizontally = true
    nameEntry.setPlaceholder(tr("Name of the version; empty takes it away"))
    nameEntry.setAccessibleLabel(tr("Name of the version"))
    nameRow = Box(.horizontal, spacing: 8, [nameEntry, save])
    nameRow.setMargins(top: 8, bottom: 0, start: 12, end: 12)
    nameRow.isVisible = false
    content = Box(.vertical)
    super.init(tr("History"), over: parent, width: 560, height: 640)
    list.setSelection(.single)
    list.activatesOnSingleClick = false
    list.setAccessibleLabel(tr("Steps, newest first"))
    list.addClass("history")
    list.onRowSelected { [weak self] in self?.select($0) }
    list.onRowActivated { [weak self] _ in self?.lookAtIt() }
    let scrolled = ScrolledWindow(list)
    scrolled.setPolicy(horizontal: .never, vertical: .automatic)
    scrolled.expandsVertically = true
    undoButton.onClicked { [weak self] in self?.undo() }
    redoButton.onClicked { [weak self] in self?.redo() }
    moreButton.onClicked { [weak self] in self?.showMore() }
    lookButton.onClicked { [weak self] in self?.lookAtIt() }
    restoreButton.onClicked { [weak self] in self?.restore() }
    nameButton.onClicked { [weak self] in self?.beginNaming() }
    save.onClicked { [weak self] in self?.keepName() }
    nameEntry.onActivate { [weak self] in self?.keepName() }
    count.alignment = 0
    count.wraps = true
    count.expandsHorizontally = true
    let versions = Box(.horizontal, spacing: 8, [lookButton, nameButton, restoreButton])
    versions.addClass("dialog-actions")
    let buttons = Box(.horizontal, spacing: 8, [count, moreButton, undoButton, redoButton])
    buttons.addClass("dialog-actions")
    for part in [scrolled, nameRow, versions, buttons] { content.append(part) }
    window.setChild(Box(.vertical, [content, waiting.widget]))
    addKeys()
    listening = [
      session.onChange { [weak self] _ in self?.refresh() },
      session.onLongWork { [weak self] in self?.showWork($0) },
    ]
    refresh()
    showWork(session.longWork)
  }

  private func addKeys() {
    let keys = Shortcuts()
    keys.setScope(.window)
    keys.add("<Control>z") { [weak self] in self?.undo() ?? false }
    keys.add("<Control><Shift>z") { [weak self] in self?.redo() ?? false }
    keys.add("<Control>y") { [weak self] in self?.redo() ?? false }
    window.addController(keys)
  }

  override func closed() { listening = [] }

  /// What one would ask of the file now would have to wait for it, and the window with it.
  private func showWork(_ work: LongWork?) {
    content.isSensitive = work == nil
    waiting.show(work)
  }

  @discardableResult
  func undo() -> Bool {
    session.undo { _ in }
    return true
  }

  @discardableResult
  func redo() -> Bool {
    session.redo { _ in }
    return true
  }

  private func showMore() {
    limit += Self.batch
    refresh()
  }

  // MARK: Versions

  private func select(_ index: Int?) {
    chosen = index.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
    if nameRow.isVisible { nameRow.isVisible = false }
    refreshButtons()
  }

  func choose(_ sequence: Int64) {
    list.selectedIndex = rows.firstIndex { $0 == sequence }
  }

  /// What the buttons are about: what is selected, else the workspace as it is.
  private var version: Int64 {
    chosen ?? steps.first { $0.state == .done }?.sequence ?? 0
  }

  private func lookAtIt() {
    guard session.longWork == nil else { return }
    let version = version
    window.close()
    look(version)
  }

  func restore() { session.restore(version) }

  func beginNaming() {
    nameRow.isVisible = true
    nameEntry.text = names[version] ?? ""
    nameEntry.grabFocus()
    nameEntry.selectAll()
  }

  func keepName() {
    let title = nameEntry.text.trimmingCharacters(in: .whitespacesAndNewlines)
    nameRow.isVisible = false
    session.nameVersion(version, title)
    focusRow()
  }

  override func present() {
    super.present()
    focusRow()
  }

  /// The arrows go on from what is chosen, or else from the newest step.
  private func focusRow() {
    let index = rows.firstIndex { $0 != nil && (chosen == nil || $0 == chosen) }
    if let index { list.row(at: index)?.grabFocus() }
  }

  // MARK: List

  private func refresh() {
    let all = session.read { try session.workspace.history(limit: limit + 1) } ?? []
    steps = Array(all.prefix(limit))
    let versions = session.read { try session.workspace.namedVersions() } ?? []
    names = Dictionary(
      versions.map { ($0.sequence, $0.title) }, uniquingKeysWith: { first, _ in first })
    let subjects = session.read { try session.workspace.words(of: steps) } ?? [:]
    let wanted = chosen
    let hadFocus = list.containsFocus
    list.removeAll()
    rows = []
    var day: String?
    for step in steps {
      let own = HistoryRow.day(of: step.at)
      if own != day { append(HistoryRow.heading(own), nil) }
      day = own
      append(
        HistoryRow.widget(
          for: step, about: subjects[step.sequence] ?? "", named: names[step.sequence]),
        step.sequence)
    }
    if all.count <= steps.count {
      let made = session.outline.workspace.createdAt
      let own = HistoryRow.day(of: made)
      if own != day { append(HistoryRow.heading(own), nil) }
      append(HistoryRow.beginning(made, named: names[0]), 0)
    }
    chosen = wanted
    if let wanted { choose(wanted) }
    if hadFocus { focusRow() }
    moreButton.isVisible = all.count > steps.count
    count.text =
      all.count > steps.count
      ? ntr("The newest {count} step", "The newest {count} steps", steps.count)
      : ntr("{count} step", "{count} steps", steps.count)
    refreshButtons()
  }

  private func append(_ row: ListBoxRow, _ sequence: Int64?) {
    list.append(row)
    rows.append(sequence)
  }

  private func refreshButtons() {
    set(undoButton, title: session.undoTitle, tooltip: tr("Undo {step}"), keys: "Ctrl+Z")
    set(redoButton, title: session.redoTitle, tooltip: tr("Redo {step}"), keys: "Ctrl+Shift+Z")
    nameButton.isSensitive = !session.isReadOnly
    nameButton.label = names[version] == nil ? tr("Name this version…") : tr("Change its name…")
    restoreButton.isSensitive = !session.isReadOnly && chosen != nil
  }

  private func set(_ button: Button, title: String?, tooltip: String, keys: String) {
    button.isSensitive = title != nil && !session.isReadOnly
    let text = title.map { tooltip.replacing("{step}", with: $0) } ?? ""
    button.tooltip = text.isEmpty ? "" : "\(text) (\(keys))"
    button.setAccessibleLabel(text.isEmpty ? button.label : text)
  }
}
