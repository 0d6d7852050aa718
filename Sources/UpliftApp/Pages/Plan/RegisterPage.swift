import Foundation
import Gtk
import UpliftCore

/// A page that is one register: what is worked out of it, the table, and views of the practice's
/// own beside it; the current record's details are the inspector.
@MainActor final class RegisterPage<Record: Ranked>: Page {
  let place: Place
  var widget: Widget { box }
  var title: String { table.register.title }

  private let session: Session
  let table: RegisterTable<Record>
  private let details: RegisterDetails<Record>
  private let box = Box(.vertical, spacing: 8)
  private let figures = PageParts.dim()
  private let rule = PageParts.dim()
  private let records: (Session) -> [Record]
  private let extras: [any RegisterPageExtra]
  private let moreAdditions: [PageAddition]
  private let stack = Stack()
  private var switcher: SegmentedEditor<Int>?
  private var shownExtra: Int?
  /// The record that the details are of.
  private var detailed: UUID?
  /// Shows in the details what was typed.
  private var later: Timeout?

  /// - Parameters:
  ///   - records: of the session, in order.
  ///   - extras: other views of the same records, each instead of the table when it is chosen.
  ///   - parts: below the form in the details, for the current record.
  ///   - additions: what else comes into the register, each with a button of its own.
  init(
    _ session: Session, _ place: Place,
    _ register: @escaping @Sendable (RegisterContext) -> Register<Record>,
    records: @escaping (Session) -> [Record], extras: [any RegisterPageExtra] = [],
    parts: [any RegisterDetailsPart] = [], additions: [PageAddition] = [],
    go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    moreAdditions = additions
    self.place = place
    self.records = records
    self.extras = extras
    table = RegisterTable(
      session, fills: true, memory: register(RegisterContext()).name, anywhere: register, register,
      go: go)
    details = RegisterDetails(session, table.register, parts: parts, go: go)
    box.addClass("page")
    box.addClass("register-page")
    box.expandsHorizontally = true
    box.expandsVertically = true
    let heading = PageParts.heading(table.register.title)
    heading.expandsHorizontally = true
    let top = Box(.horizontal, spacing: 12, [heading])
    if !extras.isEmpty {
      let switcher = SegmentedEditor(
        [(-1, tr("Table"))] + extras.enumerated().map { ($0.offset, $0.element.title) }
      ) { [weak self] in self?.choose($0) }
      switcher.setName(tr("View"))
      switcher.show(-1)
      switcher.widget.verticalAlignment = .center
      top.append(switcher.widget)
      self.switcher = switcher
    }
    for addition in additions {
      let button = Button(label: addition.label)
      button.addClass("small-text-button")
      button.verticalAlignment = .center
      button.isSensitive = !session.isReadOnly
      button.onClicked(addition.perform)
      top.append(button)
    }
    stack.add(table.widget, name: "table")
    for (index, extra) in extras.enumerated() {
      let scroller = ScrolledWindow(Box(.vertical, [extra.widget]))
      scroller.setPolicy(horizontal: .automatic, vertical: .automatic)
      stack.add(scroller, name: "extra \(index)")
    }
    stack.expandsVertically = true
    for child in [top, figures, rule, stack] as [Widget] { box.append(child) }
    table.onCurrent = { [weak self] in self?.showDetails(of: $0) }
    show()
  }

  /// Milliseconds without a change of what is being typed.
  private static var pause: Int { 300 }

  /// While somebody types, the fields around are brought up to date when there is a pause: they may
  /// offer thousands of records to choose from.
  private func showDetails(of record: Record?) {
    guard let record, record.id == detailed,
      table.editing != nil || details.widget.containsFocus
    else {
      later = nil
      detailed = record?.id
      return details.show(record)
    }
    later = Timeout.after(milliseconds: Self.pause) { [weak self] in self?.catchUp() }
  }

  private func catchUp() {
    guard later != nil else { return }
    later = nil
    details.show(table.current.flatMap { table.record($0.id) })
  }

  /// - Parameter view: the place of an extra; −1: the table.
  private func choose(_ view: Int) {
    endTyping()
    shownExtra = view < 0 ? nil : view
    stack.visibleName = view < 0 ? "table" : "extra \(view)"
    if let shownExtra { extras[shownExtra].refresh() }
  }

  private func show(after change: WorkspaceChange = .wholesale) {
    table.context.forget(after: change)
    let records = change.isWholesale ? records(session) : change.applied(to: table.records)
    let lines = records.isEmpty ? [] : table.register.summary(records)
    figures.isVisible = !lines.isEmpty
    figures.text = lines.first ?? ""
    rule.isVisible = lines.count > 1
    rule.text = lines.dropFirst().joined(separator: " ")
    if let shownExtra { extras[shownExtra].refresh() }
    table.show(records)
  }

  var followsUnseen: Bool { false }

  func follow(_ change: WorkspaceChange) -> Bool {
    show(after: change)
    return true
  }

  var inspector: Widget? { details.widget }

  var bars: [Widget] { table.bars }

  var deletionWords: String? { table.deletionWords }

  var exportSubject: ExportSubject? {
    Record.self is any RegisterRecord.Type ? .register(Record.kind) : nil
  }

  var additions: [PageAddition] {
    session.isReadOnly
      ? []
      : [PageAddition(Record.kind.title) { [weak self] in self?.table.add() }] + moreAdditions
  }

  var currentRecord: EntityReference? { table.current.map { EntityReference(Record.kind, $0.id) } }

  func duplicateRows() -> Bool {
    guard shownExtra == nil else { return false }
    endTyping()
    table.duplicateSelected()
    return true
  }

  func takeFocus() {
    if !table.takeFocus() { box.focusFirst() }
  }

  func reveal(_ reference: EntityReference) {
    if shownExtra != nil {
      switcher?.show(-1)
      choose(-1)
    }
    table.reveal(reference.id)
  }

  func commitTyping() {
    table.commitTyping()
    catchUp()
    details.commitTyping()
  }

  func endTyping() {
    table.endEditing()
    catchUp()
    details.commitTyping()
  }
}

/// Another view of a register's records, or of what is worked out of them.
@MainActor protocol RegisterPageExtra: AnyObject {
  var widget: Widget { get }
  var title: String { get }
  func refresh()
}
