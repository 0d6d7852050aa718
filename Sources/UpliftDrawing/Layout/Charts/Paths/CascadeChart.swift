import UpliftCore

/// Training from the top down: a wave begins when the one above it is done.
public struct CascadeChart: Chart {
  public struct Training: Hashable, Sendable {
    public var reference: EntityReference
    public var title: String
    /// Trainer and days.
    public var detail: String
    /// People it is for, 0 or more.
    public var headcount: Int
    /// Of these, who took part.
    public var done: Int
    /// Whether somebody looked at what came of it.
    public var isChecked: Bool
    /// Why it asks for attention: that it begins before the wave above is done. May be empty.
    public var warning: String

    public init(
      _ reference: EntityReference, title: String, detail: String = "", headcount: Int, done: Int,
      isChecked: Bool = false, warning: String = ""
    ) {
      self.reference = reference
      self.title = title
      self.detail = detail
      self.headcount = max(0, headcount)
      self.done = max(0, done)
      self.isChecked = isChecked
      self.warning = warning
    }
  }

  public struct Wave: Hashable, Sendable {
    /// "Leaders".
    public var title: String
    public var trainings: [Training]

    public init(_ title: String, _ trainings: [Training]) {
      self.title = title
      self.trainings = trainings
    }

    var headcount: Int { trainings.reduce(0) { $0 + $1.headcount } }
    var done: Int { trainings.reduce(0) { $0 + min($1.done, $1.headcount) } }
  }

  public var title: String
  /// From the top.
  public var waves: [Wave]
  public var rule: String

  public init(title: String = "", waves: [Wave], rule: String = "") {
    self.title = title
    self.waves = waves
    self.rule = rule
  }

  public var table: TextDocument.Grid {
    TextDocument.Grid(
      title,
      [
        .init(tr("Training"), weight: 3), .init(tr("Wave")), .init("", weight: 2),
        .init(tr("Took part"), isFigure: true), .init(tr("Checked")), .init("", weight: 2),
      ],
      waves.flatMap { wave in
        wave.trainings.map { training in
          [
            training.title, wave.title, training.detail,
            Self.share(training.done, training.headcount),
            training.isChecked ? tr("yes") : tr("no"), training.warning,
          ]
        }
      })
  }

  static func share(_ done: Int, _ of: Int) -> String {
    tr("{done} of {count}", ["done": done, "count": of])
  }

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    let texts = waves.map(\.title) + waves.flatMap(\.trainings).map(\.title)
    var composer = CascadeComposer(
      cascade: self, chart: ChartComposer(title, texts: texts, measuring, theme, options))
    return composer.compose()
  }
}
