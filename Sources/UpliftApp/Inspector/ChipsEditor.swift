import Foundation
import Gtk
import UpliftCore

/// Departments as chips: a click takes one away, the last button adds one.
@MainActor final class ChipsEditor {
  let widget = Box(.vertical)
  private let flow = FlowBox(rowSpacing: 4, columnSpacing: 4)
  private let add = MenuButton(icon: "list-add-symbolic", name: tr("Add a department"))
  private let popover = Popover()
  private let offered = Box(.vertical)
  private let newName = Entry()
  private let isEditable: Bool
  private var shown: [Department] = []
  private var others: [Department] = []

  var onToggle: ((Department) -> Void)?
  var onNew: ((String) -> Void)?

  init(isEditable: Bool) {
    self.isEditable = isEditable
    widget.addClass("field-box")
    widget.append(flow)
    flow.setChildrenPerLine(minimum: 1, maximum: 12)
    flow.setAccessibleLabel(tr("Departments that contribute"))
    add.hasFrame = false
    add.addClass("add-chip")
    add.isSensitive = isEditable
    newName.setPlaceholder(tr("New department"))
    newName.setAccessibleLabel(tr("New department"))
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
    popover.setChild(Box(.vertical, spacing: 6, [scroller, newName]))
    add.setPopover(popover)
    flow.appendControl(add)
  }

  func show(_ chosen: [Department], of all: [Department]) {
    let rest = all.filter { one in !chosen.contains { $0.id == one.id } }
    guard chosen != shown || rest != others else { return }
    if chosen != shown { rebuildChips(chosen) }
    shown = chosen
    others = rest
    offered.removeAll()
    for department in rest {
      let label = Label(department.name)
      label.alignment = 0
      let button = Button(child: label)
      button.hasFrame = false
      button.onClicked { [weak self] in
        self?.popover.popDown()
        self?.onToggle?(department)
      }
      offered.append(button)
    }
  }

  private func rebuildChips(_ chosen: [Department]) {
    flow.removeAll()
    for department in chosen {
      let text = Label(department.name)
      text.setEllipsis(.end)
      text.setWidthInCharacters(maximum: 24)
      let cross = Image(icon: "window-close-symbolic")
      cross.setPixelSize(10)
      let chip = Button(child: Box(.horizontal, spacing: 4, [text, cross]))
      chip.addClass("chip")
      chip.isSensitive = isEditable
      chip.tooltip = tr("Remove {name}", ["name": department.name])
      chip.setAccessibleLabel(tr("Remove {name}", ["name": department.name]))
      chip.onClicked { [weak self] in self?.onToggle?(department) }
      flow.appendControl(chip)
    }
    flow.appendControl(add)
  }
}
