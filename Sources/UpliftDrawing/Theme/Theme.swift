import UpliftCore

/// Every colour and size of type of a picture. Texts stand out from what is behind them by at
/// least 4.5 : 1, marks and bars by 3 : 1, in each theme.
public struct Theme: Sendable {
  /// The colours of a card or note.
  public struct Tint: Hashable, Sendable {
    public var fill: Color
    /// Of bars, marks and dashed outlines.
    public var strong: Color
    /// Around the whole; nil when the fill is enough to see it by.
    public var outline: Color?
  }

  /// The colours of a stage's chevron.
  public struct Banner: Hashable, Sendable {
    public var fill: Color
    public var text: Color
    public var outline: Color?
  }

  /// Names the theme; themes with the same name are equal.
  public var name: String
  public var isDark: Bool
  /// Behind a board, and around a map.
  public var canvas: Color
  /// Behind a map's cells and a cluster's notes.
  public var surface: Color
  /// Behind lane and step headers.
  public var headerSurface: Color
  /// Between columns.
  public var line: Color
  /// Between rows, and around frames.
  public var strongLine: Color
  public var text: Color
  public var secondaryText: Color
  public var accent: Color
  /// Under the emotion curve.
  public var curveArea: Color
  public var futureCurve: Color
  /// Of the emotions of several personas, the point of view first; then again from the start.
  public var curves: [Color]
  /// Of the dot of what was observed or reported.
  public var evidence: Color
  public var shadow: Color
  public var cards: [Swatch: Tint]
  public var notes: [Swatch: Tint]
  public var stages: [Swatch: Banner]
  public var type = TypeScale()

  /// The colour in which a lane's kind shows its cards, unless somebody chose another.
  public static func swatch(for kind: Lane.Kind) -> Swatch {
    switch kind {
    case .actions, .emotion: .blue
    case .thoughts: .violet
    case .touchpoints: .ochre
    case .channels: .orange
    case .painPoints: .red
    case .opportunities: .green
    case .physicalEvidence: .pink
    case .frontstage, .metrics: .teal
    case .backstage, .support, .images, .text, .departments: .slate
    }
  }

  /// The colour of the stage at `index` when nobody chose one.
  public static func stageSwatch(at index: Int) -> Swatch {
    let order: [Swatch] = [.blue, .teal, .ochre, .violet, .green, .orange, .slate, .pink, .red]
    return order[index % order.count]
  }

  /// The colour of the board column at `index` when nobody chose one.
  public static func columnSwatch(at index: Int) -> Swatch {
    let order: [Swatch] = [.ochre, .blue, .green, .pink, .violet, .teal, .orange, .slate, .red]
    return order[index % order.count]
  }

  func card(_ swatch: Swatch) -> Tint { cards[swatch] ?? plain }
  func note(_ swatch: Swatch) -> Tint { notes[swatch] ?? plain }
  func stage(_ swatch: Swatch) -> Banner {
    stages[swatch] ?? Banner(fill: headerSurface, text: text, outline: strongLine)
  }
  func curve(_ index: Int) -> Color { curves.isEmpty ? accent : curves[index % curves.count] }

  private var plain: Tint { Tint(fill: surface, strong: secondaryText, outline: strongLine) }
}

extension Theme: Equatable {
  public static func == (left: Theme, right: Theme) -> Bool { left.name == right.name }
}

/// The styles of type, by what they are for.
public struct TypeScale: Hashable, Sendable {
  public var stage = TextStyle(size: 14, weight: .bold)
  public var step = TextStyle(size: 13, weight: .semibold)
  public var laneTitle = TextStyle(size: 13, weight: .semibold)
  public var laneSubtitle = TextStyle(size: 11)
  public var cornerLabel = TextStyle(size: 11)
  public var cornerName = TextStyle(size: 13, weight: .bold)
  public var lineLabel = TextStyle(size: 10)
  public var card = TextStyle(size: 13)
  public var thought = TextStyle(size: 13, isItalic: true)
  public var evidence = TextStyle(size: 11)
  public var metricTitle = TextStyle(size: 12, weight: .semibold)
  public var metricValue = TextStyle(size: 17, weight: .bold)
  public var emotionScale = TextStyle(size: 10)
  public var columnTitle = TextStyle(size: 14, weight: .bold)
  public var columnCount = TextStyle(size: 13)
  public var clusterTitle = TextStyle(size: 13, weight: .bold)
  public var note = TextStyle(size: 13.5)
  public var noteDetail = TextStyle(size: 11)
  public var voteCount = TextStyle(size: 12, weight: .bold)

  public init() {}
}
