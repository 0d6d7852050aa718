import Foundation
import Gtk
import UpliftCore

/// In the details of a record: the records that belong to it, each a line that opens to a form.
@MainActor final class ChildRegister<Parent: Ranked, Child: RegisterRecord>: RegisterDetailsPart {
  typealias Record = Parent

  let title: String
  var widget: Widget { box }
  private let session: Session
  private let register: Register<Child>
  private let context: RegisterContext
  private let belongs: (Child, Parent) -> Bool
  private let make: (Child, Parent, [Child]) -> Child?
  private let go: (EntityReference) -> Void
  private let newest: Int?
  private let read: ((Parent) -> [Child])?
  private let more = PageParts.dim()
  private let box = Box(.vertical, spacing: 4)
  private let list = Box(.vertical, spacing: 4)
  private let add: Button
  private var rows: [ChildRow<Child>] = []
  private var parent: Parent?
  /// What is listed, in order.
  private(set) var shown: [Child] = []
  /// Of the register.
  private var all: [Child] { session.read { try session.workspace.registered(Child.self) } ?? [] }

  /// - Parameters:
  ///   - hidden: names of columns that its place says already.
  ///   - belongs: whether a record is one of the parent's.
  ///   - make: completes a new one; nil: there can be no more. The last are those there are.
  ///   - newest: so many of the last are listed at most; nil: all.
  ///   - records: among which its own are looked for; nil: all of the register.
  init(
    _ session: Session, title: String? = nil, addTitle: String? = nil, hidden: Set<String>,
    newest: Int? = nil, records: ((Parent) -> [Child])? = nil,
    belongs: @escaping (Child, Parent) -> Bool,
    make: @escaping (Child, Parent, [Child]) -> Child?,
    go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    self.belongs = belongs
    self.make = make
    self.go = go
    self.newest = newest
    read = records
    let context = session.registerContext()
    var register = Child.register(in: context)
    register.columns.removeAll { hidden.contains($0.name) }
    self.context = context
    self.register = register
    self.title = title ?? register.title
    var action: (() -> Void)?
    add = PageParts.adding(addTitle ?? register.addTitle) { action?() }
    add.isSensitive = !session.isReadOnly
    more.isVisible = false
    box.append(more)
    box.append(list)
    box.append(add)
    action = { [weak self] in self?.addChild() }
  }

  /// Of a parent that each names in one field.
  ///
  /// - Parameter stored: the name of that field in the file.
  convenience init(
    _ session: Session, hidden: String, _ field: WritableKeyPath<Child, UUID>, stored: String,
    go: @escaping (EntityReference) -> Void
  ) {
    self.init(
      session, hidden: [hidden],
      records: { parent in
        session.read {
          try session.workspace.registered(Child.self, where: stored, is: parent.id)
        } ?? []
      },
      belongs: { $0[keyPath: field] == $1.id },
      make: { child, parent, _ in
        var child = child
        child[keyPath: field] = parent.id
        return child
      }, go: go)
  }

  func show(_ record: Parent) {
    if parent?.id != record.id { commitTyping() }
    parent = record
    context.forget()
    let everything = own(of: record)
    let own = newest.map { Array(everything.suffix($0)) } ?? everything
    shown = own
    let earlier = everything.count - own.count
    more.isVisible = earlier > 0
    more.text = ntr(
      "{count} earlier one stands in the register “{register}”.",
      "{count} earlier ones stand in the register “{register}”.", earlier,
      ["register": register.title])
    var known: [UUID: ChildRow<Child>] = [:]
    let old = rows
    for row in old { known[row.id] = row }
    rows = own.map { known[$0.id] ?? ChildRow($0, session, register, go: go) }
    PageParts.arrange(list, old.map(\.widget), rows.map(\.widget))
    for (index, (row, child)) in zip(rows, own).enumerated() {
      row.show(child, number: earlier + index + 1)
    }
    // Where it would stand does not matter yet.
    add.isVisible = make(register.make(own.last), record, own) != nil
  }

  private func own(of record: Parent) -> [Child] {
    (read?(record) ?? all).filter { belongs($0, record) }
  }

  private func next(_ own: [Child]) -> Child? {
    guard let parent else { return nil }
    let all = all
    var new = register.make(own.last ?? all.last)
    // After the last of its own, whatever comes behind that.
    if let last = own.last {
      let after = all.inOrder().first { $0.rank > last.rank }
      new.rank = .between(last.rank, after?.rank)
    }
    return make(new, parent, own)
  }

  private func addChild() {
    guard !session.isReadOnly, let parent else { return }
    commitTyping()
    guard let child = next(own(of: parent)),
      session.perform(register.completed(Edit(register.addName, [.insert(child)])))
    else { return }
    show(parent)
    rows.first { $0.id == child.id }?.open()
  }

  func open(_ id: UUID) { rows.first { $0.id == id }?.open() }
  func commitTyping() { for row in rows { row.commitTyping() } }
}

/// One of the records that belong to another.
@MainActor final class ChildRow<Child: RegisterRecord> {
  let id: UUID
  private let session: Session
  private let register: Register<Child>
  private let go: (EntityReference) -> Void
  private let frame = Box(.vertical)
  var widget: Widget { frame }
  private let toggle = ToggleButton(label: "")
  private let title = Label("", classes: ["row-title"])
  private let facts = PageParts.dim()
  private let arrow = Image(icon: "pan-end-symbolic")
  private let body = Box(.vertical, spacing: 4)
  private var form: RegisterForm<Child>?
  private var child: Child

  init(
    _ child: Child, _ session: Session, _ register: Register<Child>,
    go: @escaping (EntityReference) -> Void
  ) {
    id = child.id
    self.child = child
    self.session = session
    self.register = register
    self.go = go
    title.alignment = 0
    title.wraps = true
    title.setLines(3)
    title.setEllipsis(.end)
    facts.setLines(2)
    facts.setEllipsis(.end)
    let texts = Box(.vertical, spacing: 2, [title, facts])
    texts.expandsHorizontally = true
    toggle.setChild(Box(.horizontal, spacing: 6, [arrow, texts]))
    toggle.hasFrame = false
    toggle.addClass("meeting-toggle")
    body.addClass("child-body")
    body.isVisible = false
    frame.addClass("page-card")
    frame.append(toggle)
    frame.append(body)
    toggle.onToggled { [weak self] in self?.toggled() }
    let id = id
    addMoveKeys(to: toggle) { direction in
      guard !session.isReadOnly else { return }
      let all = session.read { try session.workspace.registered(Child.self) } ?? []
      session.perform(all.moving(id, direction))
    }
  }

  private func toggled() {
    arrow.setIcon(toggle.isActive ? "pan-down-symbolic" : "pan-end-symbolic")
    if toggle.isActive, form == nil {
      let form = RegisterForm(session, register, go: go)
      self.form = form
      let session = session
      let register = register
      let id = id
      let delete = Button(label: tr("Delete"))
      delete.addClass("small-text-button")
      delete.horizontalAlignment = .start
      delete.isSensitive = !session.isReadOnly
      delete.onClicked {
        session.perform(register.completed(Edit.deleting([EntityReference(Child.kind, id)])))
      }
      body.append(form.widget)
      body.append(delete)
      form.show(child)
    }
    body.isVisible = toggle.isActive
    if !toggle.isActive { form?.commitTyping() }
  }

  /// - Parameter number: its place among those of the same parent, from 1.
  func show(_ child: Child, number: Int) {
    self.child = child
    let name = register.recordName(child).replacingNewlines()
    let texts = register.columns.map { (title: $0.title, text: $0.text(child).replacingNewlines()) }
      .filter { !$0.text.isEmpty && $0.text != name }
    title.text = name.allSatisfy(\.isWhitespace) ? "\(number)." : name
    facts.text = texts.map { tr("{column}: {value}", ["column": $0.title, "value": $0.text]) }
      .joined(separator: " · ")
    facts.isVisible = !texts.isEmpty
    toggle.setAccessibleLabel(
      [title.text, facts.text].filter { !$0.isEmpty }.joined(separator: ", "))
    form?.show(child)
  }

  func open() {
    toggle.isActive = true
    body.focusFirst()
  }

  func commitTyping() { form?.commitTyping() }
}
