import Foundation
import Gtk
import UpliftCore

/// A button that opens a small search for what is to be linked.
@MainActor final class LinkPicker {
  let button: MenuButton
  var onChosen: ((Link.Role, EntityReference) -> Void)?
  /// What the link would start at; it is not offered itself.
  var subject: EntityReference? {
    didSet { search.subjects = Set([subject].compactMap { $0 }) }
  }

  private let popover = Popover()
  private let search: LinkSearch

  init(_ session: Session, _ part: LinksEditor.Part = .all) {
    search = LinkSearch(session, part)
    button = MenuButton(label: part == .sources ? tr("Add source") : tr("Add link"))
    button.addClass("add-link")
    button.hasFrame = false
    button.horizontalAlignment = .start
    button.tooltip =
      part == .sources
      ? tr("A reading, a customer dialogue, a note or whatever it is known from")
      : tr("Connect this with something else in the workspace")
    popover.setChild(search.widget)
    popover.addClass("search-popover")
    button.setPopover(popover)
    search.onStop = { [weak self] in self?.popover.popDown() }
    search.onChosen = { [weak self] role, target in
      self?.popover.popDown()
      self?.onChosen?(role, target)
    }
    popover.onMap { [weak self] in self?.search.begin() }
  }
}
