import Foundation
import Gtk
import UpliftCore

/// What one sees first: recent workspaces, templates to begin with, and the sample.
@MainActor final class StartPage {
  let widget: ScrolledWindow
  /// As many as leave the templates in sight.
  private static let mostRecent = 5
  private unowned let program: UpliftProgram
  private weak var window: MainWindow?
  private let sampleButton = Button(label: tr("Open sample"))
  private var recentList: ListBox?
  private var pictures: [TemplatePicture] = []

  init(_ program: UpliftProgram, window: MainWindow) {
    self.program = program
    self.window = window
    widget = ScrolledWindow()
    widget.setPolicy(horizontal: .never, vertical: .automatic)
    let column = Box(.vertical, spacing: 8)
    column.addClass("start-page")
    column.setSizeRequest(width: 300)
    column.append(text(tr("Uplift"), "start-title"))
    column.append(
      text(
        tr("Map journeys, run advisory groups, and hand out the result."), "start-subtitle"))
    column.append(buttons())
    appendRecent(to: column)
    appendTemplates(to: column)
    let center = CenterBox(center: column)
    widget.setChild(center)
  }

  func takeFocus() {
    if let row = recentList?.row(at: 0) { row.grabFocus() } else { sampleButton.grabFocus() }
  }

  private func buttons() -> Widget {
    sampleButton.addClass("suggested")
    sampleButton.onClicked { [weak self] in self?.window?.activateAction("win.sample") }
    let open = Button(label: tr("Open a file…"))
    open.setAction("win.open")
    let box = Box(.horizontal, spacing: 8, [sampleButton, open])
    box.setMargins(top: 12)
    return box
  }

  private func appendRecent(to column: Box) {
    let recent = Array(
      program.memory.recent.filter { FileManager.default.fileExists(atPath: $0) }
        .prefix(Self.mostRecent))
    guard !recent.isEmpty else { return }
    column.append(text(tr("Recent workspaces"), "start-heading"))
    let list = ListBox()
    list.setSelection(.none)
    list.setAccessibleLabel(tr("Recent workspaces"))
    for path in recent {
      let url = URL(fileURLWithPath: path)
      let name = Label(url.deletingPathExtension().lastPathComponent)
      name.alignment = 0
      name.setEllipsis(.middle)
      let home = NSHomeDirectory()
      let shown = path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
      let detail = Label(shown, classes: ["recent-path", "dim"])
      detail.alignment = 0
      detail.setEllipsis(.middle)
      let row = ListBoxRow(Box(.vertical, spacing: 2, [name, detail]))
      row.addClass("recent-row")
      list.append(row)
    }
    list.onRowActivated { [weak self] index in
      guard let self, let window, recent.indices.contains(index) else { return }
      self.program.open(URL(fileURLWithPath: recent[index]), in: window)
    }
    recentList = list
    column.append(list)
  }

  private func appendTemplates(to column: Box) {
    let templates = ((try? Template.all(in: .current)) ?? []).filter { !$0.isSample }
    guard !templates.isEmpty else { return }
    column.append(text(tr("Begin with a template"), "start-heading"))
    let flow = FlowBox(rowSpacing: 12, columnSpacing: 12)
    flow.setChildrenPerLine(minimum: 1, maximum: 3)
    flow.setHomogeneous(true)
    for template in templates { flow.appendControl(card(template)) }
    column.append(flow)
  }

  private func card(_ template: Template) -> Widget {
    let picture = TemplatePicture(template, isDark: program.style.isDark)
    pictures.append(picture)
    let title = text(template.title, "template-title")
    let summary = text(template.summary, "template-text")
    summary.setWidthInCharacters(maximum: 34)
    let button = Button(child: Box(.vertical, spacing: 4, [picture, title, summary]))
    button.addClass("template-card")
    button.setAccessibleLabel(template.title)
    button.setAccessibleDescription(template.summary)
    button.onClicked { [weak self] in self?.begin(template) }
    return button
  }

  private func begin(_ template: Template) {
    guard let window else { return }
    let chooser = FileChooser(
      .save, title: tr("Where should the workspace be kept?"), accept: tr("Create"),
      parent: window)
    chooser.addFilter(tr("Uplift workspaces"), patterns: ["*.uplift"])
    chooser.setName(template.title + ".uplift")
    chooser.show { [weak self] url in
      guard let self, let url, let window = self.window else { return }
      self.program.create(url, from: template, in: window)
    }
  }

  private func text(_ text: String, _ style: String) -> Label {
    let label = Label(text, classes: [style])
    label.alignment = 0
    label.wraps = true
    return label
  }
}
