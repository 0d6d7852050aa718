import CGtk

/// Children one after the other like the words of a text, each as wide as it wants to be, in as
/// many lines as it takes.
public final class WrapBox: DrawnWidget {
  private let rowSpacing: Int
  private let columnSpacing: Int
  private let minimumWidth: Int

  /// - Parameters:
  ///   - minimumWidth: it is never narrower, in logical pixels. A window is at least as high as what
  ///     is in it would be in its narrowest state.
  public init(rowSpacing: Int = 0, columnSpacing: Int = 0, minimumWidth: Int = 0) {
    self.rowSpacing = rowSpacing
    self.columnSpacing = columnSpacing
    self.minimumWidth = minimumWidth
    super.init()
    heightFollowsWidth = true
  }

  public func append(_ child: Widget) {
    child.setParent(self)
    queueResize()
  }

  public func remove(_ child: Widget) {
    child.unparent()
    queueResize()
  }

  public func removeAll() {
    while let child = gtk_widget_get_first_child(pointer()) { gtk_widget_unparent(child) }
    queueResize()
  }

  private struct Line {
    var children: [(widget: UnsafeMutablePointer<GtkWidget>, width: Int, height: Int)] = []
    var width = 0
    var height = 0
  }

  private func size(
    _ child: UnsafeMutablePointer<GtkWidget>, _ orientation: GtkOrientation, for other: Int
  ) -> (minimum: Int, natural: Int) {
    var minimum: gint = 0
    var natural: gint = 0
    gtk_widget_measure(child, orientation, gint(other), &minimum, &natural, nil, nil)
    return (Int(minimum), Int(natural))
  }

  private var seenChildren: [UnsafeMutablePointer<GtkWidget>] {
    var all: [UnsafeMutablePointer<GtkWidget>] = []
    var child = gtk_widget_get_first_child(pointer())
    while let current = child {
      if gtk_widget_should_layout(current) != 0 { all.append(current) }
      child = gtk_widget_get_next_sibling(current)
    }
    return all
  }

  private func lines(width: Int) -> [Line] {
    var lines: [Line] = []
    for child in seenChildren {
      let wanted = size(child, GTK_ORIENTATION_HORIZONTAL, for: -1)
      let own = max(wanted.minimum, min(wanted.natural, width))
      let height = size(child, GTK_ORIENTATION_VERTICAL, for: own).natural
      var line = lines.popLast() ?? Line()
      if !line.children.isEmpty, line.width + columnSpacing + own > width {
        lines.append(line)
        line = Line()
      }
      line.width += own + (line.children.isEmpty ? 0 : columnSpacing)
      line.height = max(line.height, height)
      line.children.append((child, own, height))
      lines.append(line)
    }
    return lines
  }

  public override func measure(
    _ orientation: Orientation, forSize: Int
  ) -> (minimum: Int, natural: Int) {
    switch orientation {
    case .horizontal:
      let sizes = seenChildren.map { size($0, GTK_ORIENTATION_HORIZONTAL, for: -1) }
      let spaces = columnSpacing * max(0, sizes.count - 1)
      let natural = sizes.reduce(spaces) { $0 + $1.natural }
      let least = max(sizes.map(\.minimum).max() ?? 0, min(minimumWidth, natural))
      return (least, max(least, natural))
    case .vertical:
      let width = forSize < 0 ? measure(.horizontal, forSize: -1).natural : forSize
      let lines = lines(width: width)
      let height = lines.reduce(rowSpacing * max(0, lines.count - 1)) { $0 + $1.height }
      return (height, height)
    }
  }

  public override func allocate(width: Int, height: Int) {
    var y = 0
    for line in lines(width: width) {
      var x = 0
      for (child, ownWidth, ownHeight) in line.children {
        var place = GtkAllocation(
          x: gint(isRightToLeft ? width - x - ownWidth : x),
          y: gint(y + (line.height - ownHeight) / 2), width: gint(ownWidth),
          height: gint(ownHeight))
        gtk_widget_size_allocate(child, &place, -1)
        x += ownWidth + columnSpacing
      }
      y += line.height + rowSpacing
    }
  }
}
