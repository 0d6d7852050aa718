import Foundation
import Gtk
import UpliftCore

/// The register's menu: the table as a whole goes to files and the clipboard, and comes from there.
extension RegisterTable {
  func menu() -> Menu {
    let rows = Menu()
    rows.append(tr("Paste rows"), action: "register.paste")
    rows.append(tr("Copy the selected rows"), action: "register.copy-rows")
    rows.append(tr("Copy table"), action: "register.copy")
    let files = Menu()
    files.append(tr("Import CSV…"), action: "register.import")
    files.append(tr("Export CSV…"), action: "register.export")
    let people = Menu()
    people.append(tr("Erase a person…"), action: "register.erase")
    return Menu().append(section: rows).append(section: files).append(section: people)
  }

  func actions() -> ActionGroup {
    let group = ActionGroup()
    let paste = group.addAction("paste") { [weak self] in self?.paste(atCurrent: false) }
    group.addAction("copy") { [weak self] in self?.copyAll() }
    group.addAction("copy-rows") { [weak self] in self?.copyRows() }
    let load = group.addAction("import") { [weak self] in self?.chooseFile() }
    group.addAction("export") { [weak self] in self?.chooseTarget() }
    let erase = group.addAction("erase") { [weak self] in self?.erasePerson() }
    for action in [paste, load, erase] { action.isEnabled = !session.isReadOnly }
    return group
  }

  func chooseFile() {
    guard !session.isReadOnly else { return }
    let chooser = FileChooser(
      .open, title: tr("Import into {register}", ["register": register.title]),
      parent: box.window)
    chooser.addFilter(tr("Tables (CSV)"), patterns: ["*.csv", "*.CSV", "*.tsv", "*.txt"])
    chooser.addFilter(tr("All files"), patterns: ["*"])
    chooser.show { [weak self] url in
      if let url { self?.take(url) }
    }
  }

  /// All of a file, as one step, or nothing and a sentence that says why.
  func take(_ url: URL) {
    endEditing()
    do {
      let data = try RegisterCSV.file(url)
      let result = try RegisterCSV.importing(
        data, file: url.lastPathComponent, into: records.inOrder(), context: context
      ) { context in
        // The register as it is here, with the marks of the file.
        remake(context)
      }
      guard let edit = result.edit else {
        say("")
        return remark(
          ([tr("Nothing in this file is new.")] + result.remarks).joined(separator: " "))
      }
      guard perform(edit) else { return }
      say("")
      remark(
        ([
          ntr("{count} row added.", "{count} rows added.", result.added),
          result.changed == 0
            ? "" : ntr("{count} row changed.", "{count} rows changed.", result.changed),
        ] + result.remarks).filter { !$0.isEmpty }.joined(separator: " "))
    } catch {
      remark("")
      guard error.lines.count > 1, let window = box.window else { return say(error.sentence) }
      say(error.lines[0])
      MessageDialog(tr("Nothing was imported"), error.sentence, over: window).present()
    }
  }

  /// Whoever stands in the current cell, or else in the row.
  private func erasePerson() {
    endEditing()
    var name = ""
    if let current, let record = records.first(where: { $0.id == current.id }) {
      let own = columns.indices.contains(current.column) ? columns[current.column] : nil
      let person = own?.kind == .person ? own : columns.first { $0.kind == .person }
      name = person?.text(record) ?? (Record.kind == .candidate ? self.name(record) : "")
    }
    let plain = name.prefix { !",(".contains($0) }.trimmingCharacters(in: .whitespaces)
    box.activateAction("win.erase-person", text: plain)
  }

  func chooseTarget() {
    let chooser = FileChooser(
      .save, title: tr("Export {register}", ["register": register.title]), parent: box.window)
    chooser.setName(register.name + ".csv")
    chooser.addFilter(tr("Tables (CSV)"), patterns: ["*.csv"])
    chooser.show { [weak self] url in
      if let url { self?.write(to: url) }
    }
  }

  /// All records, whatever is shown, in their order.
  func write(to url: URL) {
    endEditing()
    do {
      try FileReplacement.write(
        RegisterCSV.data(records.inOrder(), remake(context.plain)), to: url)
      say("")
      remark(tr("Written: {path}", ["path": url.path]))
    } catch {
      say((error as? any LocalizedError)?.errorDescription ?? error.localizedDescription)
    }
  }
}
