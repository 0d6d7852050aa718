import Gtk
import UpliftCore

/// The columns that a board can begin with, each a button.
@MainActor enum BoardTemplateList {
  static func widget(
    _ templates: [BoardTemplate] = BoardTemplate.allCases, choose: @escaping (BoardTemplate) -> Void
  ) -> Box {
    let box = Box(.vertical, spacing: 4)
    box.setAccessibleLabel(tr("Columns to begin with"))
    for template in templates {
      let columns =
        template.columns.isEmpty
        ? tr("Name them yourself") : template.columns.joined(separator: " · ")
      box.append(RowButton.make(template.title, columns) { choose(template) })
    }
    return box
  }

  /// A button that opens the list, to add a board with.
  static func adding(isReadOnly: Bool, choose: @escaping (BoardTemplate) -> Void) -> Widget {
    let button = MenuButton(label: tr("Add board"))
    let popover = Popover()
    let list = widget { [weak popover] template in
      popover?.popDown()
      choose(template)
    }
    list.setSizeRequest(width: 320)
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(minimumHeight: 200, maximumHeight: 460)
    scroller.setPropagatesNaturalSize(width: true, height: true)
    popover.setChild(scroller)
    button.setPopover(popover)
    button.keep(popover)
    button.addClass("add-button")
    button.horizontalAlignment = .start
    button.isSensitive = !isReadOnly
    return button
  }
}
