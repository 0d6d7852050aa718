import UpliftDrawing

/// Where a presentation is, and where it goes from there.
struct PresentationCourse {
  /// The stops of each order, from the first to the last.
  private var stops: [PresentationOrder: [PresentationStop]]
  private(set) var order: PresentationOrder
  private(set) var stop: PresentationStop
  /// Of the stop's pages, from 0.
  private(set) var page = 0
  /// Where one was when the order was changed.
  private var left: [PresentationOrder: PresentationStop] = [:]

  init(
    _ stops: [PresentationOrder: [PresentationStop]], order: PresentationOrder,
    stop: PresentationStop, page: Int = 0
  ) {
    self.stops = stops
    self.order = order
    self.stop = stops[order]?.contains(stop) == true ? stop : .overview
    self.page = self.stop == stop ? page : 0
  }

  private var list: [PresentationStop] { stops[order] ?? [.overview] }
  private var index: Int { list.firstIndex(of: stop) ?? 0 }

  /// The number of the stop, from 1, and of how many; nil for the whole.
  var position: (number: Int, count: Int)? {
    stop == .overview ? nil : (index, list.count - 1)
  }

  /// False at the end.
  mutating func goForward(pageCount: (PresentationStop) -> Int) -> Bool {
    if page + 1 < pageCount(stop) {
      page += 1
      return true
    }
    guard list.indices.contains(index + 1) else { return false }
    go(to: list[index + 1])
    return true
  }

  /// False at the beginning. A stop is come back to at its last page.
  mutating func goBack(pageCount: (PresentationStop) -> Int) -> Bool {
    if page > 0 {
      page -= 1
      return true
    }
    guard index > 0 else { return false }
    let target = list[index - 1]
    go(to: target, page: max(0, pageCount(target) - 1))
    return true
  }

  mutating func goToStart() { go(to: list.first ?? .overview) }
  mutating func goToEnd(pageCount: (PresentationStop) -> Int) {
    let target = list.last ?? .overview
    go(to: target, page: max(0, pageCount(target) - 1))
  }

  mutating func go(to target: PresentationStop, page: Int = 0) {
    stop = target
    self.page = page
  }

  /// Goes through something else, from where one was in it, or else from its first stop.
  mutating func change(to order: PresentationOrder) {
    guard order != self.order || stop == .overview, let list = stops[order] else { return }
    if stop != .overview { left[self.order] = stop }
    self.order = order
    go(
      to: left[order].flatMap { list.contains($0) ? $0 : nil } ?? list.dropFirst().first
        ?? .overview)
  }

  /// The whole, and back again.
  mutating func toggleOverview() {
    guard stop == .overview else {
      left[order] = stop
      return go(to: .overview)
    }
    change(to: order)
  }

  /// Somebody changed what is presented: one stays where one is, or close to it.
  mutating func follow(
    _ stops: [PresentationOrder: [PresentationStop]], pageCount: (PresentationStop) -> Int
  ) {
    let place = index
    self.stops = stops
    if !list.contains(stop) {
      let near = list.indices.contains(place) ? list[place] : list.last
      go(to: near ?? .overview)
    }
    page = min(page, max(0, pageCount(stop) - 1))
  }
}
