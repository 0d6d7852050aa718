import Foundation
import Gtk
import UpliftCore

/// A tag by its name and colour. Alt+↑ and Alt+↓ move it.
@MainActor final class TagRow {
  let id: UUID
  private let box: Box
  var widget: Widget { box }
  private let session: Session
  private let name: LineEditor
  private let colour: SwatchEditor
  private let dot = Box(.horizontal)
  private let shown: Shown
  private var colourClass = ""

  /// What the editors change.
  private final class Shown {
    var tag: Tag
    init(_ tag: Tag) { self.tag = tag }
  }

  init(_ tag: Tag, _ session: Session, enter: @escaping () -> Void) {
    id = tag.id
    let id = tag.id
    self.session = session
    let shown = Shown(tag)
    self.shown = shown
    name = LineEditor(tr("What is it called?")) { text, typing in
      session.perform(Edit.changing(shown.tag, .rename, typing: typing) { $0.name = text })
    }
    name.setName(tr("Tag"))
    name.entry.expandsHorizontally = true
    name.onEnter = enter
    name.begin(tag.name)
    name.setEditable(!session.isReadOnly)
    let popover = Popover()
    colour = SwatchEditor(byDefault: tr("No colour")) { [weak popover] colour in
      session.perform(Edit.changing(shown.tag, .setColour) { $0.colour = colour })
      popover?.popDown()
    }
    popover.setChild(colour.widget)
    let choose = MenuButton(label: tr("Colour"))
    choose.hasFrame = false
    choose.setPopover(popover)
    choose.setAccessibleLabel(tr("Colour of the tag"))
    choose.isSensitive = !session.isReadOnly
    dot.addClass("tag-dot")
    dot.verticalAlignment = .center
    let remove = PageParts.small("user-trash-symbolic", tr("Delete this tag")) {
      session.perform(Edit.deleting([EntityReference(.tag, id)]))
    }
    remove.isSensitive = !session.isReadOnly
    box = Box(.horizontal, spacing: 6, [dot, name.entry, choose, remove])
    kept = [popover, choose]
    addMoveKeys(to: box) { direction in
      guard !session.isReadOnly else { return }
      session.perform(session.outline.tags.moving(id, direction))
    }
  }

  private let kept: [Widget]

  func show(_ tag: Tag) {
    shown.tag = tag
    name.show(tag.name)
    colour.show(tag.colour)
    if !colourClass.isEmpty { dot.removeClass(colourClass) }
    colourClass = tag.colour.map { "tag-\($0.rawValue)" } ?? ""
    if !colourClass.isEmpty { dot.addClass(colourClass) }
  }

  func takeFocus() { name.entry.grabFocus() }
  func commitTyping() { name.commitTyping() }
}
