import UpliftCore

/// The way up: milestones on a rising path, and the barriers that lie on it.
public struct WayUp: Chart {
  public enum State: Hashable, Sendable {
    case reached
    /// The next one.
    case now
    case ahead
  }

  public struct Milestone: Hashable, Sendable {
    public var reference: EntityReference
    public var title: String
    /// Under the title: the day.
    public var detail: String
    public var state: State

    public init(
      _ reference: EntityReference, title: String, detail: String = "", state: State = .ahead
    ) {
      self.reference = reference
      self.title = title
      self.detail = detail
      self.state = state
    }
  }

  public struct Barrier: Hashable, Sendable {
    public var reference: EntityReference
    public var title: String
    /// Under the title: who clears it, since when.
    public var detail: String
    /// The milestone that it lies before, in their order; nil: the next one that is not reached.
    public var before: EntityReference?
    public var isCleared: Bool

    public init(
      _ reference: EntityReference, title: String, detail: String = "",
      before: EntityReference? = nil, isCleared: Bool = false
    ) {
      self.reference = reference
      self.title = title
      self.detail = detail
      self.before = before
      self.isCleared = isCleared
    }
  }

  public var title: String
  /// From the first agreement to everybody at work on it.
  public var milestones: [Milestone]
  public var barriers: [Barrier]
  /// Open barriers that lie before no milestone.
  public var openElsewhere: Int

  /// What is not drawn; empty: everything is.
  public var leftOut = ""

  public init(
    title: String = "", milestones: [Milestone], barriers: [Barrier] = [], openElsewhere: Int = 0
  ) {
    self.openElsewhere = openElsewhere
    self.title = title
    self.milestones = milestones
    self.barriers = barriers
  }

  /// The place of the milestone that a barrier lies before.
  func place(of barrier: Barrier) -> Int {
    if let before = barrier.before,
      let index = milestones.firstIndex(where: { $0.reference == before })
    {
      return index
    }
    return milestones.firstIndex { $0.state != .reached } ?? milestones.count - 1
  }

  static func name(of state: State) -> String {
    switch state {
    case .reached: tr("reached")
    case .now: tr("next")
    case .ahead: tr("still ahead")
    }
  }

  public var table: TextDocument.Grid {
    TextDocument.Grid(
      title,
      [
        .init(tr("On the way"), weight: 3), .init(tr("What it is"), weight: 2),
        .init("", weight: 2),
      ],
      milestones.map {
        [$0.title, tr("Milestone, {state}", ["state": Self.name(of: $0.state)]), $0.detail]
      }
        + barriers.map { barrier in
          let next =
            milestones.isEmpty ? "" : milestones[place(of: barrier)].title
          let kind = barrier.isCleared ? tr("Cleared barrier") : tr("Barrier")
          return [
            barrier.title,
            next.isEmpty
              ? kind : tr("{kind} before {milestone}", ["kind": kind, "milestone": next]),
            barrier.detail,
          ]
        })
  }

  public func scene(
    measuring: any TextMeasuring, theme: Theme, options: ChartOptions
  ) -> Scene {
    let chart = ChartComposer(
      title, texts: milestones.map(\.title) + barriers.map(\.title), measuring, theme, options)
    var composer = WayUpComposer(way: self, chart: chart)
    return composer.compose()
  }
}
