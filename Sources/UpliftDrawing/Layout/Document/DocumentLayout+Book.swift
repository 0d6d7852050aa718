import Foundation
import UpliftCore

/// Cover, contents, running heads and feet of a document that is set as a book.
extension DocumentLayout {
  private struct Entry {
    var text: String
    var level: Int
    /// Of the body, from 0.
    var page: Int
    var y: Double
  }

  mutating func composeBook() {
    guard let cover = document.cover else { return }
    composeBlocks()
    let body = pages
    let entries = body.enumerated().flatMap { index, page in
      page.headings.filter { $0.level <= 2 }.map {
        Entry(text: $0.text, level: $0.level, page: index, y: $0.y)
      }
    }
    pages = []
    add(cover)
    finishPage()
    let coverPage = pages.removeLast()
    var contents: [DocumentPage] = []
    // One line would only say what stands on the next page.
    if entries.count > 1 {
      // Once to know how many pages it takes, once with the right numbers.
      for _ in 0..<2 {
        let count = contents.count
        pages = []
        addContents(entries, pageCount: max(count, 1))
        contents = pages
      }
    }
    pages = [coverPage] + contents + body
    addRunningHeads(cover)
  }

  // MARK: Cover

  private mutating func add(_ cover: TextDocument.Cover) {
    items.append(
      SceneItem(
        role: .decoration, frame: Rect(0, 0, paper.width, 10),
        content: ItemContent(
          [.fill(.rectangle(Rect(0, 0, paper.width, 10)), theme.accent)], spoken: "")))
    y = margin + 40
    if let logo = cover.logo {
      let image = ImageData(logo)
      let width = min(190, 76 * image.ratio)
      let height = width / image.ratio
      addDecoration(
        Rect(0, y, width, height),
        [.image(.fitted(image, in: Rect(0, 0, width, height)))])
    }
    y = paper.height * 0.34
    let least = y
    let end = paper.height - margin - 60
    var title = style(36, .bold)
    while title.size > 14, height(cover.title, title, width) > (end - y) * 0.6 { title.size *= 0.9 }
    elements[items.count] = .init(tag: "H1")
    place(cover.title, title, theme.text, role: .title, until: end)
    addDecoration(
      Rect(0, y + 14, 64, 3), [.fill(.rectangle(Rect(0, 0, 64, 3)), theme.accent)])
    y = max(y, least) + 32
    place(cover.subtitle, style(16), theme.secondaryText, until: end)
    let below = [(cover.organisation, style(13, .semibold)), (cover.date, style(11))]
      .filter { !$0.0.isEmpty }
    let heights = below.map { min(height($0.0, $0.1, width), 60) }
    y = max(y + 12, paper.height - margin - heights.reduce(0, +) - 4)
    for ((text, style), _) in zip(below, heights) {
      place(text, style, theme.text, until: paper.height - margin + 20)
    }
  }

  private mutating func place(
    _ text: String, _ style: TextStyle, _ color: Color, role: ItemRole = .note, until end: Double
  ) {
    guard !text.isEmpty else { return }
    var style = style
    while style.size > 5, height(text, style, width) > end - y { style.size *= 0.9 }
    let own = height(text, style, width)
    add(role, text, style, color, Rect(0, y, width, own))
    y += own
  }

  // MARK: Contents

  /// - Parameter pageCount: of the contents themselves.
  private mutating func addContents(_ entries: [Entry], pageCount: Int) {
    y = top
    let title = tr("Contents")
    headings.append((title, 1, y))
    elements[items.count] = .init(tag: "H2")
    let titleStyle = headingStyle(1)
    let titleHeight = height(title, titleStyle, width)
    add(.title, title, titleStyle, theme.text, Rect(0, y, width, titleHeight))
    y += titleHeight + 10
    // Side by side when one column would need a second page.
    let count = contentsHeight(entries, pageCount, width) > bottom - y ? 2 : 1
    let gap = 28.0
    let columnWidth = (width - Double(count - 1) * gap) / Double(count)
    var column = 0
    var start = y
    for (index, entry) in entries.enumerated() {
      let line = ContentsLine(entry, number: entry.page + 1 + pageCount, columnWidth, self)
      let above = entry.level == 1 && y > start ? 9.0 : 0
      // A section's name stays with the first of what is in it.
      let next = entry.level == 1 && index + 1 < entries.count ? line.height : 0
      if y + above + line.height + next > bottom, y > start {
        column += 1
        if column == count {
          finishPage()
          column = 0
          start = y
        }
        y = start
      } else {
        y += above
      }
      let x = Double(column) * (columnWidth + gap)
      elements[items.count] = .init(
        tag: "TOCI", destination: (1 + pageCount + entry.page, entry.y))
      items.append(
        SceneItem(
          role: .note,
          frame: placed(Rect(x + line.inset, y, columnWidth - line.inset, line.height)),
          content: ItemContent(line.texts(self), spoken: entry.text), label: .text(entry.text)))
      y += line.height + 2
      if entry.level == 1 {
        addDecoration(
          Rect(x, y - 1, columnWidth, 0.5),
          [.fill(.rectangle(Rect(0, 0, columnWidth, 0.5)), theme.line)])
        y += 2
      }
    }
    finishPage()
  }

  private func contentsHeight(_ entries: [Entry], _ pageCount: Int, _ width: Double) -> Double {
    entries.reduce(0) { height, entry in
      let line = ContentsLine(entry, number: entry.page + 1 + pageCount, width, self)
      return height + line.height + (entry.level == 1 ? 13 : 2)
    }
  }

  /// A line of the contents.
  private struct ContentsLine {
    let entry: Entry
    let number: String
    let style: TextStyle
    let inset: Double
    let textWidth: Double
    let height: Double
    private static let numberWidth = 26.0

    init(_ entry: Entry, number: Int, _ width: Double, _ layout: DocumentLayout) {
      self.entry = entry
      self.number = String(number)
      style = entry.level == 1 ? layout.style(10.5, .semibold) : layout.style(9.5)
      inset = entry.level == 1 ? 0 : 14
      textWidth = width - inset - Self.numberWidth - 6
      height = max(
        layout.height(entry.text, style, textWidth),
        layout.height(self.number, style, Self.numberWidth))
    }

    func texts(_ layout: DocumentLayout) -> [Primitive] {
      let (numbers, theme) = (Self.numberWidth, layout.theme)
      return [
        .text(
          layout.block(
            entry.text, style, theme.text,
            Rect(layout.isMirrored ? numbers + 6 : 0, 0, textWidth, height), .leading)),
        .text(
          layout.block(
            number, style, theme.secondaryText,
            Rect(layout.isMirrored ? 0 : textWidth + 6, 0, numbers, height), .trailing)),
      ]
    }
  }

  // MARK: Running heads

  /// The cover is page i; from the next one on pages are counted from 1.
  private mutating func addRunningHeads(_ cover: TextDocument.Cover) {
    let small = style(8.5)
    let lineHeight = height("Mg", small, 4000)
    pages[0].label = "i"
    let above = [cover.organisation, cover.title].filter { !$0.isEmpty }.joined(separator: " · ")
    let below = [cover.title, cover.date].filter { !$0.isEmpty }.joined(separator: " · ")
    var section = ""
    let upright = paper
    defer { paper = upright }
    for index in pages.indices.dropFirst() {
      paper = pages[index].scene.size
      let begun = pages[index].headings.filter { $0.level == 1 }
      let isAtTop = begun.first.map { $0.y <= top + 0.01 } ?? false
      let running = isAtTop ? "" : section
      if let last = begun.last { section = last.text }
      pages[index].label = String(index)
      let number = tr("{number} of {count}", ["number": index, "count": pages.count - 1])
      let head = margin - 8
      let foot = paper.height - margin + (isAcross ? -4 : 4)
      for (text, x, share, alignment, y) in [
        (above, 0.0, 0.58, TextAlignment.leading, head),
        (running, 0.6, 0.4, .trailing, head),
        (below, 0.0, 0.78, .leading, foot), (number, 0.8, 0.2, .trailing, foot),
      ] where !text.isEmpty && !(isAcross && y == head) {
        let frame = Rect(width * x, y, width * share, lineHeight)
        pages[index].scene.items.append(
          SceneItem(
            role: .decoration, frame: placed(frame),
            content: ItemContent(
              [
                .text(
                  block(
                    shortened(text, small, frame.width), small, theme.secondaryText,
                    Rect(0, 0, frame.width, lineHeight), alignment))
              ], spoken: "")))
      }
      pages[index].scene.items.append(
        SceneItem(
          role: .decoration, frame: placed(Rect(0, foot - 6, width, 0.5)),
          content: ItemContent(
            [.fill(.rectangle(Rect(0, 0, width, 0.5)), theme.line)], spoken: "")))
    }
  }

  /// In one line, with a sign where it was cut: a running head only says where one is.
  private func shortened(_ text: String, _ style: TextStyle, _ width: Double) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard measuring.naturalWidth(of: line, style: style) > width else { return line }
    var letters = Array(line)
    while letters.count > 1 {
      letters.removeLast(max(1, letters.count / 12))
      let shorter = String(letters).trimmingCharacters(in: .whitespaces) + "…"
      if measuring.naturalWidth(of: shorter, style: style) <= width { return shorter }
    }
    return "…"
  }
}
