extension TextDocument {
  /// Lists that were worked out, each with what it says and its rule.
  public init(_ findings: [Finding], title: String) {
    self.init(title: title)
    blocks.append(.heading(1, title))
    for finding in findings {
      blocks.append(.heading(2, finding.title))
      if !finding.summary.isEmpty { blocks.append(.paragraph(finding.summary)) }
      if !finding.rows.isEmpty {
        var table = finding.table
        table.caption = ""
        blocks.append(.grid(table))
      }
      if !finding.rule.isEmpty { blocks.append(.rule(finding.rule)) }
    }
  }

  /// A register, all of it.
  public init<Record: RegisterRecord>(_ records: [Record], in context: RegisterContext) {
    let register = Record.register(in: context)
    self.init(title: register.title)
    blocks.append(.heading(1, register.title))
    let lines = records.isEmpty ? [] : register.summary(records)
    if let first = lines.first { blocks.append(.paragraph(first)) }
    addRegister(register, records, hidesEmpty: true)
    if lines.count > 1 { blocks.append(.rule(lines.dropFirst().joined(separator: " "))) }
  }

  /// One table.
  public init(_ table: Grid) {
    self.init(title: table.caption)
    blocks.append(.heading(1, table.caption))
    var own = table
    own.caption = ""
    blocks.append(.grid(own))
  }
}

extension Sequence<Finding> {
  /// A row for each row of each list, named by it.
  public var table: TextDocument.Grid {
    TextDocument.Grid(
      "", [.init(tr("List")), .init(tr("What")), .init(tr("Why"))],
      flatMap { finding in finding.rows.map { [finding.title, $0.title, $0.detail] } })
  }
}
