import UpliftCore

/// A chart that is too high for a page goes on on the next one.
protocol SplitChart: Chart {
  /// The upper and the lower half; nil when there is nothing to part.
  var halves: (Self, Self)? { get }
}

extension Timeline: SplitChart {
  /// Both with the same calendar; milestones stand in the lower one.
  var halves: (Timeline, Timeline)? {
    guard let (upper, lower) = groups.halves(weight: { $0.bars.count + 1 }) else { return nil }
    var (first, second) = (self, self)
    first.groups = upper
    first.milestones = []
    second.groups = lower
    let own = Set(first.bars.map(\.reference))
    // A barrier is called the same in both.
    var numbered = barriers
    for index in numbered.indices { numbered[index].number = numbered[index].number ?? index + 1 }
    first.barriers = numbered.filter { $0.bar.map(own.contains) ?? false }
    second.barriers = numbered.filter { !($0.bar.map(own.contains) ?? false) }
    // What is left out is said once.
    first.dropped = 0
    first.barriersElsewhere = 0
    let days =
      bars.flatMap { [$0.start, $0.end, $0.pilotStart, $0.pilotEnd] }.compactMap(\.self)
      + milestones.map(\.day) + barriers.map(\.day) + [today].compactMap(\.self)
    if range == nil, let least = days.min(), let most = days.max() {
      first.range = least...most
      second.range = least...most
    }
    return (first, second)
  }
}

extension BarChart: SplitChart {
  var halves: (BarChart, BarChart)? {
    guard direction == .along,
      let (upper, lower) = groups.halves(weight: { $0.categories.count + 1 })
    else { return nil }
    var (first, second) = (self, self)
    first.groups = upper
    first.rule = ""
    second.groups = lower
    // Bars of the same length mean the same in both.
    first.leastEnd = most
    second.leastEnd = most
    return (first, second)
  }
}

extension HeatTable: SplitChart {
  var halves: (HeatTable, HeatTable)? {
    guard let (upper, lower) = rows.halves(weight: { _ in 1 }) else { return nil }
    var (first, second) = (self, self)
    first.rows = upper
    first.rule = ""
    second.rows = lower
    return (first, second)
  }
}

extension Array {
  /// Parted where both weigh about the same; nil when there are not two.
  fileprivate func halves(weight: (Element) -> Int) -> ([Element], [Element])? {
    guard count > 1 else { return nil }
    let half = reduce(0) { $0 + weight($1) } / 2
    var sum = 0
    var place = 0
    while place < count - 1, sum + weight(self[place]) <= half {
      sum += weight(self[place])
      place += 1
    }
    place = Swift.max(place, 1)
    return (Array(self[..<place]), Array(self[place...]))
  }
}
