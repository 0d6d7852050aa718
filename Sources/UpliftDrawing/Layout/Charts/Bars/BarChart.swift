import UpliftCore

/// Amounts side by side or on top of one another: promises by age, resources asked and granted,
/// momentum a month, the balance of a group.
public struct BarChart: Chart {
  public enum Arrangement: Hashable, Sendable {
    /// The series of a category one after the other in one bar.
    case stacked
    /// Each with a bar of its own.
    case grouped
  }

  public enum Direction: Hashable, Sendable {
    /// Bars run along the lines of text, with room for long names.
    case along
    /// Bars stand, the categories beside one another: for time.
    case upright
  }

  public struct Series: Hashable, Sendable {
    public var title: String
    /// Nil: one of the theme's, in turn.
    public var colour: Swatch?

    public init(_ title: String, colour: Swatch? = nil) {
      self.title = title
      self.colour = colour
    }
  }

  public struct Category: Hashable, Sendable {
    public var title: String
    /// One for each series, 0 or more.
    public var values: [Double]
    /// What stands beside its bars: "−1.5". May be empty.
    public var note: String
    /// Whether the note is about something that asks for attention.
    public var isMarked: Bool
    /// What it counts.
    public var references: [EntityReference]

    public init(
      _ title: String, _ values: [Double], note: String = "", isMarked: Bool = false,
      references: [EntityReference] = []
    ) {
      self.title = title
      self.values = values
      self.note = note
      self.isMarked = isMarked
      self.references = references
    }
  }

  /// Categories under one heading: a department with its quarters.
  public struct Group: Hashable, Sendable {
    /// Empty: none.
    public var title: String
    public var categories: [Category]

    public init(_ title: String = "", _ categories: [Category]) {
      self.title = title
      self.categories = categories
    }
  }

  public var title: String
  public var series: [Series]
  public var groups: [Group]
  public var arrangement: Arrangement
  public var direction: Direction
  /// "FTE", "promises". May be empty.
  public var unit: String
  /// How it was counted, and from how many.
  public var rule: String
  /// Where a line stands across all bars, with what it means.
  public var mark: (value: Double, title: String)?
  /// What stands there when there is nothing to show.
  public var emptyText: String
  /// Places after the point in what bars are worth: as many as it takes that sums can be checked.
  var decimals = 1
  /// Where its scale ends at least: a part of a chart has the scale of the whole.
  var leastEnd = 0.0

  public init(
    title: String = "", series: [Series], groups: [Group], arrangement: Arrangement = .stacked,
    direction: Direction = .along, unit: String = "", rule: String = "",
    mark: (value: Double, title: String)? = nil, emptyText: String = ""
  ) {
    self.title = title
    self.series = series
    self.groups = groups
    self.arrangement = arrangement
    self.direction = direction
    self.unit = unit
    self.rule = rule
    self.mark = mark
    self.emptyText = emptyText
  }

  public static func == (left: BarChart, right: BarChart) -> Bool {
    left.title == right.title && left.series == right.series && left.groups == right.groups
      && left.arrangement == right.arrangement && left.direction == right.direction
      && left.unit == right.unit && left.rule == right.rule && left.emptyText == right.emptyText
      && left.leastEnd == right.leastEnd && left.decimals == right.decimals
      && left.mark?.value == right.mark?.value
      && left.mark?.title == right.mark?.title
  }

  public var categories: [Category] { groups.flatMap(\.categories) }

  /// Whether all amounts are whole numbers, as counts are.
  var isCounted: Bool {
    categories.allSatisfy { $0.values.allSatisfy { $0 == $0.rounded() } }
  }

  /// Of an axis whose longest bar is `most`.
  func ticks(to most: Double) -> [Double] {
    NumberScale(covering: [0, most], count: 4, isWhole: isCounted).ticks
      .filter { $0 <= most * 1.001 }
  }

  static func text(_ value: Double) -> String { NumberFormat.local.text(value, decimals: 1) }
  /// What a bar is worth.
  func amount(_ value: Double) -> String { NumberFormat.local.text(value, decimals: decimals) }

  public func references(of subject: ItemSubject) -> [EntityReference] {
    let categories = groups.flatMap(\.categories)
    guard let place = place(subject, "category"), categories.indices.contains(place) else {
      return []
    }
    return categories[place].references
  }

  public var table: TextDocument.Grid {
    let hasGroups = groups.contains { !$0.title.isEmpty }
    let hasNotes = categories.contains { !$0.note.isEmpty }
    var columns: [TextDocument.Grid.Column] = [.init("", weight: 3)]
    if hasGroups { columns.append(.init("", weight: 2)) }
    columns += series.map { .init($0.title, isFigure: true) }
    if hasNotes { columns.append(.init("", weight: 2)) }
    return TextDocument.Grid(
      title, columns,
      groups.flatMap { group in
        group.categories.map { category in
          [category.title] + (hasGroups ? [group.title] : [])
            + series.indices.map {
              $0 < category.values.count ? amount(category.values[$0]) : ""
            } + (hasNotes ? [category.note] : [])
        }
      })
  }

  /// The end of the longest bar.
  var most: Double {
    let longest =
      categories.map { category -> Double in
        let values = category.values.filter { $0.isFinite && $0 > 0 }
        return arrangement == .stacked ? values.reduce(0, +) : values.max() ?? 0
      }.max() ?? 0
    return max(longest, mark?.value ?? 0, leastEnd)
  }

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    let texts = series.map(\.title) + groups.map(\.title) + categories.map(\.title)
    let chart = ChartComposer(title, texts: texts, measuring, theme, options)
    var composer = BarComposer(bars: self, chart: chart)
    return composer.compose()
  }
}
