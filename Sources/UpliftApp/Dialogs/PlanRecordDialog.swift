import Foundation
import Gtk
import UpliftCore

/// A record of a register, to be looked at and changed where one came upon it, with its links.
@MainActor final class PlanRecordDialog: Dialog {
  private let session: Session
  private let reference: EntityReference
  private let links: LinksEditor
  private var refresh: (() -> Void)?
  private var commit: (() -> Void)?
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

  /// Nil when there is no such record, or no register for it.
  private init?(
    _ reference: EntityReference, over parent: Window, session: Session,
    go: @escaping (EntityReference) -> Void
  ) {
    guard let type = reference.kind.type as? any RegisterRecord.Type else { return nil }
    self.session = session
    self.reference = reference
    var close: (() -> Void)?
    let leave = { (reference: EntityReference) in
      close?()
      go(reference)
    }
    links = LinksEditor(session, go: leave)
    super.init(reference.kind.title, over: parent, width: 440, height: 600)
    close = { [weak self] in self?.window.close() }
    build(type, go: leave)
    listening = session.onChange { [weak self] _ in self?.follow() }
  }

  private func build<Record: RegisterRecord>(
    _ type: Record.Type, go: @escaping (EntityReference) -> Void
  ) {
    let context = session.registerContext()
    let form = RegisterForm(session, Record.register(in: context), go: go)
    let contents = Box(.vertical, [form.widget, links.widget])
    contents.addClass("inspector")
    let scroller = ScrolledWindow(contents)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    window.setChild(scroller)
    links.show(reference)
    commit = { form.commitTyping() }
    refresh = { [weak self] in
      guard let self,
        let record = session.read({ try session.workspace.record(reference) }) as? Record
      else { return }
      context.forget()
      form.show(record)
    }
    refresh?()
  }

  private func follow() {
    guard session.read({ try session.workspace.record(reference) }) != nil else {
      return window.close()
    }
    refresh?()
    links.refresh()
  }

  override func closed() {
    commit?()
    listening = nil
  }
}
