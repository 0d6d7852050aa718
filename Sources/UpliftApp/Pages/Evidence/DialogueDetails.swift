import Foundation
import Gtk
import UpliftCore

/// Everything about a dialogue.
@MainActor final class DialogueDetails {
  private let box = Box(.vertical)
  var widget: Widget { box }
  private let session: Session
  private let left: Form
  private let right: Form
  private let links: LinksEditor
  private var dialogue: Dialogue

  private var customer: LineEditor?
  private var known: ChoiceEditor<UUID?>?
  private var leader: LineEditor?
  private var day: DayEditor?
  private var risk: ChoiceEditor<Dialogue.Risk?>?
  private var texts: [(editor: TextEditor, field: WritableKeyPath<Dialogue, String>)] = []

  init(_ dialogue: Dialogue, _ session: Session, go: @escaping (EntityReference) -> Void) {
    self.dialogue = dialogue
    self.session = session
    left = Form(isEditable: !session.isReadOnly)
    right = Form(isEditable: !session.isReadOnly)
    links = LinksEditor(session, go: go)
    build()
  }

  private func build() {
    box.addClass("meeting-details")
    let customer = LineEditor { [weak self] text, typing in
      self?.change(.rename, typing) { $0.customer = text }
    }
    let leader = LineEditor { [weak self] text, typing in
      self?.change(.editDetails, typing) { $0.leader = text }
    }
    left.add((tr("Customer"), customer), (tr("Who spoke with them"), leader))
    let known = ChoiceEditor<UUID?> { [weak self] id in self?.choose(id) }
    left.add(tr("One of the customers that are kept"), known)
    self.known = known
    let day = DayEditor { [weak self] day, typing in
      self?.change(.editDetails, typing) { $0.day = day }
    }
    let risk = ChoiceEditor<Dialogue.Risk?>(
      [(nil, tr("Not known"))] + Dialogue.Risk.allCases.map { ($0, DialogueWords.name(of: $0)) }
    ) { [weak self] risk in self?.change(.editDetails, nil) { $0.risk = risk } }
    left.add((tr("Day"), day), (tr("Risk of leaving quietly"), risk))
    left.add(tr("Likes"), text(\.likes))
    left.add(tr("Would improve"), text(\.wouldImprove))
    right.add(tr("Was left unsaid"), text(\.leftUnsaid))
    right.add(tr("Follow-up"), text(\.followUp))
    right.append(links.widget)
    let id = dialogue.id
    let session = session
    let delete = PageParts.small("user-trash-symbolic", tr("Delete this dialogue")) {
      session.perform(Edit.deleting([EntityReference(.dialogue, id)]))
    }
    delete.isSensitive = !session.isReadOnly
    delete.verticalAlignment = .start
    let columns = Box(.horizontal, spacing: 16, [left.box, right.box])
    columns.isHomogeneous = true
    columns.expandsHorizontally = true
    box.append(Box(.horizontal, spacing: 8, [columns, delete]))
    (self.customer, self.leader, self.day, self.risk) = (customer, leader, day, risk)
    customer.begin(dialogue.customer)
    leader.begin(dialogue.leader)
    day.begin(dialogue.day)
    for text in texts { text.editor.begin(dialogue[keyPath: text.field]) }
    links.show(dialogue.reference)
  }

  /// The dialogue is with this customer, and calls them as they are called.
  private func choose(_ id: UUID?) {
    let name = customers.first { $0.id == id }?.name ?? ""
    change(.editDetails, nil) {
      $0.customerID = id
      if !name.isEmpty { $0.customer = name }
    }
  }

  private var customers: [Customer] {
    session.read { try session.workspace.registered(Customer.self) } ?? []
  }

  private func showKnown() {
    known?.show(
      .some(dialogue.customerID), of: [(nil, tr("none"))] + customers.map { ($0.id, $0.name) })
  }

  private func text(_ field: WritableKeyPath<Dialogue, String>) -> TextEditor {
    let editor = TextEditor { [weak self] text, typing in
      self?.change(.editDetails, typing) { $0[keyPath: field] = text }
    }
    texts.append((editor, field))
    return editor
  }

  private func change(_ name: EditName, _ typing: UUID?, _ change: (inout Dialogue) -> Void) {
    session.perform(Edit.changing(dialogue, name, typing: typing, change))
  }

  func show(_ dialogue: Dialogue) {
    self.dialogue = dialogue
    customer?.show(dialogue.customer)
    leader?.show(dialogue.leader)
    day?.show(dialogue.day)
    risk?.show(.some(dialogue.risk))
    showKnown()
    for text in texts { text.editor.show(dialogue[keyPath: text.field]) }
  }

  func refreshLinks() {
    links.refresh()
    showKnown()
  }
  func takeFocus() { customer?.entry.grabFocus() }

  func commitTyping() {
    left.commitTyping()
    right.commitTyping()
  }
}
