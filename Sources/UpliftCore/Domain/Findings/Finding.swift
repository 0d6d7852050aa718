/// A list that was worked out: what it says, by which rule and from how many, and the records to
/// look at.
public struct Finding: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    public var title: String
    /// Why it stands here, with its figures.
    public var detail: String
    /// What it is about; nil: of nothing that is kept, as of a whole organisation.
    public var reference: EntityReference?
    /// Somebody should see to it.
    public var isMarked: Bool

    public init(
      _ title: String, detail: String = "", reference: EntityReference? = nil,
      isMarked: Bool = false
    ) {
      let line = title.split(whereSeparator: \.isNewline).joined(separator: " ")
      self.title = line.isBlank ? tr("Without a text") : line
      self.detail = detail
      self.reference = reference
      self.isMarked = isMarked
    }
  }

  public var title: String
  /// In a sentence, with n: "3 of 12 (25 %) have no standard."
  public var summary: String
  /// By which rule, in words.
  public var rule: String
  /// In the order in which they ask for attention.
  public var rows: [Row]

  public init(_ title: String, summary: String, rule: String, rows: [Row]) {
    self.title = title
    self.summary = summary
    self.rule = rule
    self.rows = rows
  }

  /// As a table of a document.
  public var table: TextDocument.Grid {
    TextDocument.Grid(
      title, [.init(tr("What"), weight: 2), .init(tr("Why"), weight: 3)],
      rows.map { [$0.title, $0.detail] })
  }
}
