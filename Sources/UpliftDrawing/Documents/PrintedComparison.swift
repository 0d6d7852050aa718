import UpliftCore

/// Two maps and their differences for sheets of paper: as of one map, a text that would take most of
/// a sheet is cut, in the picture and in the list of differences, and stands in full behind them.
struct PrintedComparison {
  let comparison: JourneyComparison
  /// Empty when nothing was cut.
  let appendix: [AppendixBlock]

  init(_ original: JourneyComparison, measuring: any TextMeasuring) {
    var long = LongTexts(measuring: measuring)
    if original.title.count > LongTexts.longestTitle {
      long.note(tr("Title of the map"), original.title)
    }
    // Most texts stand in both maps: in full they stand once. Nil: there is room for all of it.
    var beginnings: [String: String?] = [:]
    comparison = original.worded(
      map: { map in
        PrintedJourney.words(of: map, measuring: measuring) { text, limit in
          if let known = beginnings[text] { return known }
          let beginning = long.beginning(of: text, limit)
          beginnings[text] = .some(beginning)
          return beginning
        }
      },
      text: { beginnings[$0] ?? nil })
    appendix = long.appendix(tr("Long texts of the map in full"))
  }
}
