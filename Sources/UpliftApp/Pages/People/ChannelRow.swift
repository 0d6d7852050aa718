import Foundation
import Gtk
import UpliftCore

/// A channel by its mark and name.
@MainActor final class ChannelRow {
  let id: UUID
  private let box: Box
  var widget: Widget { box }
  private let name: LineEditor
  private let mark: ChoiceEditor<Channel.Mark>
  private let shown: Shown

  /// What the editors change.
  private final class Shown {
    var channel: Channel
    init(_ channel: Channel) { self.channel = channel }
  }

  init(_ channel: Channel, _ session: Session, enter: @escaping () -> Void) {
    id = channel.id
    let id = channel.id
    let shown = Shown(channel)
    self.shown = shown
    name = LineEditor(tr("What is it called?")) { text, typing in
      session.perform(
        Edit.changing(shown.channel, .rename, typing: typing) { channel in
          // A mark that nobody has chosen goes with the name.
          if channel.mark == .fitting(channel.name) { channel.mark = .fitting(text) }
          channel.name = text
        })
    }
    name.setName(tr("Channel"))
    name.entry.expandsHorizontally = true
    name.onEnter = enter
    name.begin(channel.name)
    name.setEditable(!session.isReadOnly)
    mark = ChoiceEditor(Channel.Mark.allCases.map { ($0, JourneyWords.name(of: $0)) }) { mark in
      session.perform(Edit.changing(shown.channel) { $0.mark = mark })
    }
    mark.setName(tr("Mark"))
    mark.setEditable(!session.isReadOnly)
    let remove = PageParts.small("user-trash-symbolic", tr("Delete this channel")) {
      session.perform(Edit.deleting([EntityReference(.channel, id)]))
    }
    remove.isSensitive = !session.isReadOnly
    box = Box(.horizontal, spacing: 6, [mark.widget, name.entry, remove])
    addMoveKeys(to: box) { direction in
      guard !session.isReadOnly else { return }
      session.perform(session.outline.channels.moving(id, direction))
    }
  }

  func show(_ channel: Channel) {
    shown.channel = channel
    name.show(channel.name)
    mark.show(channel.mark)
  }

  func takeFocus() { name.entry.grabFocus() }
  func commitTyping() { name.commitTyping() }
}
