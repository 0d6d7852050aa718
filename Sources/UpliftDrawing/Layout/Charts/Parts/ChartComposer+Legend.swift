import UpliftCore

extension ChartComposer {
  /// What a mark of the picture means.
  struct LegendEntry {
    /// Draws it in a frame of 18 × 12 points.
    var mark: (Rect) -> [Primitive]
    var text: String
  }

  private static var markWidth: Double { 18 }
  private static var gap: Double { 16 }

  /// Entries with their places from (0, 0), and the height of all.
  private func places(_ entries: [LegendEntry]) -> (places: [Rect], height: Double) {
    var x = 0.0
    var y = 0.0
    var lineHeight = 0.0
    var places: [Rect] = []
    for entry in entries {
      let words = size(
        entry.text, ChartType.small, most: inner - Self.markWidth - 6)
      let width = Self.markWidth + 6 + words.width
      if x > 0, x + width > inner {
        x = 0
        y += lineHeight + 4
        lineHeight = 0
      }
      places.append(Rect(x, y, width, max(12, words.height)))
      x += width + Self.gap
      lineHeight = max(lineHeight, words.height, 12)
    }
    return (places, entries.isEmpty ? 0 : y + lineHeight)
  }

  /// With the space above it.
  func legendHeight(_ entries: [LegendEntry]) -> Double {
    entries.isEmpty ? 0 : places(entries).height + 8
  }

  mutating func addLegend(_ entries: [LegendEntry]) {
    guard !entries.isEmpty else { return }
    y += 8
    let (places, height) = places(entries)
    for (index, (entry, place)) in zip(entries, places).enumerated() {
      let frame = place.offset(by: Point(left, y))
      let line = lineHeight(ChartType.small)
      let mark = Rect(frame.x, frame.y + (line - 12) / 2, Self.markWidth, 12)
      add(
        entry.mark(mark) + [
          text(
            entry.text, ChartType.small, theme.secondaryText, frame.x + Self.markWidth + 6,
            frame.y, frame.width - Self.markWidth - 6)
        ], .note, subject: .part("legend \(index)"), label: entry.text)
    }
    y += height
  }

  // MARK: Keys

  /// A line of the list under a picture that is too crowded for names.
  struct KeyEntry {
    var number: String
    var title: String
    var detail = ""
    /// Behind the number.
    var tint: Theme.Tint?
  }

  private func columns(of entries: [KeyEntry]) -> Int {
    min(max(1, Int(inner / (isTight ? 185 : 250))), max(1, entries.count))
  }

  private func keyPlaces(_ entries: [KeyEntry]) -> (places: [Rect], height: Double) {
    let count = columns(of: entries)
    let width = (inner - Double(count - 1) * 16) / Double(count)
    let words = width - badgeWidth(entries) - 6
    let heights = entries.map { keyHeight($0, words: words) + (isTight ? 2 : 5) }
    // As even as they can be, in the order of reading: down, then across.
    let share = heights.reduce(0, +) / Double(count)
    var places: [Rect] = []
    var column = 0
    var y = 0.0
    var most = 0.0
    for (entry, height) in zip(entries, heights) {
      if y > 0, y + height / 2 > share, column < count - 1 {
        column += 1
        y = 0
      }
      _ = entry
      places.append(Rect(Double(column) * (width + 16), y, width, height))
      y += height
      most = max(most, y)
    }
    return (places, most)
  }

  private func badgeWidth(_ entries: [KeyEntry]) -> Double {
    max(18, (entries.map { natural($0.number, ChartType.number) }.max() ?? 0) + 8)
  }

  /// - Parameter words: how wide its texts may be.
  private func keyHeight(_ entry: KeyEntry, words: Double) -> Double {
    max(
      18,
      2 + height(entry.title, ChartType.label, words)
        + height(entry.detail, ChartType.small, words))
  }

  func keyHeight(_ entries: [KeyEntry]) -> Double {
    entries.isEmpty ? 0 : keyPlaces(entries).height + 10
  }

  mutating func addKey(_ entries: [KeyEntry]) {
    guard !entries.isEmpty else { return }
    y += 10
    let (places, height) = keyPlaces(entries)
    let badge = badgeWidth(entries)
    for (entry, place) in zip(entries, places) {
      let frame = place.offset(by: Point(left, y))
      let words = frame.width - badge - 6
      let line = lineHeight(ChartType.number)
      let ground = Rect(frame.x, frame.y + 1, badge, 16)
      let titleHeight = self.height(entry.title, ChartType.label, words)
      var primitives: [Primitive] = [
        .fill(.roundedRectangle(ground, radius: 8), entry.tint?.fill ?? theme.headerSurface),
        .stroke(
          .roundedRectangle(ground.inset(0.5, 0.5), radius: 7.5),
          entry.tint?.strong ?? theme.strongLine, width: 1),
        text(
          entry.number, ChartType.number, theme.text, frame.x, frame.y + 9 - line / 2, badge,
          .centre),
      ]
      if !entry.title.isEmpty {
        primitives.append(
          text(
            entry.title, ChartType.label, theme.text, frame.x + badge + 6, frame.y + 2, words))
      }
      if !entry.detail.isEmpty {
        primitives.append(
          text(
            entry.detail, ChartType.small, theme.secondaryText, frame.x + badge + 6,
            frame.y + 2 + titleHeight, words))
      }
      add(primitives, .note)
    }
    y += height
  }
}
