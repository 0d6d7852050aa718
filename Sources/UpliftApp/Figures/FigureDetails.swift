import Gtk
import UpliftCore

/// Beside a figure: the record that is selected in it, or those that its part was made of; with
/// nothing selected, all that it shows in words.
@MainActor final class FigureDetails {
  let widget: ScrolledWindow
  private let session: Session
  private let go: (EntityReference) -> Void
  private let export: (ExportSubject) -> Void
  private let words = Box(.vertical, spacing: 4)
  private let heading = Label("", classes: ["inspector-heading"])
  private let records = Box(.vertical, spacing: 6)
  private let selected = Box(.vertical, spacing: 10)
  private var forms: [EntityKind: RecordForm] = [:]
  private var form: RecordForm?
  private var shown: [EntityReference] = []
  /// What is said of all of the picture.
  private(set) var texts: [String] = []

  /// - Parameter export: what a record has a document of its own for.
  init(
    _ session: Session, go: @escaping (EntityReference) -> Void,
    export: @escaping (ExportSubject) -> Void
  ) {
    self.session = session
    self.go = go
    self.export = export
    heading.alignment = 0
    heading.wraps = true
    selected.append(heading)
    selected.append(records)
    selected.addClass("inspector")
    selected.expandsVertically = true
    words.setMargins(top: 14, bottom: 14, start: 14, end: 14)
    widget = ScrolledWindow(Box(.vertical, [selected, words]))
    widget.setPolicy(horizontal: .never, vertical: .automatic)
    widget.setAccessibleLabel(tr("Details"))
    show([], title: "")
  }

  /// - Parameter title: of what is selected, when several records stand behind it.
  func show(_ references: [EntityReference], title: String) {
    let there = references.filter { reference in
      session.read { try session.workspace.record(reference) } != nil
    }
    selected.isVisible = !there.isEmpty
    words.isVisible = there.isEmpty
    if there == shown, there.count == 1, form?.refresh() ?? false { return }
    form?.commitTyping()
    form = nil
    shown = there
    records.removeAll()
    heading.isVisible = there.count > 1
    heading.text = title
    if let only = there.first, there.count == 1, let form = form(only.kind) {
      self.form = form
      form.show(only)
      let open = Button(label: tr("Show it where it belongs"))
      open.addClass("small-text-button")
      open.horizontalAlignment = .start
      open.onClicked { [weak self] in self?.go(only) }
      records.append(open)
      records.append(form.widget)
    } else {
      RecordRows.fill(records, there, session, go)
    }
    for reference in there where reference.kind == .department {
      let sheet = Button(label: tr("Sheet of this department…"))
      sheet.addClass("small-text-button")
      sheet.horizontalAlignment = .start
      sheet.tooltip = tr("A page on how its work reaches the customer")
      sheet.onClicked { [weak self] in self?.export(.department(reference.id)) }
      records.append(sheet)
    }
  }

  private func form(_ kind: EntityKind) -> RecordForm? {
    if let form = forms[kind] { return form }
    let form = RecordForm(session, kind, go: go)
    forms[kind] = form
    return form
  }

  /// The same as the picture, in words.
  func show(_ table: TextDocument.Grid) {
    words.removeAll()
    guard !table.rows.isEmpty else {
      texts = [tr("There is nothing in it yet.")]
      words.append(PageParts.dim(texts[0]))
      return
    }
    texts = table.rows.compactMap(\.first)
    let heading = Label(table.columns.first?.title ?? "", classes: ["inspector-heading"])
    heading.alignment = 0
    heading.wraps = true
    if !heading.text.isEmpty { words.append(heading) }
    for row in table.rows.prefix(Self.mostRows) {
      let name = Label(row.first ?? "", classes: ["figure-name"])
      name.alignment = 0
      name.wraps = true
      words.append(name)
      let values = zip(table.columns, row).dropFirst().filter { !$0.1.isEmpty }.map {
        column, text in
        column.title.isEmpty
          ? text : tr("{column}: {value}", ["column": column.title, "value": text])
      }
      if !values.isEmpty { words.append(PageParts.dim(values.joined(separator: " · "))) }
    }
    if table.rows.count > Self.mostRows {
      let rest = PageParts.dim(
        tr(
          "The first {count} of {total} rows. An export has them all.",
          ["count": Self.mostRows, "total": table.rows.count]))
      rest.setMargins(top: 12)
      words.append(rest)
    }
  }

  private static let mostRows = 100

  func commitTyping() { form?.commitTyping() }
}

/// Records as rows, each of which leads to one.
@MainActor enum RecordRows {
  static func fill(
    _ box: Box, _ references: [EntityReference], _ session: Session,
    _ go: @escaping (EntityReference) -> Void
  ) {
    let context = session.registerContext()
    for reference in references {
      let summary = session.summary(of: reference)
      box.append(
        RowButton.make(
          summary?.title ?? context.title(of: reference) ?? reference.kind.title,
          summary?.detail ?? reference.kind.title
        ) { go(reference) })
    }
  }
}
