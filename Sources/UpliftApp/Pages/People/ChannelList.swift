import Foundation
import Gtk
import UpliftCore

/// The workspace's channels, each with its mark, to be named, ordered and deleted.
@MainActor final class ChannelList {
  private let box = Box(.vertical, spacing: 8)
  var widget: Widget { box }
  private let list = Box(.vertical, spacing: 4)
  private let nothing = PageParts.dim(
    tr("No channel yet. Cards say through which channels customer and organisation meet."))
  private(set) var rows: [ChannelRow] = []
  private var session: Session?
  private var addButton: Button?
  private var usual: Button?

  func build(_ session: Session) {
    self.session = session
    let add = PageParts.adding(tr("Add channel")) { [weak self] in self?.add(after: nil) }
    let usual = PageParts.adding(tr("Add the usual channels")) { [weak session] in
      guard let session else { return }
      session.perform(session.outline.channels.addingStandard)
    }
    add.isSensitive = !session.isReadOnly
    usual.isSensitive = !session.isReadOnly
    list.setSizeRequest(width: 380)
    list.horizontalAlignment = .start
    for child in [nothing, list, add, usual] as [Widget] { box.append(child) }
    (addButton, self.usual) = (add, usual)
  }

  func show() {
    guard let session else { return }
    let channels = session.outline.channels
    nothing.isVisible = channels.isEmpty
    usual?.isVisible = channels.isEmpty
    let old = rows
    rows = channels.map { channel in
      old.first { $0.id == channel.id }
        ?? ChannelRow(channel, session) { [weak self] in self?.enter(channel.id) }
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    for (row, channel) in zip(rows, channels) { row.show(channel) }
  }

  func add(after id: UUID?) {
    guard let session, !session.isReadOnly else { return }
    let added = session.outline.channels.adding("", after: id)
    guard session.perform(added.edit) else { return }
    rows.first { $0.id == added.record.id }?.takeFocus()
  }

  /// Enter: the next channel, or a new one below the last.
  private func enter(_ id: UUID) {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
    if index + 1 < rows.count { rows[index + 1].takeFocus() } else { add(after: id) }
  }

  /// The channel, or what adds the first one.
  func reveal(_ id: UUID) {
    if let row = rows.first(where: { $0.id == id }) {
      row.takeFocus()
    } else {
      (usual?.isVisible == true ? usual : addButton)?.grabFocus()
    }
  }

  func commitTyping() { rows.forEach { $0.commitTyping() } }
}
