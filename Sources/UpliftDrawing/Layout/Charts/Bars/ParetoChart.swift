import UpliftCore

/// Causes by how often they were found, the most frequent first, with their running share of all.
/// (After Pareto and Juran: a few causes make most of the trouble.)
public struct ParetoChart: Chart {
  public struct Cause: Hashable, Sendable {
    public var title: String
    /// How often it was found, 0 or more.
    public var count: Int
    /// What was counted.
    public var references: [EntityReference]

    public init(_ title: String, count: Int, references: [EntityReference] = []) {
      self.title = title
      self.count = count
      self.references = references
    }
  }

  public var title: String
  /// The most frequent first, whatever the order they were given in.
  public let causes: [Cause]
  /// What is counted: "root causes".
  public var unit: String
  /// What the bars are: "factors".
  public var bars: String

  public init(title: String = "", causes: [Cause], unit: String = "", bars: String = "") {
    self.title = title
    self.bars = bars.isEmpty ? tr("causes") : bars
    self.causes = causes.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    .map(\.element)
    self.unit = unit
  }

  public var total: Int { causes.reduce(0) { $0 + max(0, $1.count) } }

  /// Running shares, 0…1, one for each cause.
  public var cumulative: [Double] {
    var sum = 0
    let total = Double(max(1, total))
    return causes.map {
      sum += max(0, $0.count)
      return Double(sum) / total
    }
  }

  /// The fewest of them that make four fifths of all.
  public var vitalFew: Int {
    total == 0 ? 0 : cumulative.firstIndex { $0 >= 0.8 - 1e-9 }.map { $0 + 1 } ?? causes.count
  }

  static func percent(_ share: Double) -> String {
    tr("{number} %", ["number": NumberFormat.local.text(share * 100, decimals: 0)])
  }

  public func references(of subject: ItemSubject) -> [EntityReference] {
    guard let place = place(subject, "cause"), causes.indices.contains(place) else { return [] }
    return causes[place].references
  }

  public var table: TextDocument.Grid {
    TextDocument.Grid(
      title,
      [
        .init(tr("Cause"), weight: 3), .init(tr("Count"), isFigure: true),
        .init(tr("Running share"), isFigure: true),
      ],
      zip(causes, cumulative).map { [$0.title, String($0.count), Self.percent($1)] })
  }

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    var composer = ParetoComposer(
      pareto: self,
      chart: ChartComposer(title, texts: causes.map(\.title), measuring, theme, options))
    return composer.compose()
  }
}
