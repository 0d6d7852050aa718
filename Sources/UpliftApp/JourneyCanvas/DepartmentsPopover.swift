import Foundation
import Gtk
import UpliftCore

/// Who stands behind a step: all departments to tick, and a line to find or add one.
@MainActor final class DepartmentsPopover {
  private let popover = Popover()
  let entry = Entry()
  private let list = Box(.vertical, spacing: 2)
  private let add = Button(label: "")
  private let stepID: UUID
  private let controller: JourneyCanvasController
  private var checks: [UUID: CheckButton] = [:]
  private var isShowing = false

  /// - Parameter typing: what the line begins with.
  init(
    over canvas: Widget, _ frame: Rectangle, stepID: UUID, typing: Character?,
    controller: JourneyCanvasController
  ) {
    self.stepID = stepID
    self.controller = controller
    entry.setPlaceholder(tr("Find or add a department"))
    entry.setAccessibleLabel(tr("Find or add a department"))
    let step = controller.contents.steps.first { $0.id == stepID }?.title ?? ""
    let heading = Label(tr("Behind “{step}”", ["step": step]), classes: ["field-label"])
    heading.alignment = 0
    heading.setEllipsis(.end)
    heading.setWidthInCharacters(maximum: 32)
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(maximumHeight: 260)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    let contents = Box(.vertical, spacing: 6, [heading, entry, scroller, add])
    contents.setMargins(4)
    contents.setSizeRequest(width: 220)
    popover.setChild(contents)
    popover.setParent(canvas)
    popover.pointTo(frame)
    add.hasFrame = false
    add.onClicked { [weak self] in self?.create() }
    entry.onChanged { [weak self] in self?.show() }
    entry.onActivate { [weak self] in self?.enter() }
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, modifiers in
      guard let self, modifiers.isEmpty, key == .down, let first = shown.first else { return false }
      return checks[first.id]?.grabFocus() ?? false
    }
    entry.addController(keys)
    show()
    // As high with one department in sight as with all: it must not change sides under the pointer.
    add.isVisible = true
    contents.setSizeRequest(width: 220, height: contents.naturalSize().height)
    add.isVisible = false
    popover.onClosed { [weak self, weak canvas] in
      canvas?.grabFocus()
      if let canvas { self?.popover.leave(canvas) }
    }
    popover.popUp()
    if let typing { entry.text = String(typing) }
    entry.grabFocus()
    entry.moveCursorToEnd()
  }

  func close() { popover.popDown() }

  private var typed: String { entry.text.trimmingCharacters(in: .whitespacesAndNewlines) }

  private var shown: [Department] {
    let all = controller.contents.departments
    guard !typed.isEmpty else { return all }
    return all.filter { $0.name.localizedCaseInsensitiveContains(typed) }
  }

  private func show() {
    let chosen = controller.contents.extras.stepDepartments.targets(of: stepID)
    isShowing = true
    defer { isShowing = false }
    let departments = shown
    list.removeAll()
    for department in departments {
      let check = checks[department.id] ?? make(department.id)
      checks[department.id] = check
      check.setLabel(department.name.replacingNewlines())
      if check.isActive != chosen.contains(department.id) {
        check.isActive = chosen.contains(department.id)
      }
      list.append(check)
    }
    let isKnown = controller.contents.departments.contains {
      $0.name.lowercased() == typed.lowercased()
    }
    add.isVisible = !typed.isEmpty && !isKnown
    add.label = tr("Add “{name}”", ["name": typed])
  }

  private func make(_ id: UUID) -> CheckButton {
    let check = CheckButton(label: "")
    check.onToggled { [weak self] in
      guard let self, !isShowing else { return }
      controller.perform(controller.contents.toggling(department: id, behind: stepID))
    }
    return check
  }

  /// Enter takes the department that is called so, or the first one that is shown, or makes one;
  /// on an empty line it is done.
  func enter() {
    guard !typed.isEmpty else { return popover.popDown() }
    let exact = shown.first { $0.name.lowercased() == typed.lowercased() }
    if let found = exact ?? shown.first {
      controller.perform(controller.contents.toggling(department: found.id, behind: stepID))
      entry.text = ""
      show()
    } else {
      create()
    }
  }

  private func create() {
    controller.perform(controller.contents.addingDepartment(named: typed, behind: stepID))
    entry.text = ""
    show()
    entry.grabFocus()
  }
}
