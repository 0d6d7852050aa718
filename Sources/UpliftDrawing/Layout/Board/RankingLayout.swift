import Foundation
import UpliftCore

/// Lays out the result of a vote: a row for each place, with its votes as a bar and a number.
public enum RankingLayout {
  private static let margin = 14.0
  private static let gap = 8.0
  private static let padding = 10.0
  private static let barHeight = 6.0

  /// The picture of a round; one with its title alone when nobody voted.
  ///
  /// - Parameters:
  ///   - round: nil: the one that was closed last, if none was opened since.
  ///   - width: points.
  public static func scene(
    for contents: BoardContents, round: ClosedRound? = nil, measuring: any TextMeasuring,
    theme: Theme, width: Double
  ) -> Scene {
    let board = contents.veiled
    let round =
      round ?? (contents.closedVoting == nil ? nil : contents.closedRounds.last)
    let isMirrored = TextDirection.beginsAtTheRight(
      board.columns.map(\.title) + [board.board.title])
    let inner = width - 2 * margin
    var items: [SceneItem] = []
    var y = margin
    func add(_ text: String, _ style: TextStyle, _ color: Color, role: ItemRole) {
      guard !text.isEmpty else { return }
      let height = measuring.size(of: text, style: style, width: inner).height.rounded(.up)
      let block = TextBlock(
        text, style: style, color: color, frame: Rect(0, 0, inner, height),
        alignment: (TextDirection.isRightToLeft(text) ?? false) == isMirrored
          ? .leading : .trailing)
      items.append(
        SceneItem(
          role: role, frame: Rect(margin, y, inner, height), content: ItemContent([.text(block)]),
          label: .text(text)))
      y += height + 2
    }
    let voting = round?.voting
    let title = voting.flatMap { $0.title.isEmpty ? nil : $0.title } ?? tr("Result of the vote")
    add(title, theme.type.stage, theme.text, role: .title)
    if let round {
      add(
        tr("{given} of {count} votes", ["given": round.given, "count": round.possible]),
        theme.type.noteDetail,
        theme.secondaryText, role: .decoration)
    }
    y += gap
    let ranking = round?.ranking ?? board.ranking
    let most = Double(ranking.first?.votes ?? 1)
    for result in ranking {
      let row = row(
        result, of: board, share: Double(result.votes) / most, width: inner, measuring, theme,
        isMirrored: isMirrored)
      items.append(
        SceneItem(
          subject: .record(result.reference), role: .note,
          frame: Rect(margin, y, inner, row.height), content: row.content,
          label: .text(row.content.spoken)))
      y += row.height + gap
    }
    return Scene(
      title: board.board.title, size: Size(width, y - gap + margin), items: items,
      background: theme.canvas, isMirrored: isMirrored)
  }

  private static func row(
    _ result: RankedResult, of board: BoardContents, share: Double, width: Double,
    _ measuring: any TextMeasuring, _ theme: Theme, isMirrored: Bool
  ) -> (content: ItemContent, height: Double) {
    let number = "\(result.place)."
    let votes = String(result.votes)
    let strong = theme.type.clusterTitle
    let placeWidth = max(24, measuring.naturalWidth(of: number, style: strong).rounded(.up) + 1)
    let votesWidth = max(24, measuring.naturalWidth(of: votes, style: strong).rounded(.up) + 1)
    let title = board.shownTitle(of: result.reference)
    let textWidth = max(40, width - 2 * padding - placeWidth - votesWidth - 12)
    let textHeight = measuring.size(of: title, style: theme.type.note, width: textWidth)
      .height.rounded(.up)
    let lineHeight = measuring.size(of: number, style: strong, width: placeWidth).height
    let top = padding - 1
    let height = top + max(textHeight, lineHeight) + 6 + barHeight + padding
    func place(_ frame: Rect) -> Rect {
      isMirrored ? Rect(width - frame.maxX, frame.y, frame.width, frame.height) : frame
    }
    let textLeft = padding + placeWidth + 6
    let barTop = height - padding - barHeight
    let paper = Rect(0, 0, width, height - 1)
    let primitives: [Primitive] = [
      .fill(.roundedRectangle(paper, radius: 5), theme.surface),
      .stroke(
        .roundedRectangle(paper.inset(0.5, 0.5), radius: 5), theme.strongLine, width: 1),
      .text(
        TextBlock(
          number, style: strong, color: theme.text,
          frame: place(Rect(padding, top, placeWidth, lineHeight)))),
      .text(
        TextBlock(
          title, style: theme.type.note, color: theme.text,
          frame: place(Rect(textLeft, top, textWidth, textHeight)),
          alignment: (TextDirection.isRightToLeft(title) ?? false) == isMirrored
            ? .leading : .trailing)),
      .text(
        TextBlock(
          votes, style: strong, color: theme.text,
          frame: place(Rect(width - padding - votesWidth, top, votesWidth, lineHeight)),
          alignment: .trailing)),
      .fill(
        .roundedRectangle(
          place(Rect(textLeft, barTop, max(barHeight, textWidth * share), barHeight)), radius: 3),
        theme.accent),
    ]
    let spoken = tr(
      "Place {place}: {title}, {votes}",
      [
        "place": result.place, "title": title,
        "votes": ntr("{count} vote", "{count} votes", result.votes),
      ])
    return (ItemContent(primitives, spoken: spoken), height)
  }
}
