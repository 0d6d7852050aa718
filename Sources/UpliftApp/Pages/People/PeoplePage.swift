import Foundation
import Gtk
import UpliftCore

/// Who the journeys are about, and which departments and channels reach them.
@MainActor public final class PeoplePage: Page {
  public let place = Place.people
  public var widget: Widget { scroller }
  public var title: String { tr("Personas and departments") }

  private let session: Session
  private let scroller: ScrolledWindow
  private let contents = Box(.vertical, spacing: 8)
  /// One has come here for it, and its place is not known yet.
  private var sought: Widget?
  private var seeking: Timeout?
  private let personas = Box(.vertical, spacing: 12)
  private let departments = Box(.vertical, spacing: 4)
  private let channels = ChannelList()
  private let noPersona: Label
  private let noDepartment: Label
  private(set) var personaRows: [PersonaRow] = []
  private(set) var departmentRows: [DepartmentRow] = []

  private let showSheet: (UUID) -> Void

  /// - Parameter showSheet: somebody wants a persona on paper.
  public init(_ session: Session, showSheet: @escaping (UUID) -> Void = { _ in }) {
    self.session = session
    self.showSheet = showSheet
    noPersona = PageParts.dim(
      tr("No persona yet. A persona is one person who stands for many: whose journey it is."))
    noDepartment = PageParts.dim(
      tr("No department yet. Cards say which departments contribute to what customers live."))
    scroller = PageParts.scrolling(contents)
    let addPersona = PageParts.adding(tr("Add persona")) { [weak self] in self?.addPersona() }
    let addDepartment = PageParts.adding(tr("Add department")) { [weak self] in
      self?.addDepartment(after: nil)
    }
    addPersona.isSensitive = !session.isReadOnly
    addDepartment.isSensitive = !session.isReadOnly
    channels.build(session)
    for child in [
      PageParts.heading(tr("Personas")), noPersona, personas, addPersona,
      PageParts.heading(tr("Departments")), noDepartment, departments, addDepartment,
      PageParts.heading(tr("Channels")), channels.widget,
    ] as [Widget] {
      contents.append(child)
    }
    scroller.verticalAdjustment.onSizeChanged { [weak self] in
      guard let self, sought != nil else { return }
      seeking = Timeout.whenIdle { [weak self] in self?.showSought() }
    }
    show()
  }

  private func show() {
    let outline = session.outline
    noPersona.isVisible = outline.personas.isEmpty
    noDepartment.isVisible = outline.departments.isEmpty
    let oldPersonas = personaRows
    personaRows = outline.personas.map { persona in
      oldPersonas.first { $0.id == persona.id }
        ?? PersonaRow(persona, session) { [weak self] in
          self?.commitTyping()
          self?.showSheet(persona.id)
        }
    }
    PageParts.arrange(personas, oldPersonas.map(\.widget), personaRows.map(\.widget))
    for (row, persona) in zip(personaRows, outline.personas) {
      let maps = outline.journeyMaps.filter { $0.personaID == persona.id }
      row.show(persona, journeys: maps.map(\.title))
    }
    let oldDepartments = departmentRows
    let context = session.registerContext()
    departmentRows = outline.departments.map { department in
      oldDepartments.first { $0.id == department.id }
        ?? DepartmentRow(department, session, people: context.people) { [weak self] in
          self?.enter(department.id)
        }
    }
    PageParts.arrange(departments, oldDepartments.map(\.widget), departmentRows.map(\.widget))
    for (row, department) in zip(departmentRows, outline.departments) { row.show(department) }
    channels.show()
  }

  private func addPersona() {
    guard !session.isReadOnly else { return }
    let added = session.outline.addingPersona("")
    guard session.perform(added.edit) else { return }
    personaRows.first { $0.id == added.record.id }?.takeFocus()
  }

  private func addDepartment(after id: UUID?) {
    guard !session.isReadOnly else { return }
    let added = session.outline.addingDepartment("", after: id)
    guard session.perform(added.edit) else { return }
    departmentRows.first { $0.id == added.record.id }?.takeFocus()
  }

  /// Enter: the next department, or a new one below the last.
  private func enter(_ id: UUID) {
    guard let index = departmentRows.firstIndex(where: { $0.id == id }) else { return }
    if index + 1 < departmentRows.count {
      departmentRows[index + 1].takeFocus()
    } else {
      addDepartment(after: id)
    }
  }

  public var followsUnseen: Bool { false }

  public func follow(_ change: WorkspaceChange) -> Bool {
    if change.touchesOutline { show() }
    return true
  }

  public var additions: [PageAddition] {
    [
      PageAddition(tr("Persona")) { [weak self] in self?.addPersona() },
      PageAddition(tr("Department")) { [weak self] in self?.addDepartment(after: nil) },
      PageAddition(tr("Channel")) { [weak self] in self?.channels.add(after: nil) },
    ]
  }

  public func takeFocus() {
    if let first = personaRows.first { first.takeFocus() } else { scroller.grabFocus() }
  }

  public func reveal(_ reference: EntityReference) {
    let persona = personaRows.first { $0.id == reference.id }
    let department = departmentRows.first { $0.id == reference.id }
    persona?.takeFocus()
    department?.takeFocus()
    if reference.kind == .channel { channels.reveal(reference.id) }
    sought =
      persona?.widget ?? department?.widget
      ?? channels.rows.first { $0.id == reference.id }?.widget
    showSought()
  }

  /// A page that was just opened has no places yet: then it is shown once it has.
  private func showSought() {
    guard let sought, let frame = sought.frame(in: contents), frame.height > 0 else { return }
    let view = scroller.verticalAdjustment
    guard view.pageSize > 1, view.upper > frame.y else { return }
    self.sought = nil
    guard frame.y < view.value || frame.y + frame.height > view.value + view.pageSize else {
      return
    }
    view.value = min(
      max(frame.y - max(0, view.pageSize - frame.height) / 2, 0), view.upper - view.pageSize)
  }

  public func commitTyping() {
    personaRows.forEach { $0.commitTyping() }
    departmentRows.forEach { $0.commitTyping() }
    channels.commitTyping()
  }
}
