import Gtk
import UpliftCore

/// What a register says under its rows.
extension RegisterTable {
  func say(_ sentence: String) { show(sentence, in: message) }
  func remark(_ sentence: String) { show(sentence, in: remarks) }

  /// It takes its room from the rows; the one where the work is stays in sight.
  private func show(_ sentence: String, in label: Label) {
    guard label.text != sentence || label.isVisible == sentence.isEmpty else { return }
    let place = current.flatMap { view.place(of: $0.id) }.flatMap { view.isSeen($0) ? $0 : nil }
    label.text = sentence
    label.isVisible = !sentence.isEmpty
    if let place, !sentence.isEmpty { view.reveal(place) }
  }

  /// What stands below the rows, and is not to be covered.
  var bars: [Widget] { [message, remarks, bar.box, buttons] }
}
