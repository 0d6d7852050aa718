import Foundation

/// The targets that a metric was given, oldest first: from when, how much, why, and who agreed.
public struct TargetGrid: RecordGrid {
  public private(set) var rows: [GridLine] = []
  public private(set) var columns: [GridLine] = []
  private let metric: Metric
  private let today: CalendarDay
  private let before: Double?
  /// Oldest first as they were read; new ones at the end.
  private var list: [TargetChange]
  private var records: ChangingRecords<TargetChange>

  public init(_ metric: Metric, changes: [TargetChange], today: CalendarDay) {
    self.metric = metric
    self.today = today
    list = changes.filter { $0.metricID == metric.id }.byDay()
    records = ChangingRecords(list)
    before = list.inForce(on: today)?.target
    rows = makeRows()
    columns = makeColumns()
  }

  public var title: String { tr("Targets") }
  public var corner: String { tr("From") }
  public var rule: String {
    tr("The newest target whose day has come is the metric’s target.")
  }
  public var editName: EditName { .setTarget }
  public var explanation: String {
    let how = tr(
      "Write from when a target counts into the first column; then the target, why, and who agreed."
    )
    guard let scale = metric.scale else { return how }
    return how + " "
      + tr(
        "A target goes from {lower} to {upper}.",
        [
          "lower": MetricWords.number(scale.lowerBound),
          "upper": MetricWords.number(scale.upperBound),
        ])
  }

  private func makeRows() -> [GridLine] {
    let current = list.inForce(on: today)?.id
    return list.map { change in
      var line = GridLine(
        id: change.id.uuidString, title: DayFormat.local.text(change.day))
      if change.id == current { line.detail = tr("in force") }
      return line
    } + [GridLine.new(tr("Add a day"))]
  }

  private func makeColumns() -> [GridLine] {
    [
      GridLine(
        id: "target",
        title: metric.unit.isBlank
          ? tr("Target") : tr("Target ({unit})", ["unit": metric.unit]), isEditable: false),
      GridLine(id: "reason", title: tr("Why"), isEditable: false),
      GridLine(id: "agreed", title: tr("Who agreed"), isEditable: false),
    ]
  }

  public func kind(at place: GridPlace) -> GridCellKind { place.column == 0 ? .decimal : .text }

  public func cell(at place: GridPlace) -> GridCell {
    guard list.indices.contains(place.row) else { return GridCell() }
    let change = list[place.row]
    switch place.column {
    case 0:
      return GridCell(
        change.target.map(MetricWords.number) ?? "",
        spoken: change.target == nil ? tr("no target from then on") : "")
    case 1: return GridCell(change.reason)
    default: return GridCell(change.agreedBy)
    }
  }

  public mutating func set(_ text: String, at place: GridPlace) -> Bool {
    guard list.indices.contains(place.row), let value = kind(at: place).value(text) else {
      return false
    }
    switch place.column {
    case 0:
      let target = MetricWords.value(value)
      if let target, !metric.allows(target) { return false }
      list[place.row].target = target
    case 1: list[place.row].reason = value
    default: list[place.row].agreedBy = value
    }
    records.put(list[place.row])
    return true
  }

  public mutating func rename(row: Int, to name: String) -> Bool {
    defer { rows = makeRows() }
    guard let day = DayFormat.local.day(name), row >= 0, row <= list.count else { return false }
    if row < list.count {
      list[row].day = day
      records.put(list[row])
    } else {
      let change = TargetChange(metricID: metric.id, day: day)
      list.append(change)
      records.put(change)
    }
    return true
  }

  public var changes: [Change] {
    let changes = records.changes
    guard !changes.isEmpty else { return [] }
    return changes + metric.following(Array(records.now.values), from: before, on: today)
  }

  public func removing(row: Int) -> Edit? {
    guard list.indices.contains(row) else { return nil }
    let rest = list.filter { $0.id != list[row].id }
    return Edit(
      .delete,
      [.delete(list[row].reference)] + metric.following(rest, from: before, on: today))
  }
}

extension Metric {
  /// The metric with another target from a day on, kept in the history of its targets; nil when
  /// that changes nothing. Who agreed to the old one has not agreed to this one.
  ///
  /// - Parameters:
  ///   - history: the targets that it was given.
  ///   - keepsAgreement: who agreed was said together with the new target.
  ///   - typing: names one stretch of typing; edits of the same one are one step of undo.
  public func settingTarget(
    _ target: Double?, on day: CalendarDay, reason: String = "", history: [TargetChange],
    keepsAgreement: Bool = false, typing: UUID? = nil
  ) -> Edit? {
    guard target != self.target else { return nil }
    var new = self
    new.target = target
    let own = history.filter { $0.metricID == id }
    let known = own.byDay().last { $0.day == day }
    if !keepsAgreement, self.target != nil { new.takeAgreement(of: known) }
    let change: Change
    if let known {
      var changed = known
      changed.target = target
      if !reason.isEmpty { changed.reason = reason }
      change = .update(from: known, to: changed)
    } else {
      change = .insert(TargetChange(metricID: id, day: day, target: target, reason: reason))
    }
    return Edit(
      .setTarget, [.update(from: self, to: new), change],
      coalescing: typing.map { "details \($0)" })
  }

  private mutating func takeAgreement(of change: TargetChange?) {
    let change = change.flatMap { $0.agreedBy.isBlank ? nil : $0 }
    agreedBy = change?.agreedBy ?? ""
    agreedOn = change?.day
  }

  /// The metric's own target, and who agreed to it, go along when another one is in force than
  /// before.
  func following(
    _ history: [TargetChange], from before: Double?, on today: CalendarDay
  ) -> [Change] {
    guard let current = history.inForce(on: today) else { return [] }
    var new = self
    if current.target != before, current.target != target {
      new.target = current.target
      new.takeAgreement(of: current)
    } else if current.target == target, !current.agreedBy.isBlank, current.agreedBy != agreedBy {
      new.takeAgreement(of: current)
    }
    return new == self ? [] : [.update(from: self, to: new)]
  }
}

extension Sequence<TargetChange> {
  /// Oldest first; of one day by id, so that the order is total.
  public func byDay() -> [TargetChange] {
    sorted { $0.day == $1.day ? $0.id.uuidString < $1.id.uuidString : $0.day < $1.day }
  }

  /// The last whose day has come.
  public func inForce(on day: CalendarDay) -> TargetChange? {
    byDay().last { $0.day <= day }
  }
}
