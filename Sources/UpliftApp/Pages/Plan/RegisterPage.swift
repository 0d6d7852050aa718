import Foundation
import Gtk
import UpliftCore

/// A page that is one register.
@MainActor final class RegisterPage<Record: Ranked>: Page {
  let place: Place
  var widget: Widget { scroller }
  var title: String { table.register.title }

  private let session: Session
  let table: RegisterTable<Record>
  private let scroller: ScrolledWindow
  private let figures = PageParts.dim()
  private let rule = PageParts.dim()
  private let records: (Session) -> [Record]
  private let extra: (any RegisterPageExtra)?

  /// - Parameters:
  ///   - records: of the session, in order.
  ///   - extra: stands below the table.
  init(
    _ session: Session, _ place: Place,
    _ register: (RegisterContext) -> Register<Record>, records: @escaping (Session) -> [Record],
    extra: (any RegisterPageExtra)? = nil, go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    self.place = place
    self.records = records
    self.extra = extra
    table = RegisterTable(session, register, go: go)
    let contents = Box(.vertical, spacing: 8)
    scroller = PageParts.scrolling(contents)
    for child in [PageParts.heading(table.register.title), figures, rule] as [Widget] {
      contents.append(child)
    }
    contents.append(table.widget)
    if let extra {
      contents.append(PageParts.heading(extra.title))
      contents.append(extra.widget)
    }
    show()
  }

  private func show() {
    table.context.forget()
    let records = records(session)
    let lines = records.isEmpty ? [] : table.register.summary(records)
    figures.isVisible = !lines.isEmpty
    figures.text = lines.first ?? ""
    rule.isVisible = lines.count > 1
    rule.text = lines.dropFirst().joined(separator: " ")
    extra?.refresh()
    table.show(records)
  }

  func follow(_ change: WorkspaceChange) -> Bool {
    show()
    return true
  }

  var additions: [PageAddition] {
    session.isReadOnly
      ? [] : [PageAddition(Record.kind.title) { [weak self] in self?.table.add() }]
  }

  var currentRecord: EntityReference? { table.current.map { EntityReference(Record.kind, $0.id) } }

  func takeFocus() {
    if !table.takeFocus() { scroller.focusFirst() }
  }

  func reveal(_ reference: EntityReference) { table.reveal(reference.id) }
  func commitTyping() { table.commitTyping() }
  func endTyping() { table.endEditing() }
}

/// Something on a page of a register besides the table.
@MainActor protocol RegisterPageExtra: AnyObject {
  var widget: Widget { get }
  var title: String { get }
  func refresh()
}
