import Foundation
import UpliftCore

/// Opportunities by value and effort: which changes come first, and why.
public struct PriorityMatrix: Chart {
  public struct Bubble: Hashable, Sendable {
    public var reference: EntityReference
    public var title: String
    /// 1…5.
    public var value: Double
    /// Person-months, 0 or more.
    public var effort: Double
    /// Pieces of evidence.
    public var evidence: Int
    /// 1…5; nil when nobody gave one.
    public var gut: Double?
    /// 1…5; nil when there is none.
    public var data: Double?

    public init(
      _ reference: EntityReference, title: String, value: Double, effort: Double,
      evidence: Int = 0, gut: Double? = nil, data: Double? = nil
    ) {
      self.reference = reference
      self.title = title
      self.value = value
      self.effort = effort
      self.evidence = evidence
      self.gut = gut
      self.data = data
    }

    /// Gut and data are 2 or more apart.
    public var isDisputed: Bool {
      guard let gut, let data else { return false }
      return GutAndData.differ(gut, data)
    }
  }

  /// How much stands beside the bubbles.
  public enum LabelStyle: Hashable, Sendable {
    case full, short
    /// Numbers only, with a list underneath.
    case key
  }

  public var title: String
  /// In the order of their numbers.
  public var bubbles: [Bubble]
  /// Person-months: more than that is much.
  public var bigEffort: Double
  /// From which value a change is worth much.
  public var highValue: Double
  /// How effort runs; nil: as the highest one needs it. Fixed while something is dragged.
  public var scale: EffortScale?
  /// How bubbles are named; nil: as fully as there is room. Fixed while something is dragged.
  public var labels: LabelStyle?
  /// What stands exactly at its place while others make room: the one in the hand.
  public var heldInHand: EntityReference?

  /// What is not drawn; empty: everything is.
  public var leftOut = ""

  public init(
    title: String = "", bubbles: [Bubble], bigEffort: Double = 3, highValue: Double = 3,
    scale: EffortScale? = nil, heldInHand: EntityReference? = nil
  ) {
    self.title = title
    self.bubbles = bubbles
    self.bigEffort = bigEffort
    self.highValue = highValue
    self.scale = scale
    self.heldInHand = heldInHand
  }

  public func quadrant(value: Double, effort: Double) -> Priorities.Quadrant {
    Priorities.Quadrant(
      value: value, effort: effort, middleEffort: bigEffort, middleValue: highValue)
  }

  public var table: TextDocument.Grid {
    TextDocument.Grid(
      title,
      [
        .init(tr("Opportunity"), weight: 3), .init(tr("Value"), isFigure: true),
        .init(tr("Effort, person-months"), isFigure: true),
        .init(tr("Pieces of evidence"), isFigure: true), .init(tr("Gut"), isFigure: true),
        .init(tr("Data"), isFigure: true), .init(tr("Where it stands"), weight: 2),
      ],
      bubbles.map { bubble in
        func number(_ value: Double?) -> String {
          value.map { NumberFormat.local.text($0, decimals: 1) } ?? ""
        }
        let place = quadrant(value: bubble.value, effort: bubble.effort).title
        return [
          bubble.title, number(bubble.value), number(bubble.effort), String(bubble.evidence),
          number(bubble.gut), number(bubble.data),
          bubble.isDisputed ? tr("{place}; ask customers first", ["place": place]) : place,
        ]
      })
  }

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    layout(measuring: measuring, theme: theme, options: options).scene
  }

  static func swatch(of quadrant: Priorities.Quadrant) -> Swatch {
    switch quadrant {
    case .quickWin: .green
    case .majorProject: .blue
    case .fillIn: .slate
    case .thankless: .orange
    }
  }

  /// "gut 5 · data 1 · 2 pieces of evidence: ask customers first".
  func detail(of bubble: Bubble) -> String {
    var parts: [String] = []
    func number(_ value: Double) -> String { NumberFormat.local.text(value, decimals: 1) }
    if let gut = bubble.gut { parts.append(tr("gut {value}", ["value": number(gut)])) }
    if let data = bubble.data { parts.append(tr("data {value}", ["value": number(data)])) }
    if bubble.evidence > 0 || bubble.isDisputed {
      parts.append(
        ntr("{count} piece of evidence", "{count} pieces of evidence", bubble.evidence))
    }
    let scores = parts.joined(separator: " · ")
    return bubble.isDisputed ? tr("{scores}: ask customers first", ["scores": scores]) : scores
  }
}
