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

  /// Bytes of a file from which on it may take longer than one wants to wait for with no sign.
  private static var largeFile: Int { 150_000 }

  /// All of a file, as one step, or nothing and a sentence that says why. A large one is read on
  /// another thread, while the windows wait and offer to cancel it.
  func take(_ url: URL) {
    endEditing()
    let existing = records.inOrder()
    let size = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    if size >= Self.largeFile, let remakeAnywhere {
      return take(large: url, into: existing, remakeAnywhere)
    }
    do {
      // The register as it is here, with the marks of the file.
      let result = try RegisterCSV.importing(
        try RegisterCSV.file(url), file: url.lastPathComponent, into: existing, context: context,
        register: remake)
      if let edit = result.edit, !perform(edit) { return }
      tell(result)
    } catch {
      refuse(error)
    }
  }

  private func take(
    large url: URL, into existing: [Record],
    _ register: @escaping @Sendable (RegisterContext) -> Register<Record>
  ) {
    let (days, numbers) = (context.days, context.numbers)
    // What the file takes to be read, of all the work that it takes.
    let reading = 0.6
    session.work(tr("Importing “{file}”…", ["file": url.lastPathComponent])) { workspace, work in
      let result = try work.leaving {
        let context = workspace.registerContext()
        (context.days, context.numbers) = (days, numbers)
        return try RegisterCSV.importing(
          try RegisterCSV.file(url), file: url.lastPathComponent, into: existing,
          context: context, register: register, progress: { _ = work.report(reading * $0) })
      }
      if let edit = result.edit {
        try workspace.perform(edit) { work.report(reading + (1 - reading) * $0) }
      }
      return result
    } done: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success(let result):
        session.succeed()
        tell(result)
      case .failure(let error as ImportError): refuse(error)
      case .failure(is CancellationError):
        say("")
        remark(tr("The import was cancelled. Nothing was imported."))
      case .failure(let error): session.fail(error)
      }
    }
  }

  private func tell(_ result: RegisterCSV.Result) {
    say("")
    guard result.edit != nil else {
      return remark(
        ([tr("Nothing in this file is new.")] + result.remarks).joined(separator: " "))
    }
    remark(
      ([
        ntr("{count} row added.", "{count} rows added.", result.added),
        result.changed == 0
          ? "" : ntr("{count} row changed.", "{count} rows changed.", result.changed),
      ] + result.remarks).filter { !$0.isEmpty }.joined(separator: " "))
  }

  private func refuse(_ error: ImportError) {
    remark("")
    guard error.lines.count > 1, let window = box.window else { return say(error.sentence) }
    say(error.lines[0])
    MessageDialog(tr("Nothing was imported"), error.sentence, over: window).present()
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
