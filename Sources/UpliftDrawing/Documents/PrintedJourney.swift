import Foundation
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
  /// Letters of the title that a sheet has room for over the picture.
  private static let longestTitle = 110
  /// Letters of a lane's or step's name where it only says where something stands.
  private static let longestPlace = 60
  /// No text that is shorter is ever too high: it need not be measured.
  private static let short = 60

  let contents: JourneyContents
  /// Empty when nothing was cut.
  let appendix: [AppendixBlock]

  /// - Parameter saysTitle: whether the map's title stands in full over its picture.
  init(_ journey: JourneyContents, measuring: any TextMeasuring, saysTitle: Bool = false) {
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
    var blocks: [AppendixBlock] = []
    var count = 0
    func note(_ name: String, _ text: String) -> Int {
      count += 1
      blocks += [AppendixBlock(.heading, "\(count) · \(name)"), AppendixBlock(.text, text)]
      return count
    }
    // A sheet's head says its beginning.
    if !saysTitle, journey.map.title.count > Self.longestTitle {
      _ = note(tr("Title of the map"), journey.map.title)
    }
    contents = journey.worded(longerThan: Self.short) { text in
      let (style, width, height) = limit(text.role)
      let room = max(40, width)
      guard let head = Self.beginning(of: text.text, style, room, height, measuring) else {
        return nil
      }
      let number = note(Self.name(of: text), text.text)
      if case .card = text.role {
        return tr(
          "{beginning} … (goes on: {number}, with the map)",
          ["beginning": head, "number": number])
      }
      return "\(head) … (\(number))"
    }
    appendix =
      blocks.isEmpty ? [] : [AppendixBlock(.title, tr("Long texts of the map in full"))] + blocks
  }

  /// What there is room for besides the sign; nil when there is room for all.
  private static func beginning(
    of text: String, _ style: TextStyle, _ width: Double, _ height: Double,
    _ measuring: any TextMeasuring
  ) -> String? {
    let own =
      TextFlow.isUnbroken(text)
      ? TextFlow.heightUnbroken(
        text, style: style, width: width, most: height, measuring: measuring)
      : measuring.size(of: text, style: style, width: width).height
    guard own > height else { return nil }
    let sign = 3 * style.size * 1.3
    let cut = TextFlow.split(
      text, style: style, width: width, height: max(height - sign, style.size * 1.4),
      measuring: measuring)
    return cut.head.trimmingCharacters(in: .whitespacesAndNewlines)
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
    case .card:
      text.place.map { part in
        let line = part.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > Self.longestPlace ? line.prefix(Self.longestPlace) + "…" : line
      }.joined(separator: " · ")
    }
  }
}
