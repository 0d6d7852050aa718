import Foundation
import UpliftCore

/// Postcards of A6, four to a sheet of A4, with marks to cut along.
enum PostcardSheets {
  private static let paper = Size(595.276, 841.89)
  private static let perSheet = 4
  /// Points between a card's edge and its text.
  private static let padding = 26.0

  static func pages(
    for cards: ChampionCards, measuring: any TextMeasuring, theme: Theme
  ) -> [DocumentPage] {
    let theme = theme.branded(cards.letterhead?.colour ?? "")
    let sheets = stride(from: 0, to: max(cards.cards.count, 1), by: perSheet)
    return sheets.map { first in
      var items: [SceneItem] = []
      let own = cards.cards.dropFirst(first).prefix(perSheet)
      for (place, card) in own.enumerated() {
        items += content(of: card, cards, frame(place), measuring, theme)
      }
      items += cuttingMarks(theme)
      var page = DocumentPage(
        scene: Scene(title: cards.title, size: paper, items: items, background: theme.surface))
      if first == 0 { page.headings = [(cards.title, 1, 0)] }
      return page
    }
  }

  private static func frame(_ place: Int) -> Rect {
    Rect(
      Double(place % 2) * paper.width / 2, Double(place / 2) * paper.height / 2, paper.width / 2,
      paper.height / 2)
  }

  /// Points. What would have to be set smaller is cut, with a sign.
  static let leastType = 6.5

  private static func content(
    of card: ChampionCards.Card, _ cards: ChampionCards, _ frame: Rect,
    _ measuring: any TextMeasuring, _ theme: Theme
  ) -> [SceneItem] {
    let inner = frame.inset(padding, padding)
    func style(_ size: Double, _ weight: TextStyle.Weight = .regular, italic: Bool = false)
      -> TextStyle
    {
      TextStyle(size: size, weight: weight, isItalic: italic, family: cards.letterhead?.font ?? "")
    }
    var items: [SceneItem] = []
    func text(
      _ text: String, _ style: TextStyle, _ color: Color, _ y: Double, within room: Double,
      role: ItemRole = .note
    ) -> Double {
      guard !text.isEmpty else { return 0 }
      var style = style
      func height() -> Double { measuring.size(of: text, style: style, width: inner.width).height }
      // Whatever somebody wrote stays on its card, as far as it can be read there.
      while style.size > leastType, height() > room {
        style.size = max(leastType, style.size * 0.93)
      }
      let shown =
        height() > room
        ? TextFlow.shortened(
          text, style: style, width: inner.width, height: room, measuring: measuring) : text
      let own = min(height(), room)
      let rightToLeft = TextDirection.isRightToLeft(text) ?? false
      items.append(
        SceneItem(
          role: role, frame: Rect(inner.x, y, inner.width, own),
          content: ItemContent(
            [
              .text(
                TextBlock(
                  shown, style: style, color: color, frame: Rect(0, 0, inner.width, own),
                  alignment: rightToLeft ? .trailing : .leading))
            ], spoken: text), label: .text(text)))
      return own
    }
    func bar(_ frame: Rect) {
      items.append(
        SceneItem(
          frame: frame,
          content: ItemContent(
            [.fill(.rectangle(Rect(0, 0, frame.width, frame.height)), theme.accent)])))
    }
    bar(Rect(inner.x, inner.y, 40, 3))
    var y = inner.y + 12
    y += text(tr("Customer Champion"), style(10, .semibold), theme.accent, y, within: 16) + 4
    y += text(card.to, style(20, .bold), theme.text, y, within: 76, role: .title) + 4
    y += text(card.value, style(11, .semibold), theme.secondaryText, y, within: 32) + 10
    // Each goes its own way: a day keeps its order beside a name from right to left.
    let thanks = [card.from.isEmpty ? "" : tr("From {name}", ["name": card.from]), card.day]
      .filter { !$0.isEmpty }.map(\.isolated).joined(separator: " · ")
    let foot = 44.0
    // A few words stand large and in the middle of what is free.
    let story = card.story.isEmpty ? "" : "“\(card.story)”"
    let place = card.step.isEmpty ? "" : tr("at “{step}”", ["step": card.step])
    let stepRoom = place.isEmpty ? 0 : 24.0
    let room = max(10, inner.maxY - foot - y - 6 - stepRoom)
    var storyStyle = style(19, italic: true)
    func storyHeight() -> Double {
      measuring.size(of: story, style: storyStyle, width: inner.width).height
    }
    while storyStyle.size > 12.5, storyHeight() > room * 0.8 { storyStyle.size *= 0.96 }
    if !story.isEmpty { y += max(0, (room - storyHeight()) / 2.4) }
    y += text(
      story, storyStyle, theme.text, y, within: max(10, inner.maxY - foot - 6 - stepRoom - y))
    _ = text(place, style(10), theme.secondaryText, y + 6, within: stepRoom - 6)
    var below = inner.maxY - foot
    if let logo = cards.letterhead?.logo {
      let image = ImageData(logo)
      let width = min(72, 18 * image.ratio)
      items.append(
        SceneItem(
          frame: Rect(inner.maxX - width, inner.y, width, width / image.ratio),
          content: ItemContent([
            .image(.fitted(image, in: Rect(0, 0, width, width / image.ratio)))
          ])))
    }
    below += text(thanks, style(10.5, .medium), theme.text, below, within: 26) + 2
    _ = text(
      cards.organisation, style(9), theme.secondaryText, below, within: max(8, inner.maxY - below))
    return items
  }

  /// Short lines at the ends of both cuts, and where they cross.
  private static func cuttingMarks(_ theme: Theme) -> [SceneItem] {
    let (x, y) = (paper.width / 2, paper.height / 2)
    let length = 14.0
    let lines: [(Point, Point)] = [
      (Point(x, 0), Point(x, length)), (Point(x, paper.height - length), Point(x, paper.height)),
      (Point(0, y), Point(length, y)), (Point(paper.width - length, y), Point(paper.width, y)),
      (Point(x - length / 2, y), Point(x + length / 2, y)),
      (Point(x, y - length / 2), Point(x, y + length / 2)),
    ]
    let path = lines.flatMap { [PathElement.move($0.0), .line($0.1)] }
    return [
      SceneItem(
        frame: Rect(0, 0, paper.width, paper.height),
        content: ItemContent([.stroke(.path(path), theme.secondaryText, width: 0.5)]))
    ]
  }
}
