import Foundation
import Gtk
import UpliftCore

/// Something of a practice's own in the details of a record: a register of what belongs to it, a
/// chain, a chart.
@MainActor protocol RegisterDetailsPart: AnyObject {
  associatedtype Record: Ranked
  var widget: Widget { get }
  /// Above it; empty: it says itself what it is.
  var title: String { get }
  func show(_ record: Record)
  func commitTyping()
}

extension RegisterDetailsPart {
  func commitTyping() {}
}

/// The current record of a register beside the table: its form, what the practice adds, its links.
@MainActor final class RegisterDetails<Record: Ranked> {
  let widget: ScrolledWindow
  private let form: RegisterForm<Record>
  private let parts: [any RegisterDetailsPart]
  private let showParts: [(Record) -> Void]
  private let links: LinksEditor
  private let hint: Label
  private let contents = Box(.vertical, spacing: 10)

  init(
    _ session: Session, _ register: Register<Record>,
    parts: [any RegisterDetailsPart] = [], go: @escaping (EntityReference) -> Void
  ) {
    form = RegisterForm(session, register, go: go)
    links = LinksEditor(session, go: go)
    self.parts = parts
    showParts = parts.map { part in Self.showing(part) }
    hint = PageParts.dim(tr("Select a row, and all of its fields are here."))
    hint.setMargins(12)
    contents.addClass("inspector")
    contents.append(form.widget)
    for part in parts {
      if !part.title.isEmpty {
        let label = Label(part.title, classes: ["field-label"])
        label.alignment = 0
        contents.append(label)
      }
      contents.append(part.widget)
    }
    contents.append(links.widget)
    widget = ScrolledWindow(Box(.vertical, [hint, contents]))
    widget.setPolicy(horizontal: .never, vertical: .automatic)
    widget.setAccessibleLabel(tr("Details"))
    show(nil)
  }

  private static func showing<Part: RegisterDetailsPart>(_ part: Part) -> (Record) -> Void {
    { [weak part] record in
      if let record = record as? Part.Record { part?.show(record) }
    }
  }

  func show(_ record: Record?) {
    contents.isVisible = record != nil
    hint.isVisible = record == nil
    guard let record else { return form.commitTyping() }
    form.show(record)
    for show in showParts { show(record) }
    links.show(record.reference)
  }

  func commitTyping() {
    form.commitTyping()
    for part in parts { part.commitTyping() }
  }
}
