import Foundation
import UpliftCore

/// What blocks are made of, and the pages around them.
extension DocumentLayout {
  /// A text that goes on on the next page where this one ends; neither its first nor its last line
  /// stands alone there.
  mutating func flow(
    _ text: String, _ style: TextStyle, _ color: Color, role: ItemRole = .note, inset: Double = 0
  ) {
    var rest = text
    let textWidth = width - inset
    let line = height("M", style, 4000)
    var isBeginning = true
    while !rest.isEmpty {
      var cut = split(rest, style, textWidth, room)
      if !cut.rest.isEmpty, !isAtTop || room > 3 * line {
        let isShort = isBeginning && height(cut.head, style, textWidth) < 1.5 * line
        if isShort, !isAtTop { cut.head = "" }
        if !cut.head.isEmpty, height(cut.rest, style, textWidth) < 1.5 * line {
          // The line before the last one goes with it.
          let shorter = split(
            rest, style, textWidth, height(cut.head, style, textWidth) - 0.6 * line)
          if isBeginning, !isAtTop, height(shorter.head, style, textWidth) < 1.5 * line {
            cut.head = ""
          } else if !shorter.head.isEmpty {
            cut = shorter
          }
        }
      }
      if cut.head.isEmpty {
        // On an empty page at least one line stands, whatever the paper.
        guard !isAtTop else { return }
        finishPage()
        continue
      }
      let own = height(cut.head, style, textWidth)
      add(role, cut.head, style, color, Rect(inset, y, textWidth, own))
      y += own
      rest = cut.rest
      isBeginning = false
      if !rest.isEmpty { finishPage() }
    }
  }

  private func split(
    _ text: String, _ style: TextStyle, _ width: Double, _ height: Double
  ) -> (head: String, rest: String) {
    TextFlow.split(text, style: style, width: width, height: height, measuring: measuring)
  }

  /// - Parameter frame: on the page, from the left margin, as if reading from left to right.
  mutating func add(
    _ role: ItemRole, _ text: String, _ style: TextStyle, _ color: Color, _ frame: Rect,
    alignment: TextAlignment = .leading, label: ItemLabel? = nil
  ) {
    items.append(
      SceneItem(
        role: role, frame: placed(frame),
        content: ItemContent(
          [.text(block(text, style, color, Rect(0, 0, frame.width, frame.height), alignment))],
          spoken: text, link: WebAddress.first(in: [text])),
        label: label ?? (text.isEmpty ? .none : .text(text))))
  }

  /// A text at the side where the document's reading begins, whatever its own direction.
  func block(
    _ text: String, _ style: TextStyle, _ color: Color, _ frame: Rect, _ alignment: TextAlignment
  ) -> TextBlock {
    let own = TextDirection.isRightToLeft(text) ?? false
    let side: TextAlignment =
      own == isMirrored || alignment == .centre
      ? alignment : alignment == .leading ? .trailing : .leading
    return TextBlock(
      own ? Self.keepingDays(text) : text, style: style, color: color, frame: frame,
      alignment: side)
  }

  /// In a text that runs from right to left the parts of a day like 2026-11-22 would change places.
  private static func keepingDays(_ text: String) -> String {
    text.contains("-")
      ? text.replacing(/\d{4}-\d{2}-\d{2}/) { "\u{200E}" + $0.output } : text
  }

  mutating func addDecoration(_ frame: Rect, _ primitives: [Primitive]) {
    items.append(
      SceneItem(
        role: .decoration, frame: placed(frame), content: ItemContent(primitives, spoken: "")))
  }

  /// On the page, mirrored when the document runs from right to left.
  func placed(_ frame: Rect) -> Rect {
    let x = margin + frame.x
    return Rect(
      isMirrored ? paper.width - x - frame.width : x, frame.y, frame.width, frame.height)
  }

  /// The organisation's logo over the text of a sheet, at its far side.
  mutating func addLetterhead() {
    guard let logo = document.letterhead?.logo else { return }
    let image = ImageData(logo)
    let size = Size(min(110, 24 * image.ratio), min(110, 24 * image.ratio) / image.ratio)
    addDecoration(
      Rect(width - size.width, margin - 10 - size.height, size.width, size.height),
      [.image(.fitted(image, in: Rect(0, 0, size.width, size.height)))])
  }

  // MARK: Footnotes

  private var noteStyle: TextStyle { style(7.5) }

  /// Points that a footnote takes at the foot of this page.
  func noteHeight(_ source: String) -> Double {
    guard !source.isEmpty, isBook else { return 0 }
    return min(height(noteText(source, noteCount + 1), noteStyle, width), fullHeight / 3) + 2
      + (notes.isEmpty ? 12 : 0)
  }

  private func noteText(_ source: String, _ number: Int) -> String {
    "\(number.asNoteNumber) \(source)"
  }

  /// Puts a footnote at the foot of this page.
  ///
  /// - Returns: its number, as it stands behind a word; empty when there is none.
  mutating func addNote(_ source: String) -> String {
    guard !source.isEmpty, isBook else { return "" }
    notesHeight += noteHeight(source)
    noteCount += 1
    notes.append(noteText(source, noteCount))
    return noteCount.asNoteNumber
  }

  private mutating func placeNotes() {
    guard !notes.isEmpty else { return }
    var place = bottom + 6
    addDecoration(
      Rect(0, place, 72, 0.5), [.fill(.rectangle(Rect(0, 0, 72, 0.5)), theme.strongLine)])
    place += 6
    for note in notes {
      let own = min(height(note, noteStyle, width), fullHeight / 3)
      elements[items.count] = .init(tag: "Note")
      add(.note, note, noteStyle, theme.secondaryText, Rect(0, place, width, own))
      place += own + 2
    }
    notes = []
    notesHeight = 0
  }

  // MARK: Pages

  mutating func finishPage() {
    placeNotes()
    pages.append(
      DocumentPage(
        scene: Scene(
          title: document.title, size: paper, items: items, background: theme.surface,
          isMirrored: isMirrored), figures: figures, headings: headings, elements: elements))
    items = []
    figures = []
    headings = []
    elements = [:]
    y = top
    addAcross()
  }

  mutating func numberPages() {
    let small = style(9)
    let footerHeight = 14.0
    for index in pages.indices {
      let text = tr(
        "{title}, page {number} of {count}",
        ["title": document.title, "number": index + 1, "count": pages.count])
      let cut = TextFlow.split(
        text, style: small, width: width, height: footerHeight, measuring: measuring)
      let shown =
        cut.rest.isEmpty
        ? text : tr("{number} of {count}", ["number": index + 1, "count": pages.count])
      let block = TextBlock(
        shown, style: small, color: theme.secondaryText,
        frame: Rect(0, 0, width, footerHeight), alignment: .centre)
      pages[index].scene.items.append(
        SceneItem(
          role: .decoration,
          frame: Rect(
            margin, paper.height - margin + 8 - footerHeight, width, footerHeight),
          content: ItemContent([.text(block)], spoken: "")))
    }
  }
}

extension Theme {
  /// With an organisation's colour for headings, rules and figures, as dark as reading needs.
  ///
  /// - Parameter colour: "#1A5FB4"; what is none leaves the theme as it is.
  func branded(_ colour: String) -> Theme {
    guard colour.count == 7, colour.hasPrefix("#"), let hex = UInt32(colour.dropFirst(), radix: 16)
    else { return self }
    var accent = Color(hex: hex)
    let far = isDark ? Color(hex: 0xFFFFFF) : Color(hex: 0x000000)
    for _ in 0..<20 where accent.contrast(with: surface) < 4.5 {
      accent = accent.mixed(with: far, share: 0.1)
    }
    var theme = self
    theme.accent = accent
    theme.name += colour
    return theme
  }
}
