import Foundation

/// A meeting's agenda as it is gone through: phases that are started, finished, skipped, opened
/// again and prolonged. At most one of them runs.
public struct Agenda: Equatable, Sendable {
  public var meeting: Meeting
  /// In order.
  public var items: [AgendaItem]
  public var attendances: [Attendance]

  public init(meeting: Meeting, items: [AgendaItem] = [], attendances: [Attendance] = []) {
    self.meeting = meeting
    self.items = items.inOrder()
    self.attendances = attendances
  }

  /// The phase that runs.
  public var current: AgendaItem? { items.first(where: \.isRunning) }

  /// The phase that is to be gone through after the one that runs, or first: an open one, behind
  /// the current one if there is any there.
  public var next: AgendaItem? {
    let open = items.indices.filter { items[$0].state == .open && !items[$0].isRunning }
    let place = items.firstIndex(where: \.isRunning) ?? lastTouched
    return (open.first { $0 > place ?? -1 } ?? open.first).map { items[$0] }
  }

  /// The phase that was ended last.
  private var lastTouched: Int? {
    items.indices.filter { items[$0].endedAt != nil }
      .max { (items[$0].endedAt?.milliseconds ?? 0) < (items[$1].endedAt?.milliseconds ?? 0) }
  }

  /// Members who came, as far as it was noted.
  public var presentCount: Int { attendances.count(where: \.isPresent) }

  /// Planned and added minutes of all phases that are not skipped.
  public var totalMinutes: Int {
    items.reduce(0) { $0 + ($1.state == .skipped ? 0 : $1.minutes + $1.extraMinutes) }
  }

  public func item(_ id: UUID) -> AgendaItem? { items.first { $0.id == id } }

  // MARK: Edits

  /// Begins a phase; the one that runs is done with. One that was over is opened again.
  public func starting(_ id: UUID, at now: Instant = .now) -> Edit? {
    guard let item = item(id), !item.isRunning else { return nil }
    return edit(
      finishingCurrent(at: now) + [
        changing(item) {
          $0.state = .open
          $0.startedAt = now
          $0.endedAt = nil
        }
      ])
  }

  /// Ends the phase that runs.
  public func finishing(at now: Instant = .now) -> Edit? { edit(finishingCurrent(at: now)) }

  /// Ends the phase that runs and begins the next one; the last one is only ended.
  public func goingOn(at now: Instant = .now) -> Edit? {
    next.map { starting($0.id, at: now) } ?? finishing(at: now)
  }

  /// Leaves a phase out; one that runs is ended.
  public func skipping(_ id: UUID, at now: Instant = .now) -> Edit? {
    guard let item = item(id), item.state != .skipped else { return nil }
    return edit([
      changing(item) {
        if $0.isRunning { $0.endedAt = now }
        $0.state = .skipped
      }
    ])
  }

  /// A phase that was done or skipped is to be gone through again.
  public func reopening(_ id: UUID) -> Edit? {
    guard let item = item(id), item.state != .open || item.endedAt != nil else { return nil }
    return edit([
      changing(item) {
        $0.state = .open
        $0.startedAt = nil
        $0.endedAt = nil
      }
    ])
  }

  /// Gives a phase more time.
  ///
  /// - Parameter minutes: what is added; all that was added stays within 0…1440.
  public func prolonging(_ id: UUID, by minutes: Int) -> Edit? {
    guard let item = item(id) else { return nil }
    let longer = min(max(item.extraMinutes + minutes, 0), 1440)
    guard longer != item.extraMinutes else { return nil }
    return edit([changing(item) { $0.extraMinutes = longer }])
  }

  private func finishingCurrent(at now: Instant) -> [Change] {
    items.filter(\.isRunning).map { item in
      changing(item) {
        $0.state = .done
        $0.endedAt = now
      }
    }
  }

  private func changing(_ item: AgendaItem, _ body: (inout AgendaItem) -> Void) -> Change {
    var new = item
    body(&new)
    return .update(from: item, to: new)
  }

  private func edit(_ changes: [Change]) -> Edit? {
    changes.isEmpty ? nil : Edit(.runAgenda, changes)
  }
}
