import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Both maps, one above the other, so that their steps run the same way. Where one is scrolled or
/// zoomed, the other follows: matching steps stand below each other, matching lanes at the same place.
@MainActor final class ComparisonSides {
  let widget = Box(.vertical)
  let older = ReadOnlyCanvas(bar: .elsewhere)
  let newer = ReadOnlyCanvas(bar: .elsewhere)
  private let halves = Paned(.vertical)
  private let olderTitle = PageParts.dim()
  private let newerTitle = PageParts.dim()
  private var alignment: AlignedScroll?
  private var isFollowing = false
  private var hasHalves = false

  init() {
    halves.setStart(side(olderTitle, older), resizes: true)
    halves.setEnd(side(newerTitle, newer), resizes: true)
    halves.expandsVertically = true
    // One for both, for both are as large; it covers neither.
    let bar = newer.view.bar
    bar.setMargins(top: 4, bottom: 4)
    widget.append(halves)
    widget.append(bar)
    follow(older, newer) { $0.toSecond($1) }
    follow(newer, older) { $0.toFirst($1) }
    halves.onMap { [weak self] in
      // Once, when it is known how high it is.
      self?.halving = Timeout.after(milliseconds: 20) { [weak self] in
        guard let self, !hasHalves, halves.height > 1 else { return }
        hasHalves = true
        halves.position = halves.height / 2
      }
    }
  }

  private var halving: Timeout?

  private func side(_ title: Label, _ canvas: ReadOnlyCanvas) -> Widget {
    title.setEllipsis(.end)
    title.wraps = false
    title.setMargins(top: 4, bottom: 4, start: 12, end: 12)
    canvas.view.widget.expandsVertically = true
    let frame = Box(.vertical, [title, canvas.view.widget])
    frame.addClass("canvas-frame")
    return frame
  }

  func show(
    _ comparison: JourneyComparison, titles: (older: String, newer: String),
    shown: Set<Difference.Sort>, measuring: any TextMeasuring, theme: Theme
  ) {
    olderTitle.text = titles.older
    newerTitle.text = titles.newer
    let aligned = ComparisonLayout.sideBySide(comparison, measuring: measuring, theme: theme)
    let scenes = [(ComparisonLayout.View.old, aligned.old), (.new, aligned.new)].map {
      ComparisonLayout.scene(
        for: comparison, view: $0, shown: shown, measuring: measuring, theme: theme, options: $1)
    }
    isFollowing = true
    older.show(scenes[0], accent: theme.accent)
    newer.show(scenes[1], accent: theme.accent)
    isFollowing = false
    alignment = AlignedScroll(scenes[0], scenes[1]) { comparison.newID(of: $0) }
  }

  private func follow(
    _ leader: ReadOnlyCanvas, _ follower: ReadOnlyCanvas,
    _ map: @escaping (AlignedScroll, Point) -> Point
  ) {
    let before = leader.canvas.onViewChanged
    leader.canvas.onViewChanged = { [weak self, weak leader, weak follower] in
      before?()
      guard let self, let leader, let follower, !isFollowing, let alignment else { return }
      isFollowing = true
      defer { isFollowing = false }
      let from = leader.canvas.view
      if follower.canvas.zoom != from.zoom { follower.canvas.setZoom(from.zoom) }
      // Right of the lane headers and below the steps, which both stay in sight.
      let header = from.scene.header
      let place = map(
        alignment,
        Point(
          from.scrolled.x / from.zoom + header.width, from.scrolled.y / from.zoom + header.height))
      let other = follower.canvas.view
      follower.canvas.scroll(
        to: Point(
          (place.x - other.scene.header.width) * other.zoom,
          (place.y - other.scene.header.height) * other.zoom))
    }
  }
}
