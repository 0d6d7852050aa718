import Foundation
import Gtk
import UpliftCore

/// Blocks of cells that go to spreadsheets and come from there.
extension RegisterTable {
  /// Several rows go whole, with the columns that only the form shows and with their headings; a
  /// single cell goes as just its text.
  func copy(_ place: (id: UUID, column: Int)) {
    let text =
      selection.ids.count > 1
      ? RegisterPasting.text(of: selectedRecords, register.columns)
      : record(place.id).map { columns[place.column].text($0) } ?? ""
    Clipboard.standard?.setText(text)
  }

  func copyAll() { copy(shown) }

  /// One row, too.
  func copyRows() {
    guard !selection.ids.isEmpty else { return say(tr("Select the rows first.")) }
    copy(selectedRecords)
  }

  private func copy(_ records: [Record]) {
    endEditing()
    Clipboard.standard?.setText(RegisterPasting.text(of: records, register.columns))
    say("")
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
    let place = atCurrent ? current : nil
    let row = place.flatMap { view.place(of: $0.id) } ?? shown.count
    let result = RegisterPasting.paste(
      TextTable(text).rows, into: shown, columns,
      hidden: register.columns.filter { !$0.isInTable }, row: row, column: place?.column ?? 0,
      selected: atCurrent ? selectedRecords : [],
      make: { [register, records] in register.make($0 ?? records.last) })
    perform(result, as: .paste)
  }
}
