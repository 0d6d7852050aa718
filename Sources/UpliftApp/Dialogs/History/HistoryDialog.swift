import Foundation
import Gtk
import UpliftCore

/// Everything that was done to a workspace, newest first. It stays up to date while it is open.
public final class HistoryDialog: Dialog {
  /// Steps that are listed at first, and that each press of the button adds.
  private static let batch = 200

  private let session: Session
  private let list = ListBox()
  let undoButton = Button(label: tr("Undo"))
  let redoButton = Button(label: tr("Redo"))
  private let count = Label("", classes: ["dim"])
  private let moreButton = Button(label: tr("Show more"))
  private var limit = batch
  /// What is listed.
  private(set) var steps: [HistoryStep] = []
  private var listening: Listening?

  public static func show(over window: Window, session: Session) {
    (existing(over: window) ?? HistoryDialog(window, session)).present()
  }

  private init(_ parent: Window, _ session: Session) {
    self.session = session
    super.init(tr("History"), over: parent, width: 520, height: 620)
    list.setSelection(.none)
    list.setAccessibleLabel(tr("Steps, newest first"))
    list.addClass("history")
    let empty = Label(
      tr("Nothing has been done yet. Every change from now on will be listed here."),
      classes: ["empty-text"])
    empty.wraps = true
    empty.setMargins(32)
    list.setPlaceholder(empty)
    let scrolled = ScrolledWindow(list)
    scrolled.setPolicy(horizontal: .never, vertical: .automatic)
    scrolled.expandsVertically = true
    undoButton.onClicked { [weak self] in self?.undo() }
    redoButton.onClicked { [weak self] in self?.redo() }
    moreButton.onClicked { [weak self] in self?.showMore() }
    count.alignment = 0
    count.wraps = true
    count.expandsHorizontally = true
    let buttons = Box(.horizontal, spacing: 8, [count, moreButton, undoButton, redoButton])
    buttons.addClass("dialog-actions")
    window.setChild(Box(.vertical, [scrolled, buttons]))
    addKeys()
    listening = session.onChange { [weak self] _ in self?.refresh() }
    refresh()
  }

  private func addKeys() {
    let keys = Shortcuts()
    keys.setScope(.window)
    keys.add("<Control>z") { [weak self] in self?.undo() ?? false }
    keys.add("<Control><Shift>z") { [weak self] in self?.redo() ?? false }
    keys.add("<Control>y") { [weak self] in self?.redo() ?? false }
    window.addController(keys)
  }

  override func closed() { listening = nil }

  @discardableResult
  func undo() -> Bool {
    session.undo()
    return true
  }

  @discardableResult
  func redo() -> Bool {
    session.redo()
    return true
  }

  private func showMore() {
    limit += Self.batch
    refresh()
  }

  private func refresh() {
    let all = session.read { try session.workspace.history(limit: limit + 1) } ?? []
    steps = Array(all.prefix(limit))
    list.removeAll()
    for step in steps { list.append(HistoryRow.widget(for: step)) }
    moreButton.isVisible = all.count > steps.count
    count.text =
      all.count > steps.count
      ? ntr("The newest {count} step", "The newest {count} steps", steps.count)
      : ntr("{count} step", "{count} steps", steps.count)
    set(undoButton, title: session.undoTitle, tooltip: tr("Undo {step}"), keys: "Ctrl+Z")
    set(redoButton, title: session.redoTitle, tooltip: tr("Redo {step}"), keys: "Ctrl+Shift+Z")
  }

  private func set(_ button: Button, title: String?, tooltip: String, keys: String) {
    button.isSensitive = title != nil && !session.isReadOnly
    let text = title.map { tooltip.replacing("{step}", with: $0) } ?? ""
    button.tooltip = text.isEmpty ? "" : "\(text) (\(keys))"
    button.setAccessibleLabel(text.isEmpty ? button.label : text)
  }
}
