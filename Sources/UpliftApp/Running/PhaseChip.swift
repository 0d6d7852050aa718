import Foundation
import Gtk
import UpliftCore

/// A phase of the agenda: what it is and how it stands, with what can be done with it.
@MainActor final class PhaseChip {
  enum Command {
    case start, finish, skip, reopen, prolong
  }

  let id: UUID
  let widget: MenuButton
  private let face = Label()
  private let popover = Popover()
  private let title = Label("", classes: ["chip-title"])
  private let detail = PageParts.dim()
  private let buttons = Box(.vertical, spacing: 2)
  private let perform: (UUID, Command) -> Void
  private(set) var text = ""
  private var commands: [Command] = []

  init(_ id: UUID, perform: @escaping (UUID, Command) -> Void) {
    self.id = id
    self.perform = perform
    widget = MenuButton(child: face)
    title.alignment = 0
    title.wraps = true
    title.setWidthInCharacters(maximum: 36)
    let column = Box(.vertical, spacing: 4, [title, detail, buttons])
    column.setMargins(6)
    popover.setChild(column)
    popover.setSide(.top)
    widget.setPopover(popover)
    widget.addClass("phase")
  }

  func show(_ item: AgendaItem, isNext: Bool, isEditable: Bool) {
    let name = item.title.isEmpty ? tr("Untitled phase") : item.title.replacingNewlines()
    let minutes = item.minutes + item.extraMinutes
    let short = name.count > 22 ? String(name.prefix(21)) + "…" : name
    let mark =
      switch item.state {
      case .done: "✓ "
      case .skipped: "↷ "
      case .open: item.isRunning ? "▶ " : ""
      }
    let text =
      minutes > 0
      ? tr("{phase} · {minutes}′", ["phase": mark + short, "minutes": minutes]) : mark + short
    if text != self.text {
      self.text = text
      face.text = text
    }
    for state in ["done", "skipped", "running", "next"] {
      widget.setClass(state, state == Self.look(of: item, isNext: isNext))
    }
    let spoken = [name, Self.length(of: item), Self.state(of: item, isNext: isNext)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    widget.setAccessibleLabel(spoken)
    widget.tooltip = spoken
    title.text = name
    detail.text = [Self.length(of: item), Self.state(of: item, isNext: isNext)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    showButtons(item)
    buttons.isVisible = isEditable
  }

  private static func look(of item: AgendaItem, isNext: Bool) -> String {
    switch item.state {
    case .done: "done"
    case .skipped: "skipped"
    case .open: item.isRunning ? "running" : isNext ? "next" : ""
    }
  }

  private static func state(of item: AgendaItem, isNext: Bool) -> String {
    switch item.state {
    case .done: tr("done")
    case .skipped: tr("skipped")
    case .open: item.isRunning ? tr("running") : isNext ? tr("next") : ""
    }
  }

  private static func length(of item: AgendaItem) -> String {
    let planned = ntr("{count} minute", "{count} minutes", item.minutes)
    return item.extraMinutes == 0
      ? planned : tr("{length} and {extra} more", ["length": planned, "extra": item.extraMinutes])
  }

  private func showButtons(_ item: AgendaItem) {
    var commands: [Command] = item.isRunning ? [.finish, .prolong] : [.start]
    if item.state != .skipped { commands.append(.skip) }
    if item.state != .open { commands.append(.reopen) }
    if commands == self.commands { return }
    self.commands = commands
    buttons.removeAll()
    for command in commands {
      let button = Button(label: Self.name(of: command))
      button.hasFrame = false
      button.onClicked { [weak self] in
        guard let self else { return }
        popover.popDown()
        perform(id, command)
      }
      buttons.append(button)
    }
  }

  private static func name(of command: Command) -> String {
    switch command {
    case .start: tr("Start this phase")
    case .finish: tr("Finish this phase")
    case .skip: tr("Skip this phase")
    case .reopen: tr("Open this phase again")
    case .prolong: tr("One minute more")
    }
  }
}
