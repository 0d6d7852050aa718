import Foundation
import Gtk
import UpliftCore

/// Whose journey a map is: all personas to choose from, and a line to find or add one.
@MainActor final class PointOfViewPopover {
  let entry = Entry()
  private let popover = Popover()
  private let list = Box(.vertical, spacing: 2)
  private let scroller: ScrolledWindow
  private let add = Button(label: "")
  private let controller: JourneyCanvasController

  /// - Parameter typing: what the line begins with.
  init(
    over canvas: Widget, _ frame: Rectangle, typing: Character?,
    controller: JourneyCanvasController
  ) {
    self.controller = controller
    let heading = Label(tr("Whose journey is it?"), classes: ["field-label"])
    heading.alignment = 0
    entry.setPlaceholder(tr("Find or add a persona: name, age"))
    entry.setAccessibleLabel(tr("Find or add a persona: name, age"))
    scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(maximumHeight: 260)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    add.hasFrame = false
    let contents = Box(.vertical, spacing: 6, [heading, entry, scroller, add])
    contents.setMargins(4)
    contents.setSizeRequest(width: 260)
    popover.setChild(contents)
    popover.setParent(canvas)
    popover.pointTo(frame)
    add.onClicked { [weak self] in self?.create() }
    entry.onChanged { [weak self] in self?.show() }
    entry.onActivate { [weak self] in self?.enter() }
    popover.onClosed { [weak self, weak canvas] in
      canvas?.grabFocus()
      if let canvas { self?.popover.leave(canvas) }
    }
    show()
    popover.popUp()
    if let typing { entry.text = String(typing) }
    entry.grabFocus()
    entry.moveCursorToEnd()
  }

  func close() { popover.popDown() }

  private var typed: String { entry.text.trimmingCharacters(in: .whitespacesAndNewlines) }

  private var shown: [Persona] {
    let all = controller.contents.personas
    guard !typed.isEmpty else { return all }
    return all.filter { JourneyWords.name(of: $0).localizedCaseInsensitiveContains(typed) }
  }

  private func show() {
    list.removeAll()
    let current = controller.contents.map.personaID
    for persona in shown {
      list.append(row(Words.name(persona), isCurrent: persona.id == current, persona.id))
    }
    if typed.isEmpty { list.append(row(tr("Nobody yet"), isCurrent: current == nil, nil)) }
    scroller.isVisible = list.childCount > 0
    add.isVisible = !typed.isEmpty && controller.contents.persona(named: typed) == nil
    add.label = tr("Add “{name}”", ["name": typed])
  }

  private func row(_ name: String, isCurrent: Bool, _ id: UUID?) -> Widget {
    let label = Label(name.replacingNewlines())
    label.alignment = 0
    label.setEllipsis(.end)
    label.expandsHorizontally = true
    let content = Box(.horizontal, spacing: 8, [label])
    if isCurrent { content.append(Image(icon: "object-select-symbolic")) }
    let button = Button(child: content)
    button.hasFrame = false
    button.setAccessibleLabel(
      isCurrent ? tr("{name}, chosen", ["name": name.replacingNewlines()]) : name)
    button.onClicked { [weak self] in self?.choose(id) }
    return button
  }

  private func choose(_ id: UUID?) {
    popover.popDown()
    controller.setPointOfView(controller.contents.settingPointOfView(to: id))
  }

  /// Enter takes the persona who is called so, or the first one that is shown, or adds one; on an
  /// empty line everything stays as it is.
  func enter() {
    guard !typed.isEmpty else { return popover.popDown() }
    if let found = controller.contents.persona(named: typed) ?? shown.first {
      choose(found.id)
    } else {
      create()
    }
  }

  private func create() {
    popover.popDown()
    controller.setPointOfView(controller.contents.settingPointOfView(toPersonaNamed: typed))
  }
}
