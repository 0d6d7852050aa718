import Foundation

/// Targets have no place of their own: they stand in the order of their days.
extension TargetChange: Ranked {
  public var rank: Rank {
    get { Rank(day: day) }
    set {}
  }

  public func precedes(_ other: TargetChange) -> Bool {
    day == other.day ? id < other.id : day < other.day
  }
}

extension TargetChange: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<TargetChange> {
    var register = Register<TargetChange>(
      name: "targets", title: tr("Targets"),
      columns: [
        .reference("metric", tr("Metric"), weight: 2.2, \.metricID, to: .metric, in: context)
          .first(),
        day(in: context),
        .number("target", tr("Target"), \.target, in: context)
          .onScale(of: { context.metric($0.metricID) }, \.target, in: context),
        .computed(
          "state", tr("State"), rule: rule,
          text: { context.targetState(of: $0).title },
          key: { RegisterKey(sorting: context.targetState(of: $0).title) }),
        .text("reason", tr("Why"), weight: 2, grows: true, \.reason),
        .person("agreed by", tr("Who agreed"), weight: 1.6, \.agreedBy, in: context),
      ],
      explanation: tr(
        "No target yet. A target says what a metric is to reach, from a day on; the targets before it are kept."
      ),
      addTitle: tr("Add target"), addName: .setTarget,
      make: { last in
        let metric = last?.metricID ?? context.firstID(of: .metric)
        let own = context.records(Metric.self).first { $0.id == metric }
        return TargetChange(metricID: metric, day: context.today, target: own?.target)
      },
      recordName: { change in
        [
          context.title(of: EntityReference(.metric, change.metricID)) ?? "",
          context.days.text(change.day),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
      })
    register.summary = { _ in ["", rule].filter { !$0.isEmpty } }
    register.owner = RegisterOwner(.metric, column: "metric", in: context)
    register.consequences = { consequences(of: $0, in: context) }
    return register
  }

  static var rule: String {
    tr("The newest target whose day has come is the metric’s target.")
  }

  private var ownDay: CalendarDay? {
    get { day }
    set { day = newValue ?? day }
  }

  /// There is no target without a day.
  private static func day(in context: RegisterContext) -> RegisterColumn<TargetChange> {
    var column: RegisterColumn<TargetChange> = .day("from", tr("From"), \.ownDay, in: context)
    let set = column.set
    column.set = { change, text in text.isBlank ? false : set(&change, text) }
    return column
  }

  /// The metrics whose target is another one afterwards.
  private static func consequences(
    of changes: [Change], in context: RegisterContext
  ) -> [Change] {
    let before = context.records(TargetChange.self)
    var after = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for change in changes {
      switch change {
      case .insert(let record), .update(_, let record):
        if let target = record as? TargetChange { after[target.id] = target }
      case .delete(let reference): after[reference.id] = nil
      }
    }
    let (old, new) = (
      Dictionary(grouping: before, by: \.metricID),
      Dictionary(grouping: after.values, by: \.metricID)
    )
    return context.records(Metric.self).flatMap { metric in
      let (was, now) = (old[metric.id] ?? [], new[metric.id] ?? [])
      guard Set(was.map(\.id)) != Set(now.map(\.id)) || was.byDay() != now.byDay() else {
        return [Change]()
      }
      return metric.following(
        now, from: was.inForce(on: context.today)?.target, on: context.today)
    }
  }

  /// Where a target stands among those of its metric.
  enum State {
    case past, inForce, toCome

    var title: String {
      switch self {
      case .past: tr("before")
      case .inForce: tr("in force")
      case .toCome: tr("to come")
      }
    }
  }
}

extension RegisterContext {
  func targetState(of change: TargetChange) -> TargetChange.State {
    guard change.day <= today else { return .toCome }
    return targetsInForce[change.metricID] == change.id ? .inForce : .past
  }
}
