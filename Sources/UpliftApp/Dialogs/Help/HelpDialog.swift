import Foundation
import Gtk
import UpliftCore

/// The user's guide, page by page.
public final class HelpDialog: Dialog {
  private let pages: [HelpPage]
  private let list = ListBox()
  private let content = ScrolledWindow()

  /// - Parameter page: the file name of the page to open; nil: the first.
  public static func show(over window: Window, page: String? = nil) {
    let dialog = existing(over: window) ?? HelpDialog(window)
    dialog.present()
    dialog.open(page)
  }

  private init(_ parent: Window) {
    pages =
      DataFolder.current.flatMap {
        try? HelpPage.all(in: $0.url.appendingPathComponent("help"))
      } ?? []
    super.init(tr("Help"), over: parent, width: 860, height: 640)
    guard !pages.isEmpty else {
      window.setChild(Self.nothing)
      return
    }
    list.setAccessibleLabel(tr("Pages"))
    list.setSelection(.single)
    for page in pages {
      let label = Label(page.title)
      label.alignment = 0
      label.wraps = true
      let row = ListBoxRow(label)
      row.addClass("sidebar-row")
      list.append(row)
    }
    list.onRowSelected { [weak self] index in
      if let self, let index { self.show(self.pages[index]) }
    }
    let sidebar = ScrolledWindow(list)
    sidebar.setPolicy(horizontal: .never, vertical: .automatic)
    sidebar.addClass("sidebar")
    sidebar.setSizeRequest(width: 216)
    content.setPolicy(horizontal: .never, vertical: .automatic)
    content.expandsHorizontally = true
    content.expandsVertically = true
    content.addClass("help-page")
    scrollWithKeys(content, lines: false)
    window.setChild(Box(.horizontal, [sidebar, content]))
  }

  private static var nothing: Widget {
    let title = Label(tr("The guide was not found"), classes: ["empty-title"])
    let text = Label(
      tr(
        "It belongs to what Uplift installs in share/uplift/help. Installing again brings it back."),
      classes: ["empty-text"])
    text.wraps = true
    text.setCentred(true)
    let box = Box(.vertical, spacing: 8, [title, text])
    box.addClass("empty-state")
    box.verticalAlignment = .center
    return box
  }

  private func open(_ name: String?) {
    let index = name.flatMap { name in pages.firstIndex { $0.name == name } }
    if let index {
      list.selectedIndex = index
    } else if list.selectedIndex == nil {
      list.selectedIndex = 0
    }
    list.row(at: list.selectedIndex ?? 0)?.grabFocus()
  }

  private func show(_ page: HelpPage) {
    window.title = page.title
    let column = HelpPageView(page) { [weak self] in self?.follow($0) ?? false }
    content.setChild(column.widget)
    content.verticalAdjustment.value = 0
  }

  /// Links between pages stay here; addresses go to the desktop.
  private func follow(_ link: String) -> Bool {
    let name = String(link.prefix { $0 != "#" })
    guard let index = pages.firstIndex(where: { $0.name == name }) else {
      // A link inside the page, or to a file that is not there, leads nowhere else.
      return !link.contains("://") && !link.hasPrefix("mailto:")
    }
    list.selectedIndex = index
    return true
  }
}
