import UpliftCore

/// A table whose cells say at a glance how much, and where something is missing: department × step,
/// audience × month, skills × roles, decisions × roles.
public struct HeatTable: Chart {
  public enum Tone: Hashable, Sendable {
    case plain, good, poor
    /// There should be something, and nothing is.
    case missing
  }

  public struct Cell: Hashable, Sendable {
    /// May be empty.
    public var text: String
    /// 0…1: how full it is drawn; nil: not.
    public var level: Double?
    public var tone: Tone
    /// What a screen reader says instead of the text; empty: the text.
    public var spoken: String
    /// What stands behind it.
    public var references: [EntityReference]

    public init(
      _ text: String = "", level: Double? = nil, tone: Tone = .plain, spoken: String = "",
      references: [EntityReference] = []
    ) {
      self.text = text
      self.level = level
      self.tone = tone
      self.spoken = spoken
      self.references = references
    }
  }

  public struct Row: Hashable, Sendable {
    public var title: String
    /// Under the title; may be empty.
    public var detail: String
    /// One for each column.
    public var cells: [Cell]
    /// Whether the row as a whole asks for attention.
    public var isMarked: Bool
    public var reference: EntityReference?

    public init(
      _ title: String, detail: String = "", _ cells: [Cell], isMarked: Bool = false,
      reference: EntityReference? = nil
    ) {
      self.title = title
      self.detail = detail
      self.cells = cells
      self.isMarked = isMarked
      self.reference = reference
    }
  }

  public var title: String
  /// Over the rows' titles: "Department".
  public var corner: String
  public var columns: [String]
  public var rows: [Row]
  /// What the tones mean here, those that are used.
  public var legend: [Tone: String]
  /// What a fuller cell means; empty: not said.
  public var levelMeaning: String
  public var rule: String
  public var emptyText: String

  public init(
    title: String = "", corner: String = "", columns: [String], rows: [Row],
    legend: [Tone: String] = [:], levelMeaning: String = "", rule: String = "",
    emptyText: String = ""
  ) {
    self.title = title
    self.corner = corner
    self.columns = columns
    self.rows = rows
    self.legend = legend
    self.levelMeaning = levelMeaning
    self.rule = rule
    self.emptyText = emptyText
  }

  public func references(of subject: ItemSubject) -> [EntityReference] {
    if case .record(let reference) = subject { return [reference] }
    guard case .part(let name) = subject, name.hasPrefix("cell ") else { return [] }
    let place = name.split(separator: " ").compactMap { Int($0) }
    guard place.count == 2, rows.indices.contains(place[0]),
      rows[place[0]].cells.indices.contains(place[1])
    else { return [] }
    return rows[place[0]].cells[place[1]].references
  }

  public var table: TextDocument.Grid {
    TextDocument.Grid(
      title, [.init(corner, weight: 2)] + columns.map { .init($0) },
      rows.map { row in
        [row.title]
          + columns.indices.map { index in
            guard index < row.cells.count else { return "" }
            let cell = row.cells[index]
            return cell.spoken.isEmpty ? cell.text : cell.spoken
          }
      })
  }

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    var composer = HeatTableComposer(
      heat: self,
      chart: ChartComposer(title, texts: rows.map(\.title) + columns, measuring, theme, options))
    return composer.compose()
  }
}
