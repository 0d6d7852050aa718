import Foundation
import Gtk
import UpliftCore

/// Departments, channels or the like as chips: a click takes one away, the last button adds one.
@MainActor final class ChipsEditor<Record: Ranked> {
  let widget = Box(.vertical)
  private let flow = FlowBox(rowSpacing: 4, columnSpacing: 4)
  private let add: MenuButton
  private let popover = Popover()
  private let offered = Box(.vertical)
  private let newName = Entry()
  private let commands = Box(.vertical)
  private let isEditable: Bool
  private let title: KeyPath<Record, String>
  private var shown: [Record] = []
  private var others: [Record] = []

  var onToggle: ((Record) -> Void)?
  var onNew: ((String) -> Void)?

  /// - Parameters:
  ///   - title: what stands on a chip.
  ///   - name: what the chips are, for a screen reader.
  ///   - adding: the button that adds one.
  ///   - new: what a new one is called in the line to type in.
  init(
    _ title: KeyPath<Record, String>, name: String, adding: String, new: String, isEditable: Bool
  ) {
    self.isEditable = isEditable
    self.title = title
    add = MenuButton(icon: "list-add-symbolic", name: adding)
    widget.addClass("field-box")
    widget.setClass("read-only", !isEditable)
    widget.append(flow)
    flow.setChildrenPerLine(minimum: 1, maximum: 12)
    flow.setAccessibleLabel(name)
    add.hasFrame = false
    add.addClass("add-chip")
    add.isSensitive = isEditable
    newName.setPlaceholder(new)
    newName.setAccessibleLabel(new)
    newName.onActivate { [weak self] in
      guard let self, !newName.text.allSatisfy(\.isWhitespace) else { return }
      let name = newName.text
      newName.text = ""
      popover.popDown()
      onNew?(name)
    }
    let scroller = ScrolledWindow(offered)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(maximumHeight: 280)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    popover.setChild(Box(.vertical, spacing: 6, [scroller, newName, commands]))
    add.setPopover(popover)
    flow.appendControl(add)
  }

  /// Something else that can be done where one is added.
  func addCommand(_ title: String, _ action: @escaping () -> Void) -> Button {
    let label = Label(title)
    label.alignment = 0
    let button = Button(child: label)
    button.hasFrame = false
    button.onClicked { [weak self] in
      self?.popover.popDown()
      action()
    }
    commands.append(button)
    return button
  }

  func show(_ chosen: [Record], of all: [Record]) {
    let rest = all.filter { one in !chosen.contains { $0.id == one.id } }
    guard chosen != shown || rest != others else { return }
    if chosen != shown { rebuildChips(chosen) }
    shown = chosen
    others = rest
    offered.removeAll()
    for record in rest {
      let label = Label(record[keyPath: title])
      label.alignment = 0
      let button = Button(child: label)
      button.hasFrame = false
      button.onClicked { [weak self] in
        self?.popover.popDown()
        self?.onToggle?(record)
      }
      offered.append(button)
    }
  }

  private func rebuildChips(_ chosen: [Record]) {
    flow.removeAll()
    for record in chosen {
      let name = record[keyPath: title]
      let text = Label(name)
      text.setEllipsis(.end)
      text.setWidthInCharacters(maximum: 24)
      let cross = Image(icon: "window-close-symbolic")
      cross.setPixelSize(10)
      let chip = Button(child: Box(.horizontal, spacing: 4, [text, cross]))
      chip.addClass("chip")
      chip.isSensitive = isEditable
      chip.tooltip = tr("Remove {name}", ["name": name])
      chip.setAccessibleLabel(tr("Remove {name}", ["name": name]))
      chip.onClicked { [weak self] in self?.onToggle?(record) }
      flow.appendControl(chip)
    }
    flow.appendControl(add)
  }
}
