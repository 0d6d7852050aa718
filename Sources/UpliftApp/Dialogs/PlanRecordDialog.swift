import Foundation
import Gtk
import UpliftCore

/// A promise or a barrier, to be looked at and changed, with what it comes from.
@MainActor final class PlanRecordDialog: Dialog {
  private let session: Session
  private let reference: EntityReference
  private let form: Form
  private let links: LinksEditor
  private var refresh: (() -> Void)?
  private var listening: Listening?

  /// Whether this shows such a record.
  static func shows(_ kind: EntityKind) -> Bool { kind == .promise || kind == .barrier }

  static func show(
    _ reference: EntityReference, over parent: Window, session: Session,
    go: @escaping (EntityReference) -> Void
  ) {
    existing(over: parent)?.window.close()
    PlanRecordDialog(reference, over: parent, session: session, go: go)?.present()
  }

  /// Nil when there is no such promise or barrier.
  private init?(
    _ reference: EntityReference, over parent: Window, session: Session,
    go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    self.reference = reference
    form = Form(isEditable: !session.isReadOnly)
    var close: (() -> Void)?
    links = LinksEditor(session) { reference in
      close?()
      go(reference)
    }
    super.init(
      reference.kind == .promise ? tr("Promise") : tr("Barrier"), over: parent, width: 440,
      height: 560)
    close = { [weak self] in self?.window.close() }
    form.box.addClass("inspector")
    switch reference.kind {
    case .promise: buildPromise()
    case .barrier: buildBarrier()
    default: return nil
    }
    form.append(links.widget)
    links.show(reference)
    let scroller = ScrolledWindow(form.box)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    window.setChild(scroller)
    refresh?()
    listening = session.onChange { [weak self] _ in self?.follow() }
  }

  private func follow() {
    guard session.read({ try session.workspace.record(reference) }) != nil else {
      return window.close()
    }
    refresh?()
    links.refresh()
  }

  override func closed() {
    form.commitTyping()
    listening = nil
  }

  private var promise: Promise? {
    session.read { try session.workspace.record(reference) } as? Promise
  }
  private var barrier: Barrier? {
    session.read { try session.workspace.record(reference) } as? Barrier
  }

  private func change<Record: Entity>(
    _ record: Record?, _ typing: UUID? = nil, _ change: (inout Record) -> Void
  ) {
    guard let record else { return }
    session.perform(Edit.changing(record, typing: typing, change))
  }

  private func buildPromise() {
    let title = TextEditor { [weak self] text, typing in
      self?.change(self?.promise, typing) { $0.title = text }
    }
    let toWhom = LineEditor { [weak self] text, typing in
      self?.change(self?.promise, typing) { $0.toWhom = text }
    }
    let owner = LineEditor { [weak self] text, typing in
      self?.change(self?.promise, typing) { $0.owner = text }
    }
    let due = DayEditor { [weak self] day, typing in
      self?.change(self?.promise, typing) { $0.due = day }
    }
    let outcome = SegmentedEditor<Promise.Outcome?>([
      (nil, tr("Open")), (.kept, tr("Kept")), (.broken, tr("Broken")),
    ]) { [weak self] outcome in
      self?.change(self?.promise) {
        $0.outcome = outcome
        $0.closedOn = outcome == nil ? nil : $0.closedOn ?? CalendarDay(Date())
      }
    }
    form.add(tr("What was promised"), title)
    form.add((tr("To whom"), toWhom), (tr("By whom"), owner))
    form.add(tr("By when"), due)
    form.add(tr("What came of it"), outcome)
    if let promise {
      title.begin(promise.title)
      toWhom.begin(promise.toWhom)
      owner.begin(promise.owner)
      due.begin(promise.due)
    }
    refresh = { [weak self] in
      guard let promise = self?.promise else { return }
      title.show(promise.title)
      toWhom.show(promise.toWhom)
      owner.show(promise.owner)
      due.show(promise.due)
      outcome.show(.some(promise.outcome))
    }
  }

  private func buildBarrier() {
    let title = TextEditor { [weak self] text, typing in
      self?.change(self?.barrier, typing) { $0.title = text }
    }
    let inTheWayOf = LineEditor { [weak self] text, typing in
      self?.change(self?.barrier, typing) { $0.inTheWayOf = text }
    }
    let manager = LineEditor { [weak self] text, typing in
      self?.change(self?.barrier, typing) { $0.manager = text }
    }
    let severity = SegmentedEditor<Barrier.Severity>([
      (.slows, tr("Slows")), (.hinders, tr("Hinders")), (.blocks, tr("Blocks")),
    ]) { [weak self] severity in self?.change(self?.barrier) { $0.severity = severity } }
    let cleared = DayEditor { [weak self] day, typing in
      self?.change(self?.barrier, typing) { $0.clearedOn = day }
    }
    form.add(tr("What is in the way"), title)
    form.add((tr("In the way of"), inTheWayOf), (tr("Who clears it"), manager))
    form.add(tr("How badly"), severity)
    form.add(tr("Cleared on"), cleared)
    if let barrier {
      title.begin(barrier.title)
      inTheWayOf.begin(barrier.inTheWayOf)
      manager.begin(barrier.manager)
      cleared.begin(barrier.clearedOn)
    }
    refresh = { [weak self] in
      guard let barrier = self?.barrier else { return }
      title.show(barrier.title)
      inTheWayOf.show(barrier.inTheWayOf)
      manager.show(barrier.manager)
      severity.show(barrier.severity)
      cleared.show(barrier.clearedOn)
    }
  }
}
