import Foundation
import Gtk
import UpliftCore

/// Which lanes a map shows and how, and how wide its columns are. What it opens is made when it is
/// opened first.
@MainActor final class LanesButton {
  let widget = MenuButton(label: "")
  private let controller: JourneyCanvasController
  private var list: LanesList?
  private(set) var text = ""

  init(_ controller: JourneyCanvasController) {
    self.controller = controller
    widget.tooltip = tr("Show, hide, collapse, pin and order lanes")
    widget.beforeOpening { [weak self] in self?.makeList() }
    show()
  }

  private func makeList() {
    guard list == nil else { return }
    let list = LanesList(controller)
    self.list = list
    list.show()
    widget.setPopover(Popover(list.widget))
  }

  func show() {
    let hidden = controller.contents.hiddenLanes.count
    let text =
      hidden == 0 ? tr("Lanes") : ntr("Lanes, {count} hidden", "Lanes, {count} hidden", hidden)
    if text != self.text {
      self.text = text
      widget.setLabel(text)
      widget.setAccessibleLabel(text)
    }
    list?.show()
  }

  func popUp() { widget.popUp() }
}

/// What the button opens.
@MainActor private final class LanesList {
  let widget: Box
  private let list = Box(.vertical, spacing: 2)
  private let showAll = Button(label: tr("Show all"))
  private let nothing = PageParts.dim(tr("This map has no lanes yet."))
  private let width: ColumnWidthEditor
  private let controller: JourneyCanvasController
  private var rows: [LaneRow] = []

  init(_ controller: JourneyCanvasController) {
    self.controller = controller
    width = ColumnWidthEditor { [weak controller] width in
      guard let controller else { return }
      controller.perform(controller.contents.settingColumnWidth(to: width))
    }
    let isEditable = !controller.session.isReadOnly
    width.setName(tr("Column width"))
    width.setEditable(isEditable)
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(maximumHeight: 320)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    let rule = Label(tr("Column width"), classes: ["field-label"])
    rule.alignment = 0
    widget = Box(.vertical, spacing: 8, [nothing, scroller, showAll, rule, width.widget])
    widget.setMargins(4)
    showAll.onClicked { [weak controller] in
      guard let controller else { return }
      controller.perform(controller.contents.showingAllLanes())
    }
  }

  func show() {
    let journey = controller.contents
    showAll.isSensitive = !journey.hiddenLanes.isEmpty && !controller.session.isReadOnly
    nothing.isVisible = journey.lanes.isEmpty
    width.show(journey.map.columnWidth)
    let lanes = journey.lanes
    let old = rows
    rows = lanes.map { lane in
      old.first { $0.id == lane.id } ?? LaneRow(lane.id, controller)
    }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    for (index, lane) in lanes.enumerated() {
      rows[index].show(lane, isFirst: index == 0, isLast: index == lanes.count - 1)
    }
  }
}

/// A lane in the list of lanes.
@MainActor private final class LaneRow {
  let id: UUID
  private let box: Box
  var widget: Widget { box }
  private let shown = CheckButton(label: "")
  private let collapsed = ToggleButton(icon: "pan-up-symbolic", name: tr("Collapse"))
  private let pinned = ToggleButton(icon: "view-pin-symbolic", name: tr("Pin"))
  private let up: Button
  private let down: Button
  private let controller: JourneyCanvasController
  private var isShowing = false

  init(_ id: UUID, _ controller: JourneyCanvasController) {
    self.id = id
    self.controller = controller
    shown.expandsHorizontally = true
    up = PageParts.small("go-up-symbolic", tr("Up")) { [weak controller] in
      guard let controller else { return }
      controller.perform(controller.contents.movingInList(id, .up))
    }
    down = PageParts.small("go-down-symbolic", tr("Down")) { [weak controller] in
      guard let controller else { return }
      controller.perform(controller.contents.movingInList(id, .down))
    }
    for button in [collapsed, pinned] {
      button.hasFrame = false
      button.addClass("small-button")
    }
    box = Box(.horizontal, spacing: 4, [shown, collapsed, pinned, up, down])
    box.isSensitive = !controller.session.isReadOnly
    shown.onToggled { [weak self] in
      self?.change { [isActive = self?.shown.isActive ?? true] in $0.isHidden = !isActive }
    }
    collapsed.onToggled { [weak self] in
      self?.change { [isActive = self?.collapsed.isActive ?? false] in $0.isCollapsed = isActive }
    }
    pinned.onToggled { [weak self] in
      self?.change { [isActive = self?.pinned.isActive ?? false] in $0.isPinned = isActive }
    }
    addMoveKeys(to: box) { [weak controller] direction in
      guard let controller else { return }
      controller.perform(controller.contents.movingInList(id, direction))
    }
  }

  private func change(_ change: (inout Lane) -> Void) {
    guard !isShowing else { return }
    controller.perform(controller.contents.changingDisplay(of: id, change))
  }

  func show(_ lane: Lane, isFirst: Bool, isLast: Bool) {
    isShowing = true
    defer { isShowing = false }
    let title = Words.title(lane).replacingNewlines()
    let short = title.count > 32 ? String(title.prefix(31)) + "…" : title
    shown.setLabel(short)
    shown.tooltip = title
    if shown.isActive == lane.isHidden { shown.isActive = !lane.isHidden }
    if collapsed.isActive != lane.isCollapsed { collapsed.isActive = lane.isCollapsed }
    if pinned.isActive != lane.isPinned { pinned.isActive = lane.isPinned }
    shown.setAccessibleLabel(tr("Show {lane}", ["lane": title]))
    collapsed.setAccessibleLabel(tr("Collapse {lane}", ["lane": title]))
    pinned.setAccessibleLabel(tr("Pin {lane}", ["lane": title]))
    up.setAccessibleLabel(tr("Move {lane} up", ["lane": title]))
    down.setAccessibleLabel(tr("Move {lane} down", ["lane": title]))
    up.isSensitive = !isFirst
    down.isSensitive = !isLast
  }
}
