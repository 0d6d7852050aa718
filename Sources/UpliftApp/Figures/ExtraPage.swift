import Gtk
import UpliftCore

/// A view that stands beside a register, as a page.
@MainActor final class ExtraPage: Page {
  let place: Place
  var title: String { extra.title }
  private let extra: any RegisterPageExtra
  let exportSubject: ExportSubject?
  private let scroller: ScrolledWindow

  /// - Parameter exports: what of it can be written to a file.
  init(_ place: Place, _ extra: any RegisterPageExtra, exports: ExportSubject? = nil) {
    self.place = place
    self.extra = extra
    exportSubject = exports
    scroller = PageParts.scrolling(
      Box(.vertical, spacing: 8, [PageParts.heading(extra.title), extra.widget]))
  }

  var widget: Widget { scroller }

  func follow(_ change: WorkspaceChange) -> Bool {
    extra.refresh()
    return true
  }

  func takeFocus() { scroller.focusFirst() }
}
