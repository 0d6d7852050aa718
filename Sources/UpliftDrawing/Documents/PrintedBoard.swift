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
      switch text {
      case .column(let title):
        long.beginning(
          of: title, called: tr("Column"), type.columnTitle, width: width,
          height: Self.highestTitle, goesOn: false)
      case .cluster(let title):
        long.beginning(
          of: title, called: tr("Cluster"), type.clusterTitle, width: width,
          height: Self.highestTitle, goesOn: false)
      case .note(let words, let column):
        long.beginning(
          of: words, called: LongTexts.place(column.isEmpty ? tr("Note") : column), type.note,
          width: width, height: Self.highestNote, goesOn: true)
      }
    }
    appendix = long.appendix(tr("Long texts of the board in full"))
  }
}
