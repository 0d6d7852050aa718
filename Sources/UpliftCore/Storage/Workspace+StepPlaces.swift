import Foundation
import GRDB

extension Workspace {
  /// Records of a step that are looked up; more stand beside them.
  private static let mostLookedUp = 200
  private static let largestLookedUp = 4_000_000

  /// The maps, boards and groups on which the records of a step of the history are, as far as they
  /// are there now. None when the step is about such a map, board or group itself.
  public func places(of step: HistoryStep) throws -> [EntityReference] {
    guard step.size < Self.largestLookedUp else { return [] }
    return try read { database in
      guard
        let bytes = try Data.fetchOne(
          try database.cachedStatement(sql: "SELECT changeset FROM history WHERE sequence = ?"),
          arguments: [step.sequence]),
        let entries = try? ChangesetReader.entries(of: bytes)
      else { return [] }
      let wholes: Set<EntityKind> = [.journeyMap, .board, .advisoryGroup]
      guard !entries.contains(where: { wholes.contains($0.reference.kind) }) else { return [] }
      var found: [EntityReference] = []
      for entry in entries.prefix(Self.mostLookedUp) {
        guard let place = try Self.place(of: entry.reference, database)?.0,
          !found.contains(place)
        else { continue }
        found.append(place)
      }
      return found
    }
  }
}
