import UpliftCore

/// Paragraphs, facts and lists.
extension DocumentLayout {
  mutating func addParagraph(_ text: String, _ style: TextStyle, _ color: Color) {
    guard !text.isEmpty else { return }
    flow(text, style, color)
    y += (isBook ? 4 : document.isCompact ? 4 : 7) * scale
  }

  /// Points of the rules by which a table or figure was worked out, which stand on its page.
  func tail(after index: Int?) -> Double {
    guard isBook, let index else { return 0 }
    var sum = 0.0
    for block in blocks.dropFirst(index + 1) {
      guard case .rule(let text) = block else { break }
      sum += height(text, ruleStyle, width) + 4 * scale
    }
    guard sum > 0, sum < fullHeight * Self.mostRules else { return 0 }
    return sum + 4 * scale
  }

  /// Names in a column, what they are beside them.
  mutating func addFacts(_ facts: [TextDocument.Fact]) {
    let names = nameStyle
    let nameWidth = nameWidth(of: facts)
    let gap = Self.factColumnGap
    var isRight = false
    var left = (top: 0.0, height: 0.0)
    let half = (width - gap) / 2
    for (index, fact) in facts.enumerated() {
      let nameHeight = height(fact.name, names, nameWidth)
      // Two short ones share a line.
      if isRight {
        isRight = false
        let x = half + gap
        add(
          .note, fact.name, names, theme.secondaryText, Rect(x, left.top, nameWidth, nameHeight))
        let own = half - nameWidth - gap
        let high = height(fact.value, bodyStyle, own)
        add(
          .note, fact.value, bodyStyle, theme.text,
          Rect(x + nameWidth + gap, left.top, own, high))
        y = max(y, left.top + max(high, nameHeight) + factGap)
        continue
      }
      let least = beginning(ofFact: fact, nameWidth: nameWidth)
      if least > room, !isAtTop { finishPage() }
      add(.note, fact.name, names, theme.secondaryText, Rect(0, y, nameWidth, nameHeight))
      let start = y
      let page = pages.count
      let fits = half - nameWidth - gap
      isRight =
        index + 1 < facts.count && isShort(fact, fits) && isShort(facts[index + 1], fits)
      if isRight {
        let high = height(fact.value, bodyStyle, fits)
        left = (start, max(high, nameHeight))
        add(
          .note, fact.value, bodyStyle, theme.text, Rect(nameWidth + gap, y, fits, high))
        y = start + left.height + factGap
        continue
      }
      flow(fact.value, bodyStyle, theme.text, inset: nameWidth + gap)
      if pages.count == page { y = max(y, start + nameHeight) }
      y += factGap
    }
    y += 6 * scale
  }

  private var nameStyle: TextStyle { style(isBook ? 9 : 10.5, .semibold) }
  private static let factColumnGap = 14.0

  func nameWidth(of facts: [TextDocument.Fact]) -> Double {
    let widest = facts.map { measuring.naturalWidth(of: $0.name, style: nameStyle) }.max() ?? 0
    return min(width * 0.32, widest + 4)
  }

  /// Points that its name and its first lines take.
  func beginning(ofFact fact: TextDocument.Fact?, nameWidth: Double) -> Double {
    guard let fact else { return 0 }
    return max(
      height(fact.name, nameStyle, nameWidth),
      beginning(of: fact.value, bodyStyle, inset: nameWidth + Self.factColumnGap))
  }

  private var factGap: Double { (isBook ? 2.4 : 5) * scale }

  /// Of those in a book that stand together on a page; nil of so many that they may go on on the
  /// next one.
  func wholeHeight(of facts: [TextDocument.Fact]) -> Double? {
    guard isBook else { return nil }
    var trial = self
    trial.pages = []
    trial.y = top
    trial.notesHeight = 0
    trial.addFacts(facts)
    guard trial.pages.isEmpty, trial.y - top < fullHeight * Self.wholeFacts else { return nil }
    return trial.y - top - 6 * scale
  }

  /// Of a page.
  private static let wholeFacts = 0.16

  /// Whether it stands on one line of a width.
  private func isShort(_ fact: TextDocument.Fact, _ width: Double) -> Bool {
    isBook && width > 60 && fact.value.count < 80 && !fact.value.contains(where: \.isNewline)
      && measuring.naturalWidth(of: fact.value, style: bodyStyle) < width
  }

  /// - Parameter tail: points that must be left under its last item.
  mutating func addList(_ items: [TextDocument.Item], tail: Double = 0) {
    let columns = columnCount(of: items)
    if columns > 1 {
      addList(items, columns: columns, tail: tail)
    } else {
      addList(items, depth: 0, tail: tail)
    }
  }

  private mutating func addList(_ items: [TextDocument.Item], depth: Int, tail: Double = 0) {
    let inset = Double(depth) * 16 * scale + bulletInset
    for (place, item) in items.enumerated() {
      let line = height("M", bodyStyle, width)
      let isLast = place > 0 && place == items.count - 1 && item.children.isEmpty
      var needed =
        isLast && tail > 0
        ? height(item.line, bodyStyle, width - inset) + tail
        : beginning(of: item.line, bodyStyle, inset: inset)
      if items.count > 2, place == items.count - 2, item.children.isEmpty,
        items[place + 1].children.isEmpty
      {
        // The last one does not stand alone on the next page.
        let both = items[place...].reduce(tail) {
          $0 + height($1.line, bodyStyle, width - inset) + (isBook ? 2 : 3) * scale
        }
        if both < fullHeight / 3 { needed = both }
      }
      if needed > room, needed < fullHeight || !isLast, !isAtTop { finishPage() }
      addBullet(x: inset, line: line)
      flow(item.line, bodyStyle, theme.text, inset: inset)
      y += (isBook ? 2 : 3) * scale
      addList(item.children, depth: depth + 1)
    }
  }

  private var bulletInset: Double { 14 * scale }

  private mutating func addBullet(x: Double, line: Double) {
    let dot = 4 * scale
    addDecoration(
      Rect(x - 11 * scale, y + line / 2 - dot / 2, dot, dot),
      [.fill(.ellipse(Rect(0, 0, dot, dot)), theme.accent)])
  }

  // MARK: Side by side

  private static let listGap = 16.0

  /// Short items of a book stand in two or three columns.
  private func columnCount(of items: [TextDocument.Item]) -> Int {
    guard isBook, items.count > 3, items.allSatisfy({ $0.children.isEmpty && $0.line.count < 90 })
    else { return 1 }
    // Most of them on one line; the others take two.
    let widths = items.map { measuring.naturalWidth(of: $0.line, style: bodyStyle) }.sorted()
    let usual = widths[(widths.count - 1) * 4 / 5]
    guard let widest = widths.last else { return 1 }
    for count in [3, 2] where items.count >= 2 * count {
      let room = columnWidth(count) - bulletInset
      if usual + 1 <= room, widest <= 1.9 * room { return count }
    }
    return 1
  }

  /// Points that short items side by side must find; nil of a list that stands in one column.
  func leastHeight(ofColumns items: [TextDocument.Item]) -> Double? {
    let columns = columnCount(of: items)
    guard columns > 1 else { return nil }
    let textWidth = columnWidth(columns) - bulletInset
    return (items.map { height($0.line, bodyStyle, textWidth) }.max() ?? 0) + 2 * scale
  }

  private func columnWidth(_ columns: Int) -> Double {
    (width - Double(columns - 1) * Self.listGap) / Double(columns)
  }

  /// Down, and then across.
  private mutating func addList(_ items: [TextDocument.Item], columns: Int, tail: Double) {
    let columnWidth = columnWidth(columns)
    let textWidth = columnWidth - bulletInset
    let gap = 2 * scale
    let heights = items.map { height($0.line, bodyStyle, textWidth) + gap }
    let line = height("M", bodyStyle, width)
    /// The item after the last one that stands in so many columns of a height.
    func end(from start: Int, _ limit: Double, _ columns: Int) -> Int {
      var next = start
      for _ in 0..<columns where next < items.count {
        var sum = 0.0
        let first = next
        while next < items.count, sum + heights[next] <= limit || next == first {
          sum += heights[next]
          next += 1
        }
      }
      return next
    }
    var next = 0
    while next < items.count {
      if room < (heights[next...].max() ?? 0), !isAtTop { finishPage() }
      var available = room
      // The rule under it does not stand alone on the next page.
      if end(from: next, available, columns) == items.count,
        end(from: next, available - tail, columns) < items.count,
        available - tail > (heights[next...].max() ?? 0)
      {
        available -= tail
      }
      var limit = min(available, heights[next...].reduce(0, +) / Double(columns))
      while limit < available, end(from: next, limit, columns) < items.count { limit += 2 }
      let top = y
      var lowest = y
      for column in 0..<columns where next < items.count {
        let stop = end(from: next, min(limit, available), 1)
        let x = Double(column) * (columnWidth + Self.listGap) + bulletInset
        y = top
        for place in next..<stop {
          addBullet(x: x, line: line)
          add(
            .note, items[place].line, bodyStyle, theme.text,
            Rect(x, y, textWidth, heights[place] - gap))
          y += heights[place]
        }
        next = stop
        lowest = max(lowest, y)
      }
      y = lowest
      if next < items.count { finishPage() }
    }
  }
}
