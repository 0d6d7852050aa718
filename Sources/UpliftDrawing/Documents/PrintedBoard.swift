import UpliftCore

/// A board for sheets of paper, as `PrintedJourney` is a map for them.
struct PrintedBoard {
  /// Points at 100 % that a text may be high.
  private static let highestNote = 420.0
  private static let highestTitle = 120.0
  /// Points of a note or title that are no text.
  private static let around = 60.0

  let contents: BoardContents
  /// Empty when nothing was cut.
  let appendix: [AppendixBlock]

  init(_ board: BoardContents, measuring: any TextMeasuring) {
    let type = TypeScale()
    let width = BoardLayout.Options().columnWidth - Self.around
    var long = LongTexts(measuring: measuring)
    if board.board.title.count > LongTexts.longestTitle {
      long.note(tr("Title of the board"), board.board.title)
    }
    contents = board.worded(longerThan: LongTexts.short) { text in
      let (words, limit) = Self.limit(of: text, width: width, type)
      return long.beginning(of: words, limit)
    }
    appendix = long.appendix(tr("Long texts of the board in full"))
  }

  private static func limit(
    of text: BoardContents.BoardText, width: Double, _ type: TypeScale
  ) -> (String, LongTexts.Limit) {
    func title(_ name: String, _ style: TextStyle) -> LongTexts.Limit {
      LongTexts.Limit(
        name: name, style: style, width: width, height: highestTitle, goesOn: false)
    }
    return switch text {
    case .column(let words): (words, title(tr("Column"), type.columnTitle))
    case .cluster(let words): (words, title(tr("Cluster"), type.clusterTitle))
    case .note(let words, let column):
      (
        words,
        LongTexts.Limit(
          name: LongTexts.place(column.isEmpty ? tr("Note") : column), style: type.note,
          width: width, height: highestNote, goesOn: true)
      )
    }
  }
}
