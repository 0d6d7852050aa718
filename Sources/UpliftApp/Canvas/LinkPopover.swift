import Foundation
import Gtk
import UpliftCore

/// Over a canvas: connects what is selected there with something that one finds by typing.
@MainActor final class LinkPopover {
  let search: LinkSearch
  private let popover = Popover()

  /// - Parameters:
  ///   - subjects: where the links start.
  ///   - onChosen: how, and to what.
  init(
    over canvas: Widget, _ frame: Rectangle, _ subjects: [EntityReference], _ session: Session,
    onChosen: @escaping (Link.Role, EntityReference) -> Void
  ) {
    search = LinkSearch(session)
    search.subjects = Set(subjects)
    let name =
      subjects.count == 1
      ? session.summary(of: subjects[0])?.title ?? ""
      : ntr("{count} selected", "{count} selected", subjects.count)
    let heading = Label(tr("Link “{title}”", ["title": name]), classes: ["field-label"])
    heading.alignment = 0
    heading.setEllipsis(.end)
    heading.setWidthInCharacters(maximum: 40)
    let contents = Box(.vertical, spacing: 6, [heading, search.widget])
    contents.setMargins(4)
    popover.setChild(contents)
    popover.addClass("search-popover")
    popover.setParent(canvas)
    popover.pointTo(frame)
    search.onStop = { [weak self] in self?.popover.popDown() }
    search.onChosen = { [weak self] role, target in
      self?.popover.popDown()
      onChosen(role, target)
    }
    popover.onClosed { [weak self, weak canvas] in
      canvas?.grabFocus()
      if let canvas { self?.popover.leave(canvas) }
    }
    popover.popUp()
    search.begin()
  }

  func close() { popover.popDown() }
}
