import UpliftCore

/// The steps that a note is about, and what it became.
extension NoteContent {
  struct Connections {
    var primitives: [Primitive] = []
    /// Of each step, then of each outcome.
    var marks: [Rect] = []
    /// Down to what comes next; 0 when there is nothing to show.
    var height = 0.0
  }

  private static let chipPadding = 7.0
  private static let chipGap = 4.0

  /// Steps as chips, as many in a row as there is room for; each outcome in a line of its own.
  func connections(
    steps: [String], outcomes: [String], y: Double, width: Double, inset: Double
  ) -> Connections {
    var result = Connections()
    guard !steps.isEmpty || !outcomes.isEmpty else { return result }
    let inner = width - 2 * inset
    let style = theme.type.noteDetail
    func place(_ frame: Rect) -> Rect {
      isMirrored ? Rect(width - frame.maxX, frame.y, frame.width, frame.height) : frame
    }
    func alignment(_ text: String) -> TextAlignment {
      (TextDirection.isRightToLeft(text) ?? false) == isMirrored ? .leading : .trailing
    }
    var top = y
    var x = inset
    var rowHeight = 0.0
    for step in steps {
      let title = step.isEmpty ? tr("Step") : step
      let natural = measuring.naturalWidth(of: title, style: style).rounded(.up) + 1
      let textWidth = min(natural, inner - 2 * Self.chipPadding)
      let textHeight = measuring.size(of: title, style: style, width: textWidth).height.rounded(.up)
      let chip = Size(textWidth + 2 * Self.chipPadding, textHeight + 4)
      if x > inset, x + chip.width > width - inset {
        x = inset
        top += rowHeight + Self.chipGap
        rowHeight = 0
      }
      let frame = place(Rect(x, top, chip.width, chip.height))
      result.primitives += [
        .fill(.roundedRectangle(frame, radius: min(9, chip.height / 2)), theme.surface),
        .stroke(
          .roundedRectangle(frame.inset(0.5, 0.5), radius: min(8.5, chip.height / 2)),
          theme.strongLine, width: 1),
        .text(
          TextBlock(
            title, style: style, color: theme.text,
            frame: Rect(frame.x + Self.chipPadding, frame.y + 2, textWidth, textHeight),
            alignment: alignment(title))),
      ]
      result.marks.append(frame)
      rowHeight = max(rowHeight, chip.height)
      x += chip.width + Self.chipGap
    }
    if !steps.isEmpty { top += rowHeight + Self.chipGap }
    for outcome in outcomes {
      let height = measuring.size(of: outcome, style: style, width: inner).height.rounded(.up)
      let frame = place(Rect(inset, top, inner, height))
      result.primitives.append(
        .text(
          TextBlock(
            outcome, style: style, color: theme.text, frame: frame, alignment: alignment(outcome))))
      result.marks.append(frame)
      top += height + 2
    }
    result.height = top - y
    return result
  }

  func spoken(steps: [String], outcomes: [String]) -> [String] {
    steps.map { tr("about the step {title}", ["title": $0]) }
      + outcomes.map { tr("became: {outcome}", ["outcome": $0]) }
  }
}
