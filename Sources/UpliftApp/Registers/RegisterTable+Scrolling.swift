import Gtk
import UpliftCore

/// A table that is wider than the room for it.
extension RegisterTable {
  /// The first column stays in sight. From right to left a table begins at its right end; GTK
  /// shows the left one.
  func follow(_ scroller: ScrolledWindow) {
    let adjustment = scroller.horizontalAdjustment
    header.places.adjustment = adjustment
    adjustment.onValueChanged { [weak self] in self?.scrolledSideways() }
    var width = 0.0
    adjustment.onSizeChanged { [weak self, weak adjustment] in
      self?.scrolledSideways()
      guard let self, let adjustment, list.isRightToLeft, adjustment.upper != width else { return }
      width = adjustment.upper
      beginning = Timeout.whenIdle {
        adjustment.value = adjustment.upper - adjustment.pageSize
      }
    }
    beginnings = adjustment
  }

  /// With the next frame: GTK may be giving out the places of this one.
  private func scrolledSideways() {
    guard !isFollowing else { return }
    isFollowing = true
    table.onTick { [weak self] _ in
      guard let self else { return false }
      isFollowing = false
      for line in [header.box, filterRow.box] + rows.map(\.box) { line.scrolled() }
      return false
    }
  }

  /// A column is in sight, beside the first one.
  func bringIntoSight(_ column: Int) {
    guard header.box.isMapped else { return }
    header.places.bringIntoSight(
      column, in: header.box.width, isMirrored: header.box.isRightToLeft)
  }
}
