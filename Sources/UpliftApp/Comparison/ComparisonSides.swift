import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Both maps, one above the other, so that their steps run the same way. Where one is scrolled or
/// zoomed, the other follows: matching steps and lanes stay at the same place.
@MainActor final class ComparisonSides {
  let widget = Paned(.vertical)
  let older = ReadOnlyCanvas()
  let newer = ReadOnlyCanvas()
  private let olderTitle = PageParts.dim()
  private let newerTitle = PageParts.dim()
  private var alignment: AlignedScroll?
  private var isFollowing = false
  private var hasHalves = false

  init() {
    widget.setStart(side(olderTitle, older), resizes: true)
    widget.setEnd(side(newerTitle, newer), resizes: true)
    follow(older, newer) { $0.toSecond($1) }
    follow(newer, older) { $0.toFirst($1) }
    widget.onMap { [weak self] in
      // Once, when it is known how high it is.
      self?.halving = Timeout.after(milliseconds: 20) { [weak self] in
        guard let self, !hasHalves, widget.height > 1 else { return }
        hasHalves = true
        widget.position = widget.height / 2
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
    let scenes = [ComparisonLayout.View.old, .new].map {
      ComparisonLayout.scene(
        for: comparison, view: $0, shown: shown, measuring: measuring, theme: theme)
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
