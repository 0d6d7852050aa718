import Gtk
import UpliftCore
import UpliftDrawing

/// The choices of an export, as fields; those that mean nothing for the kind are hidden.
final class ExportForm {
  let widget = Box(.vertical, spacing: 2)
  private(set) var choices: ExportChoices
  /// Something was chosen.
  var onChange: () -> Void = {}

  private let kinds: [ExportKind]
  private var fields: [(box: Box, isShown: (ExportKind) -> Bool)] = []

  /// Only what is selected is to be written.
  private(set) var isPartChosen = false

  /// - Parameters:
  ///   - kinds: what can be written, at least one.
  ///   - pages: the papers that make sense, at least one.
  ///   - part: what the selection is called; nil when there is none.
  init(
    _ choices: ExportChoices, kinds: [ExportKind], pages: [PageFormat] = PageFormat.allCases,
    part: String? = nil
  ) {
    self.kinds = kinds
    self.choices = choices
    if !kinds.contains(choices.kind), let first = kinds.first { self.choices.kind = first }
    if !pages.contains(choices.pageFormat), let first = pages.first {
      self.choices.pageFormat = first
    }
    add(
      tr("Format"), kinds.map(\.title), selected: kinds.firstIndex(of: self.choices.kind) ?? 0
    ) { [weak self] in self?.choices.kind = kinds[$0] }
    if let part {
      add(
        tr("What"), [tr("The whole map"), part], selected: 0, isShown: { $0 != .json }
      ) { [weak self] in self?.isPartChosen = $0 == 1 }
    }
    add(
      tr("Pages"), pages.map(\.title),
      selected: pages.firstIndex(of: self.choices.pageFormat) ?? 0,
      isShown: { $0 == .pdf }
    ) { [weak self] in self?.choices.pageFormat = pages[$0] }
    add(
      tr("Colours"), ExportChoices.Style.allCases.map(\.title),
      selected: ExportChoices.Style.allCases.firstIndex(of: choices.style) ?? 0,
      isShown: { $0.format != nil }
    ) { [weak self] in self?.choices.style = ExportChoices.Style.allCases[$0] }
    add(
      tr("Size"), ExportChoices.scales.map { tr("{number} ×", ["number": Int($0)]) },
      selected: ExportChoices.scales.firstIndex(of: choices.scale) ?? 1,
      isShown: { $0 == .png }
    ) { [weak self] in self?.choices.scale = ExportChoices.scales[$0] }
    showFields()
  }

  private func add(
    _ title: String, _ values: [String], selected: Int,
    isShown: @escaping (ExportKind) -> Bool = { _ in true }, choose: @escaping (Int) -> Void
  ) {
    let box = ChoiceField.make(title, values, selected: selected) { [weak self] index in
      guard let self else { return }
      choose(index)
      showFields()
      onChange()
    }
    widget.append(box)
    fields.append((box, isShown))
  }

  private func showFields() {
    for field in fields { field.box.isVisible = field.isShown(choices.kind) }
  }
}
