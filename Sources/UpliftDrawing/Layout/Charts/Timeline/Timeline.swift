import UpliftCore

/// Initiatives over time: which runs when, its pilot first, what is held, and what stands in the way.
public struct Timeline: Chart {
  public struct Bar: Hashable, Sendable {
    public var reference: EntityReference
    public var title: String
    /// Under the title: owner, status.
    public var detail: String
    public var status: Initiative.Status
    public var start: CalendarDay?
    public var end: CalendarDay?
    public var pilotStart: CalendarDay?
    public var pilotEnd: CalendarDay?
    /// What it makes room for while it is held; empty: not known.
    public var makesRoomFor: String

    public init(
      _ reference: EntityReference, title: String, detail: String = "",
      status: Initiative.Status = .planned, start: CalendarDay? = nil, end: CalendarDay? = nil,
      pilotStart: CalendarDay? = nil, pilotEnd: CalendarDay? = nil, makesRoomFor: String = ""
    ) {
      self.reference = reference
      self.title = title
      self.detail = detail
      self.status = status
      self.start = start
      self.end = end
      self.pilotStart = pilotStart
      self.pilotEnd = pilotEnd
      self.makesRoomFor = makesRoomFor
    }

    var days: [CalendarDay] { [start, end, pilotStart, pilotEnd].compactMap { $0 } }
  }

  /// Bars under one heading: a goal, a status.
  public struct Group: Hashable, Sendable {
    public var title: String
    public var bars: [Bar]

    public init(_ title: String, _ bars: [Bar]) {
      self.title = title
      self.bars = bars
    }
  }

  public struct Milestone: Hashable, Sendable {
    public var reference: EntityReference
    public var title: String
    public var day: CalendarDay
    public var isReached: Bool

    public init(
      _ reference: EntityReference, title: String, day: CalendarDay, isReached: Bool = false
    ) {
      self.reference = reference
      self.title = title
      self.day = day
      self.isReached = isReached
    }
  }

  public struct Barrier: Hashable, Sendable {
    public var reference: EntityReference
    public var title: String
    /// When it was met.
    public var day: CalendarDay
    public var isCleared: Bool
    /// What it is in the way of: a bar or a milestone; nil: of nothing here.
    public var bar: EntityReference?
    /// By which the picture and its key call it; nil: its place in the list.
    public var number: Int?

    public init(
      _ reference: EntityReference, title: String, day: CalendarDay, isCleared: Bool = false,
      bar: EntityReference? = nil, number: Int? = nil
    ) {
      self.reference = reference
      self.title = title
      self.day = day
      self.isCleared = isCleared
      self.bar = bar
      self.number = number
    }
  }

  public var title: String
  public var groups: [Group]
  public var milestones: [Milestone]
  public var barriers: [Barrier]
  public var today: CalendarDay?
  /// The month with which the fiscal year begins, 1…12.
  public var fiscalYearStart: Int
  /// What is shown at least; fixed while something is dragged.
  public var range: ClosedRange<CalendarDay>?
  /// Initiatives that were dropped and are left out.
  public var dropped: Int
  /// Open barriers that are in the way of nothing shown here, and are not drawn.
  public var barriersElsewhere: Int

  /// What is not drawn; empty: everything is.
  public var leftOut = ""

  public init(
    title: String = "", groups: [Group], milestones: [Milestone] = [], barriers: [Barrier] = [],
    today: CalendarDay? = nil, fiscalYearStart: Int = 1, range: ClosedRange<CalendarDay>? = nil,
    dropped: Int = 0, barriersElsewhere: Int = 0
  ) {
    self.dropped = dropped
    self.barriersElsewhere = barriersElsewhere
    self.title = title
    self.groups = groups
    self.milestones = milestones
    self.barriers = barriers
    self.today = today
    self.fiscalYearStart = fiscalYearStart
    self.range = range
  }

  public var bars: [Bar] { groups.flatMap(\.bars) }

  /// Barriers that stand in the way of no bar here: those of milestones and of nothing at all.
  var looseBarriers: [Barrier] {
    let bars = Set(bars.map(\.reference))
    return barriers.filter { !($0.bar.map(bars.contains) ?? false) }
  }

  /// Barriers that stand in the way of no bar and no milestone here.
  var otherBarriers: [Barrier] {
    let milestones = Set(milestones.map(\.reference))
    return looseBarriers.filter { !($0.bar.map(milestones.contains) ?? false) }
  }

  public static func name(of status: Initiative.Status) -> String {
    switch status {
    case .idea: tr("idea")
    case .planned: tr("planned")
    case .running: tr("running")
    case .held: tr("held off")
    case .done: tr("done")
    case .dropped: tr("dropped")
    }
  }

  public var table: TextDocument.Grid {
    func span(_ start: CalendarDay?, _ end: CalendarDay?) -> String {
      let words = [start, end].map { $0.map(DayFormat.local.text) ?? "…" }
      return start == nil && end == nil ? "" : words.joined(separator: " – ")
    }
    func obstacles(of reference: EntityReference) -> String {
      listed(barriers.filter { $0.bar == reference }.map(\.title))
    }
    var rows = groups.flatMap { group in
      group.bars.map { bar in
        let status =
          bar.status == .held && !bar.makesRoomFor.isEmpty
          ? tr("held off, to make room for {title}", ["title": bar.makesRoomFor])
          : Self.name(of: bar.status)
        return [
          bar.title, group.title, status, span(bar.pilotStart, bar.pilotEnd),
          span(bar.start, bar.end),
          obstacles(of: bar.reference),
        ]
      }
    }
    rows += milestones.map {
      [
        $0.title, tr("Milestone"), $0.isReached ? tr("reached") : tr("still ahead"), "",
        DayFormat.local.text($0.day), obstacles(of: $0.reference),
      ]
    }
    rows += otherBarriers.map {
      [
        $0.title, tr("Barrier before no initiative shown here"),
        $0.isCleared ? tr("cleared") : tr("open"), "", DayFormat.local.text($0.day), "",
      ]
    }
    return TextDocument.Grid(
      title,
      [
        .init(tr("Initiative"), weight: 3), .init(tr("Under"), weight: 2), .init(tr("Status")),
        .init(tr("Pilot")), .init(tr("Long run")), .init(tr("In the way")),
      ], rows)
  }

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    layout(measuring: measuring, theme: theme, options: options).scene
  }
}
