import Gtk
import UpliftCore
import UpliftDrawing

/// Where one goes from here.
extension PresentationWindow {
  /// - Parameter change: false when there is nowhere to go.
  func go(_ direction: Point, _ change: (inout PresentationCourse) -> Bool) {
    // Nobody has seen yet what lies under the black.
    guard !canvas.isBlank else {
      canvas.isBlank = false
      return
    }
    let stop = course.stop
    guard change(&course) else { return showPosition() }
    let isSameStop = stop == course.stop
    let sign = source.isMirrored ? -1.0 : 1.0
    show(
      from: isSameStop ? Point(0, direction.x) : Point(direction.x * sign, direction.y))
  }

  func goForward() {
    go(Point(1, 0)) { $0.goForward { pages(of: $0).count } }
  }

  func goBack() {
    go(Point(-1, 0)) { $0.goBack { pages(of: $0).count } }
  }

  func perform(_ command: PresentationBar.Command) {
    switch command {
    case .back: goBack()
    case .forward: goForward()
    case .leave: leave()
    case .overview:
      go(Point(0, -1)) {
        $0.toggleOverview()
        return true
      }
    case .order(let order):
      go(Point(0, 1)) {
        $0.change(to: order)
        return true
      }
    }
    // A toggle has switched itself, whatever came of it.
    updateBar()
  }

  /// Light or dark, for presentations only, until it is chosen again.
  func toggleDark() {
    let isDarkNow = !theme.isDark
    isDark = isDarkNow == source.theme.isDark ? nil : isDarkNow
    onDarkChosen?(isDark)
    refresh()
  }
}
