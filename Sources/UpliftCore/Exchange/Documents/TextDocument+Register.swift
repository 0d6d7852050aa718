import Foundation

extension TextDocument {
  /// Records of a register as a table: a line each, with figures to the right. Nothing when there
  /// are none.
  ///
  /// ```swift
  /// document.addRegister(
  ///   Initiative.register(in: context), contents.initiatives.inOrder(),
  ///   columns: ["initiative", "owner", "status", "end"], caption: tr("What is under way"))
  /// ```
  ///
  /// - Parameters:
  ///   - columns: by their names, in this order; nil: those of the table on the screen. A name that
  ///     the register does not have is passed over.
  ///   - weights: how much of the width a column wants, by its name; else what it says itself.
  ///   - hidesEmpty: leaves out columns in which no record has anything.
  public mutating func addRegister<Record: Ranked>(
    _ register: Register<Record>, _ records: [Record], columns names: [String]? = nil,
    weights: [String: Double] = [:], caption: String = "", hidesEmpty: Bool = false
  ) {
    guard !records.isEmpty else { return }
    var columns =
      names.map { $0.compactMap(register.column) } ?? register.columns.filter(\.isInTable)
    if hidesEmpty {
      columns.removeAll { column in records.allSatisfy { column.text($0).isEmpty } }
    }
    guard !columns.isEmpty else { return }
    blocks.append(
      .grid(
        Grid(
          caption.isEmpty ? register.title : caption,
          columns.map { column in
            Grid.Column(
              column.title,
              weight: max(0.1, weights[column.name] ?? column.weight + (column.grows ? 0.6 : 0)),
              isFigure: column.isFigure)
          },
          records.map { record in
            // A mark is for those who see no colours, and for print.
            columns.map { ($0.isMarked(record) ? "⚠ " : "") + $0.text(record) }
          })))
  }
}
