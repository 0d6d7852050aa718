import Foundation
import Gtk
import UpliftCore

/// A section that is in the document or not; its place among the others is changed by dragging it,
/// by its arrows or by Alt+arrows.
@MainActor final class PlanSectionRow {
  let section: PlanSection
  let widget: Box
  let check: CheckButton
  private let name: Button
  private let detail = PageParts.dim()
  private let up: Button
  private let down: Button
  private var isShowing = false

  init(
    _ section: PlanSection, toggle: @escaping (Bool) -> Void, show: @escaping () -> Void,
    move: @escaping (Int) -> Void, showDrop: @escaping (Int) -> Void
  ) {
    self.section = section
    check = CheckButton(label: "")
    check.setAccessibleLabel(section.title)
    check.verticalAlignment = .center
    let title = Label(section.title)
    title.alignment = 0
    title.setEllipsis(.end)
    detail.text = section.detail
    detail.wraps = false
    detail.setEllipsis(.end)
    name = Button(child: Box(.vertical, [title, detail]))
    name.hasFrame = false
    name.expandsHorizontally = true
    name.tooltip = tr("Show its first page")
    name.setAccessibleLabel(tr("Show “{section}”", ["section": section.title]))
    up = PageParts.small(
      "go-up-symbolic", tr("Move “{section}” up (Alt+↑)", ["section": section.title])
    ) { move(-1) }
    down = PageParts.small(
      "go-down-symbolic", tr("Move “{section}” down (Alt+↓)", ["section": section.title])
    ) { move(1) }
    widget = Box(.horizontal, spacing: 2, [check, name, up, down])
    widget.addClass("plan-section")
    check.onToggled { [weak self] in
      guard let self, !isShowing else { return }
      toggle(check.isActive)
    }
    name.onClicked(show)
    addMoveKeys(to: widget) { direction in
      move(direction == .up || direction == .backward ? -1 : 1)
    }
    addDragging(move, showDrop)
  }

  /// - Parameters:
  ///   - hasPages: nil while nobody knows.
  func show(isIncluded: Bool, isFirst: Bool, isLast: Bool, isEditable: Bool, hasPages: Bool?) {
    isShowing = true
    if check.isActive != isIncluded { check.isActive = isIncluded }
    isShowing = false
    check.isSensitive = isEditable
    up.isSensitive = isEditable && !isFirst
    down.isSensitive = isEditable && !isLast
    detail.text =
      isIncluded && hasPages == false ? tr("Nothing to say yet: left out") : section.detail
  }

  /// Where it would land is shown while it is dragged, by how many places it would move; 0: nowhere.
  private func addDragging(
    _ move: @escaping (Int) -> Void, _ showDrop: @escaping (Int) -> Void
  ) {
    let drag = DragController()
    var places = 0
    drag.onUpdate { [weak self] _, dy in
      guard let self else { return }
      let height = Double(max(1, widget.height))
      places = Int((dy / height).rounded())
      guard abs(dy) > 8 else { return }
      drag.claim()
      widget.setClass("dragged", true)
      showDrop(places)
    }
    drag.onEnd { [weak self] _, _ in
      self?.widget.setClass("dragged", false)
      showDrop(0)
      if places != 0 { move(places) }
      places = 0
    }
    drag.onCancel { [weak self] in
      self?.widget.setClass("dragged", false)
      showDrop(0)
      places = 0
    }
    widget.addController(drag)
  }
}
