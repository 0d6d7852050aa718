import Foundation
import Gtk
import UpliftCore

/// The rows of a register that can be seen, and a few around them. A row that leaves the view is
/// used again for one that comes into it, so that thousands of records cost no more than a screen.
@MainActor final class RegisterRows<Record: Ranked> {
  /// Says of itself how many rows there are.
  let box = Box(.vertical)
  /// Those that exist, in their order.
  private(set) var rows: [RegisterRow<Record>] = []
  /// The place of the first of them among all that are shown.
  private(set) var first = 0
  /// A row that has the keyboard is about to leave the view.
  var onLosing: ((RegisterRow<Record>) -> Void)?

  private let above = Box(.vertical)
  private let below = Box(.vertical)
  private var shown: [Record] = []
  private var places: [UUID: Int] = [:]
  /// Where each row begins, in logical pixels, and where the last one ends.
  private var offsets: [Int] = [0]
  private var heights: [UUID: Int] = [:]
  private var estimates: [UUID: (record: Record, height: Int)] = [:]
  /// Logical pixels.
  private var usualHeight = 0
  private var spares: [RegisterRow<Record>] = []
  private var scroller: ScrolledWindow?
  private var isWaiting = false
  /// A row that must exist although it may not be in the view yet.
  private var wanted: Int?
  private var scrolling: Timeout?
  /// Rows were filled while nobody could know how high their texts are.
  private var isUnmeasured = false

  /// How wide the columns are now.
  var widths: () -> [Int] = { [] }
  /// For which the known heights were measured.
  private var measuredWidths: [Int] = []

  private let make: () -> RegisterRow<Record>
  private let fill: (RegisterRow<Record>, Record, _ place: Int) -> Void
  private let estimate: (Record) -> Int

  /// Logical pixels that are kept ready above and below the view.
  private static var margin: Int { 320 }
  /// Rows that exist while nobody knows how much can be seen.
  private static var unseenRows: Int { 40 }
  private static var estimatedRows: Int { 200 }

  /// - Parameters:
  ///   - fill: shows a record in a row.
  ///   - estimate: how high a record's row is likely to be, in logical pixels.
  init(
    make: @escaping () -> RegisterRow<Record>,
    fill: @escaping (RegisterRow<Record>, Record, _ place: Int) -> Void,
    estimate: @escaping (Record) -> Int
  ) {
    self.make = make
    self.fill = fill
    self.estimate = estimate
    for spacer in [above, below] {
      spacer.setAccessibleRole(.presentation)
      spacer.isVisible = false
      box.append(spacer)
    }
    box.onMap { [weak self] in
      self?.findScroller()
      self?.wait()
    }
    box.onUnmap { [weak self] in self?.scroller = nil }
  }

  /// Everything is filled anew.
  func show(_ records: [Record]) {
    shown = records
    places = [:]
    places.reserveCapacity(records.count)
    for (place, record) in records.enumerated() { places[record.id] = place }
    if heights.count > records.count * 2 + 100 { heights = [:] }
    estimateHeights()
    measure()
    realise(refills: true)
  }

  func row(_ id: UUID) -> RegisterRow<Record>? { rows.first { $0.id == id } }
  func place(of id: UUID) -> Int? { places[id] }

  // MARK: Where rows stand

  private func measure() {
    offsets = [0]
    offsets.reserveCapacity(shown.count + 1)
    var y = 0
    for record in shown {
      y += heights[record.id] ?? estimates[record.id]?.height ?? usualHeight
      offsets.append(y)
    }
  }

  /// Putting thousands of texts together takes its time, so most rows are taken for usual ones until
  /// they come near.
  private func estimateHeights() {
    let known = estimates
    estimates = [:]
    for record in shown.prefix(Self.estimatedRows) {
      let old = known[record.id].flatMap { $0.record == record ? $0.height : nil }
      estimates[record.id] = (record, old ?? estimate(record))
    }
    usualHeight = estimates.values.reduce(0) { $0 + $1.height } / max(1, estimates.count)
  }

  /// The row at a place in the box.
  private func place(at y: Int) -> Int {
    var low = 0
    var high = max(0, shown.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if offsets[middle] <= y { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// From the upper to the lower edge of what can be seen, in the box's own pixels; nil when nobody
  /// knows.
  private var view: (top: Int, bottom: Int)? {
    guard let scroller, box.isMapped, scroller.height > 1, let frame = box.frame(in: scroller)
    else { return nil }
    return (Int(-frame.y), Int(-frame.y) + scroller.height)
  }

  /// Whether something of the row at a place can be seen.
  func isSeen(_ place: Int) -> Bool {
    guard let view, shown.indices.contains(place) else { return false }
    return offsets[place] < view.bottom && offsets[place + 1] > view.top
  }

  /// Rows that a page up or down goes by.
  var rowsInView: Int {
    guard let view else { return 10 }
    return max(1, (view.bottom - view.top) / 40 - 1)
  }

  private func range() -> Range<Int> {
    guard !shown.isEmpty else { return 0..<0 }
    var range = 0..<min(shown.count, Self.unseenRows)
    if let view {
      let start = place(at: max(0, view.top - Self.margin))
      range = start..<min(shown.count, place(at: view.bottom + Self.margin) + 1)
    }
    guard let wanted, shown.indices.contains(wanted), !range.contains(wanted) else { return range }
    let half = max(12, range.count / 2)
    return max(0, wanted - half)..<min(shown.count, wanted + half)
  }

  // MARK: Making rows

  private func realise(refills: Bool = false) {
    let isWider = takeWidths()
    let range = range()
    if !refills, !isWider, range.lowerBound == first, range.count == rows.count { return }
    let old = rows
    var known: [UUID: RegisterRow<Record>] = [:]
    for row in old { known[row.id] = row }
    let needed = Set(shown[range].map(\.id))
    for row in old where !needed.contains(row.id) {
      known[row.id] = nil
      if row.box.containsFocus { onLosing?(row) }
      spares.append(row)
    }
    var new: [RegisterRow<Record>] = []
    new.reserveCapacity(range.count)
    var filled: [Int] = []
    for place in range {
      let record = shown[place]
      if let row = known[record.id] {
        new.append(row)
        if refills || row.place != place {
          fill(row, record, place)
          filled.append(place)
        }
      } else {
        let row = spares.popLast() ?? make()
        fill(row, record, place)
        new.append(row)
        filled.append(place)
      }
    }
    rows = new
    first = range.lowerBound
    let inBox = old.filter { row in new.contains { $0 === row } || spares.contains { $0 === row } }
    PageParts.arrange(box, inBox.map(\.box), new.map(\.box), after: above)
    if spares.count > Self.unseenRows { spares.removeLast(spares.count - Self.unseenRows) }
    if box.isMapped {
      adaptHeights(isWider ? Array(range) : filled)
    } else if !filled.isEmpty {
      isUnmeasured = true
    }
    showSpace()
  }

  /// Other widths ask for other heights.
  private func takeWidths() -> Bool {
    guard box.isMapped else { return false }
    let now = widths()
    guard now != measuredWidths else { return false }
    measuredWidths = now
    heights = [:]
    return true
  }

  /// As high as their highest text; what that moves above the view does not move the view.
  private func adaptHeights(_ places: [Int]) {
    let top = view?.top ?? 0
    var moved = 0
    for place in places {
      let row = rows[place - first]
      let height = row.adaptHeight(measuredWidths)
      let old = offsets[place + 1] - offsets[place]
      heights[row.id] = height
      if height != old, offsets[place + 1] <= top { moved += height - old }
    }
    guard !places.isEmpty else { return }
    measure()
    guard moved != 0, let scroller else { return }
    scroller.verticalAdjustment.value += Double(moved)
  }

  private func showSpace() {
    let last = first + rows.count
    let total = offsets[shown.count]
    for (spacer, height) in [(above, offsets[first]), (below, total - offsets[last])] {
      spacer.isVisible = height > 0
      spacer.setSizeRequest(height: height)
    }
  }

  // MARK: Scrolling

  private func findScroller() {
    guard scroller == nil, let found = box.verticalScroller else { return }
    scroller = found
    let adjustment = found.verticalAdjustment
    adjustment.onValueChanged { [weak self] in self?.wait() }
    adjustment.onSizeChanged { [weak self] in self?.wait() }
    // The columns have another width then.
    found.horizontalAdjustment.onSizeChanged { [weak self] in self?.wait() }
  }

  /// Before the next frame.
  private func wait() {
    guard !isWaiting, box.isMapped else { return }
    isWaiting = true
    box.onTick { [weak self] _ in
      guard let self else { return false }
      isWaiting = false
      let refills = isUnmeasured || (rows.isEmpty && !shown.isEmpty)
      isUnmeasured = false
      realise(refills: refills)
      return false
    }
  }

  /// Makes a row exist, and brings it into the view once it has its place there.
  @discardableResult
  func reveal(_ place: Int) -> RegisterRow<Record>? {
    guard shown.indices.contains(place) else { return nil }
    wanted = place
    realise()
    let id = shown[place].id
    scrolling = Timeout.whenIdle { [weak self] in self?.scroll(to: id, tries: 60) }
    return row(id)
  }

  /// Where it stands is known for certain only when it and the rows before it are laid out.
  ///
  /// - Parameters:
  ///   - tries: frames to wait for room that is still being given out.
  ///   - calm: frames in a row in which it was in the view.
  private func scroll(to id: UUID, tries: Int, calm: Int = 0) {
    guard let scroller, let view, let place = places[id], tries > 0 else {
      wanted = nil
      return
    }
    var top = offsets[place] - view.top
    var bottom = offsets[place + 1] - view.top
    if let row = row(id), let frame = row.box.frame(in: scroller), frame.height > 1 {
      top = Int(frame.y)
      bottom = Int(frame.y + frame.height)
    }
    let height = view.bottom - view.top
    let change = top < 0 ? top : bottom > height ? bottom - height : 0
    guard change != 0 || calm < 2 else {
      wanted = nil
      return
    }
    if change != 0 { scroller.verticalAdjustment.value += Double(change) }
    box.onTick { [weak self] _ in
      self?.scroll(to: id, tries: tries - 1, calm: change == 0 ? calm + 1 : 0)
      return false
    }
  }
}
