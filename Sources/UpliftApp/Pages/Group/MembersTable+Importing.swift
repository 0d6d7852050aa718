import Foundation
import Gtk
import UpliftCore

/// Members out of a file.
extension MembersTable {
  func chooseFile() {
    guard !session.isReadOnly else { return }
    let chooser = FileChooser(.open, title: tr("Import members"), parent: widget.window)
    chooser.addFilter(tr("Tables (CSV)"), patterns: ["*.csv", "*.CSV", "*.tsv", "*.txt"])
    chooser.addFilter(tr("All files"), patterns: ["*"])
    chooser.show { [weak self] url in
      if let url { self?.take(url) }
    }
  }

  /// All of a file, as one step, or nothing and a sentence that says why.
  func take(_ url: URL) {
    commitTyping()
    do {
      let table = try MemberTable(url)
      guard let imported = group?.importing(table) else {
        say(([tr("Nothing in this file is new.")] + table.remarks).joined(separator: " "))
        return
      }
      guard session.perform(imported.edit) else { return }
      remark(
        ([
          ntr("{count} member added.", "{count} members added.", imported.added),
          imported.changed == 0
            ? ""
            : ntr(
              "{count} that was there got what the file says.",
              "{count} that were there got what the file says.", imported.changed),
        ] + table.remarks).filter { !$0.isEmpty }.joined(separator: " "))
    } catch {
      guard error.lines.count > 1, let window = widget.window else {
        return say(error.description)
      }
      say(error.lines[0])
      MessageDialog(tr("Nothing was imported"), error.sentence, over: window).present()
    }
  }
}
