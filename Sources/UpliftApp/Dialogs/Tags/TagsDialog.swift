import Foundation
import Gtk
import UpliftCore

/// The tags of the workspace: their names, colours and order.
public final class TagsDialog: Dialog {
  private let session: Session
  private let list = Box(.vertical, spacing: 4)
  private let empty = PageParts.dim(
    tr("No tag yet. A tag is a word under which cards are found, whatever lane they stand in."))
  private(set) var rows: [TagRow] = []
  private var listening: Listening?

  public static func show(over window: Window, session: Session) {
    (existing(over: window) ?? TagsDialog(window, session)).present()
  }

  private init(_ parent: Window, _ session: Session) {
    self.session = session
    super.init(tr("Tags"), over: parent, width: 460, height: 420)
    let add = PageParts.adding(tr("Add tag")) { [weak self] in self?.add(after: nil) }
    add.isSensitive = !session.isReadOnly
    let column = Box(.vertical, spacing: 8, [empty, list, add])
    column.setMargins(top: 12, bottom: 20, start: 20, end: 20)
    let scroller = ScrolledWindow(column)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    window.setChild(scroller)
    listening = session.onChange { [weak self] change in
      if change.touchesOutline { self?.showTags() }
    }
    showTags()
    if let first = rows.first { first.takeFocus() } else { add.grabFocus() }
  }

  override func mayClose() -> Bool {
    rows.forEach { $0.commitTyping() }
    return true
  }

  override func closed() { listening = nil }

  private func showTags() {
    let tags = session.outline.tags
    empty.isVisible = tags.isEmpty
    let old = rows
    rows = tags.map { tag in
      old.first { $0.id == tag.id }
        ?? TagRow(tag, session) { [weak self] in self?.enter(tag.id) }
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    for (row, tag) in zip(rows, tags) { row.show(tag) }
  }

  private func add(after id: UUID?) {
    guard !session.isReadOnly else { return }
    let added = session.outline.tags.adding("", after: id)
    guard session.perform(added.edit) else { return }
    rows.first { $0.id == added.record.id }?.takeFocus()
  }

  /// Enter: the next tag, or a new one below the last.
  private func enter(_ id: UUID) {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
    if index + 1 < rows.count { rows[index + 1].takeFocus() } else { add(after: id) }
  }
}
