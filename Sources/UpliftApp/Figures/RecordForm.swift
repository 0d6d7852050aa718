import Gtk
import UpliftCore

/// Any record that has a register, with all its fields.
@MainActor final class RecordForm {
  let widget: Widget
  private let display: (any Entity) -> Void
  private let commit: () -> Void
  private let context: RegisterContext
  private let session: Session
  private(set) var reference: EntityReference?

  /// Nil when there is no register for such records.
  init?(_ session: Session, _ kind: EntityKind, go: @escaping (EntityReference) -> Void) {
    guard let type = kind.type as? any RegisterRecord.Type else { return nil }
    self.session = session
    context = session.registerContext()
    (widget, display, commit) = Self.build(type, session, context, go)
  }

  private static func build<Record: RegisterRecord>(
    _ type: Record.Type, _ session: Session, _ context: RegisterContext,
    _ go: @escaping (EntityReference) -> Void
  ) -> (Widget, (any Entity) -> Void, () -> Void) {
    let form = RegisterForm(session, Record.register(in: context), go: go)
    return (
      form.widget,
      { if let record = $0 as? Record { form.show(record) } }, { form.commitTyping() }
    )
  }

  /// - Returns: false when it is gone.
  @discardableResult
  func show(_ reference: EntityReference) -> Bool {
    guard let record = session.read({ try session.workspace.record(reference) }) else {
      return false
    }
    self.reference = reference
    context.forget()
    display(record)
    return true
  }

  @discardableResult
  func refresh() -> Bool { reference.map { show($0) } ?? true }
  func commitTyping() { commit() }
}
