import Foundation
import GRDB

/// Which step was made on which: from it follows what is to be undone and done again to get from
/// one state of a workspace to any other that it ever had.
struct HistoryPaths {
  struct Leg: Equatable {
    /// To be taken back, newest first.
    var back: [Int64]
    /// To be done again, in order.
    var forth: [Int64]
  }

  /// By step; 0 stands for the state before the first one.
  private var parents: [Int64: Int64] = [:]
  /// The newest step in force; 0 when there is none.
  private(set) var current: Int64 = 0

  init(_ database: Database) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT sequence, state, parent FROM history ORDER BY sequence")
    // Steps that are in force or can be redone form one chain, whatever version made them.
    var chain: [(sequence: Int64, isDone: Bool, parent: Int64?)] = []
    var left: [(sequence: Int64, parent: Int64?, before: Int64)] = []
    var last: Int64 = 0
    for row in rows {
      let sequence: Int64 = try row.decode(atIndex: 0)
      let state: Int = try row.decode(atIndex: 1)
      let parent: Int64? = try row.decode(atIndex: 2)
      if state == HistoryStep.State.abandoned.rawValue {
        left.append((sequence, parent, last))
      } else {
        chain.append((sequence, state == HistoryStep.State.done.rawValue, parent))
      }
      last = sequence
    }
    var before: Int64 = 0
    for step in chain {
      parents[step.sequence] = before
      before = step.sequence
      if step.isDone { current = step.sequence }
    }
    // Only version 1 made several steps of one chain that do not say what they were made on; what
    // was left behind then is taken to follow what came before it. Since then a step that does not
    // say it was the first one.
    let isFromVersion1 = chain.count { $0.parent == nil } > 1
    for step in left {
      parents[step.sequence] = step.parent ?? (isFromVersion1 ? step.before : 0)
    }
  }

  /// The step that one was made on, 0 for the beginning; nil when there is no such step.
  func parent(of sequence: Int64) -> Int64? { parents[sequence] }

  /// Nil when there is no such step.
  func leg(to sequence: Int64) -> Leg? {
    guard let target = path(to: sequence), let here = path(to: current) else { return nil }
    let known = Set(target)
    guard let fork = here.first(where: known.contains) else { return nil }
    return Leg(
      back: Array(here.prefix { $0 != fork }), forth: target.prefix { $0 != fork }.reversed())
  }

  /// From the step back to the beginning, 0.
  private func path(to sequence: Int64) -> [Int64]? {
    var path = [sequence]
    var step = sequence
    while step != 0 {
      // Parents come before their children: in a forged file there is no going round in circles.
      guard let parent = parents[step], parent < step, parent >= 0 else { return nil }
      path.append(parent)
      step = parent
    }
    return path
  }
}
