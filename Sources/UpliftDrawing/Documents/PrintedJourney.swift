import UpliftCore

/// A map for sheets of paper. A text that would take most of a sheet is cut there with a sign, and
/// stands in full in words with the map; nothing is set too small to be read for its sake.
struct PrintedJourney {
  /// Points at 100 % that a text may be high.
  private static let highestCard = 420.0
  private static let highestWideCard = 180.0
  private static let highestStep = 170.0
  private static let highestStage = 54.0
  private static let highestName = 150.0
  /// Steps of a stage that every sheet has room for.
  private static let stageSteps = 3

  let contents: JourneyContents
  /// Empty when nothing was cut.
  let appendix: [AppendixBlock]

  /// - Parameter saysTitle: whether the map's title stands in full over its picture.
  init(_ journey: JourneyContents, measuring: any TextMeasuring, saysTitle: Bool = false) {
    var long = LongTexts(measuring: measuring)
    // A sheet's head says its beginning.
    if !saysTitle, journey.map.title.count > LongTexts.longestTitle {
      long.note(tr("Title of the map"), journey.map.title)
    }
    contents = Self.words(of: journey, measuring: measuring) { text, limit in
      long.beginning(of: text, limit)
    }
    appendix = long.appendix(tr("Long texts of the map in full"))
  }

  /// The map with what stands in the place of its longer texts; nil leaves one as it is.
  static func words(
    of journey: JourneyContents, measuring: any TextMeasuring,
    _ beginning: (String, LongTexts.Limit) -> String?
  ) -> JourneyContents {
    let type = TypeScale()
    let column =
      journey.map.columnWidth
      ?? JourneyComposer.fittingColumnWidth(
        journey, measuring: measuring, type: type, cache: LayoutCache())
    let side = JourneyLayout.Options().rowHeaderWidth - 18
    /// How a text is set, at the least, and how high it may be.
    func limit(_ role: MapText.Role) -> (style: TextStyle, width: Double, height: Double) {
      switch role {
      case .stage:
        (type.stage, column * Double(Self.stageSteps) - 30, Self.highestStage)
      case .step: (type.step, column - 50, Self.highestStep)
      case .lane: (type.laneTitle, side - 30, Self.highestName)
      case .laneSubtitle: (type.laneSubtitle, side, Self.highestName)
      case .persona: (type.cornerName, side - 40, Self.highestName)
      case .channel, .tag, .department:
        (type.evidence, column - 60, Self.highestName)
      case .metric: (type.metricTitle, column - 60, Self.highestName)
      case .card(_, let span):
        cardLimit(min(Double(span) * column - 34, CardContent.longestLine))
      }
    }
    /// A wide card holds more words on a line.
    func cardLimit(_ width: Double) -> (TextStyle, Double, Double) {
      let height = Self.highestCard * 130 / max(130, width)
      return (type.card, width, max(height, Self.highestWideCard))
    }
    return journey.worded(longerThan: LongTexts.short) { text in
      let (style, width, height) = limit(text.role)
      let isCard = if case .card = text.role { true } else { false }
      return beginning(
        text.text,
        LongTexts.Limit(
          name: Self.name(of: text), style: style, width: max(40, width), height: height,
          goesOn: isCard))
    }
  }

  private static func name(of text: MapText) -> String {
    switch text.role {
    case .stage: tr("Stage")
    case .step: tr("Step")
    case .lane, .laneSubtitle: tr("Lane")
    case .persona: tr("Persona")
    case .channel: tr("Channel")
    case .tag: tr("Tag")
    case .department: tr("Department")
    case .metric: tr("Metric")
    case .card: text.place.map(LongTexts.place).joined(separator: " · ")
    }
  }
}
