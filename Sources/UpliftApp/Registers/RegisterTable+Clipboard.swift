import Foundation
import Gtk
import UpliftCore

/// Blocks of cells that go to spreadsheets and come from there.
extension RegisterTable {
  /// Several rows go whole, with the columns that only the form shows and with their headings; a
  /// single cell goes as just its text.
  func copy(_ place: (id: UUID, column: Int)) {
    guard selection.ids.count < 2 else { return put(selectedRecords) }
    Clipboard.standard?.setText(record(place.id).map { columns[place.column].text($0) } ?? "")
  }

  func copyAll() { copy(shown) }

  /// One row, too.
  func copyRows() {
    guard !selection.ids.isEmpty else { return say(tr("Select the rows first.")) }
    copy(selectedRecords)
  }

  private func copy(_ records: [Record]) {
    endEditing()
    put(records)
    say("")
  }

  private func put(_ records: [Record]) {
    let text = RegisterPasting.text(of: records, register.columns)
    CopiedRows.last = CopiedRows(text: text, name: register.name, title: register.title)
    Clipboard.standard?.setText(text)
  }

  /// - Parameter atCurrent: over the cells from the current one on; else below the last row.
  func paste(atCurrent: Bool) {
    guard !session.isReadOnly else { return }
    Clipboard.standard?.readText { [weak self] text in
      guard let self, let text, !text.isEmpty else { return }
      paste(text, atCurrent: atCurrent)
    }
  }

  func paste(_ text: String, atCurrent: Bool) {
    endEditing()
    if let copied = CopiedRows.last, copied.text == text, copied.name != register.name {
      // Column by column they would be written over what has nothing to do with them.
      return say(
        tr(
          "These are rows of “{title}”, which has other fields. Nothing was pasted.",
          ["title": copied.title]))
    }
    let place = atCurrent ? current : nil
    let row = place.flatMap { view.place(of: $0.id) } ?? shown.count
    // New rows come after all others, whatever is shown and in which order.
    let last = records.inOrder().last
    let lastShown = shown.last?.id
    let result = RegisterPasting.paste(
      TextTable(text).rows, into: shown, columns,
      hidden: register.columns.filter { !$0.isInTable }, row: row, column: place?.column ?? 0,
      selected: atCurrent ? selectedRecords : [],
      make: { [register] in register.make($0?.id == lastShown ? last : $0 ?? last) })
    perform(result, as: .paste)
    guard place == nil, let first = result.added.first,
      records.contains(where: { $0.id == first.id })
    else { return }
    // What has come is seen, and can be taken back or changed at once.
    reveal(first.id)
    selection.select(result.added.map(\.id))
    showSelection()
  }
}

/// The whole rows that were copied last in this program, which the clipboard holds as a text only.
struct CopiedRows {
  static var last: CopiedRows?

  var text: String
  var name: String
  var title: String
}
