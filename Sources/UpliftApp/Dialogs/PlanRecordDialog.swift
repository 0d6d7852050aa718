import Foundation
import Gtk
import UpliftCore

/// A record of a register, to be looked at and changed where one came upon it, with its links.
@MainActor final class PlanRecordDialog: Dialog {
  private let session: Session
  private let reference: EntityReference
  private let links: LinksEditor
  private let form: RecordForm
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
    var close: (() -> Void)?
    let leave = { (reference: EntityReference) in
      close?()
      go(reference)
    }
    guard let form = RecordForm(session, reference.kind, go: leave) else { return nil }
    self.form = form
    self.session = session
    self.reference = reference
    links = LinksEditor(session, go: leave)
    super.init(reference.kind.title, over: parent, width: 440, height: 600)
    close = { [weak self] in self?.window.close() }
    let open = Button(label: tr("Show it where it belongs"))
    open.addClass("small-text-button")
    open.horizontalAlignment = .start
    open.onClicked { [weak self] in
      self?.window.close()
      go(reference)
    }
    let contents = Box(.vertical, [form.widget, links.widget])
    contents.append(open)
    contents.addClass("inspector")
    let scroller = ScrolledWindow(contents)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    window.setChild(scroller)
    links.show(reference)
    form.show(reference)
    listening = session.onChange { [weak self] _ in self?.follow() }
  }

  private func follow() {
    guard form.refresh() else { return window.close() }
    links.refresh()
  }

  override func closed() {
    form.commitTyping()
    listening = nil
  }
}
