import Foundation
import GRDB

/// The workspace as it was.
extension Workspace {
  /// Everything, as it was after a step of the history: one that is in force, was undone or was
  /// left behind. The file is not touched.
  ///
  /// - Parameter sequence: the step's; 0: as it was before the first one.
  /// - Throws: `WorkspaceError.noSuchVersion` when the history cannot say it.
  public func contents(at sequence: Int64) throws -> WorkspaceContents {
    try WorkspaceFile.translatingErrors(url.path) {
      let memory = try WorkspaceFile.copyInMemory(of: queue)
      defer { try? memory.close() }
      return try memory.writeWithoutTransaction { database in
        var contents: WorkspaceContents?
        try database.inTransaction {
          try travel(to: sequence, in: database)
          contents = try Self.contents(database)
          return .rollback
        }
        guard let contents else { throw WorkspaceError.noSuchVersion(path: url.path) }
        return contents
      }
    }
  }

  /// A map as it is or was; nil when it is not or was not there.
  public func journey(_ version: MapVersion) throws -> JourneyContents? {
    guard let sequence = version.sequence else { return try journey(version.mapID) }
    return try contents(at: sequence).journey(version.mapID)
  }

  /// What is different between two maps, each as it is or was; nil when one of them is not there.
  public func comparison(
    from old: MapVersion, to new: MapVersion
  ) throws -> JourneyComparison? {
    guard let before = try journey(old), let after = try journey(new) else { return nil }
    return JourneyComparison(from: before, to: after, basis: try basisOfParts())
  }

  /// The same comparison, of the maps as they are now. What was is not read again: it stays.
  public func refreshed(
    _ comparison: JourneyComparison, from old: MapVersion, to new: MapVersion
  ) throws -> JourneyComparison? {
    func now(_ version: MapVersion, _ known: JourneyContents) throws -> JourneyContents? {
      version.sequence == nil ? try journey(version.mapID) : known
    }
    guard let before = try now(old, comparison.old), let after = try now(new, comparison.new)
    else { return nil }
    return JourneyComparison(from: before, to: after, basis: try basisOfParts())
  }

  /// Makes the whole workspace what it was after a step, as one new step that can be undone.
  ///
  /// - Parameter progress: is told now and then how much is done, 0…1, and answers false to
  ///   cancel.
  /// - Throws: `WorkspaceError.noSuchVersion` when the history cannot say it;
  ///   `CancellationError`; then nothing has changed.
  @discardableResult
  public func restore(
    _ sequence: Int64, progress: ((Double) -> Bool)? = nil
  ) throws -> WorkspaceChange {
    let change = try changing { database in
      let changeset = try Changeset.recording(database) {
        try self.travel(
          to: sequence, in: database,
          progress: progress.map { tell in
            { (share: Double) -> Bool in tell(share * Self.shareOfApplying) }
          })
      }
      guard !changeset.isEmpty else { return nil }
      try self.record(changeset, of: Edit(.restore, []), in: database)
      return try self.describe(changeset, in: database, telling: progress)
    }
    return change ?? WorkspaceChange()
  }

  /// Bytes of all the steps that lie between the workspace as it is and as it was after a step:
  /// how much work it is to restore that.
  ///
  /// - Throws: `WorkspaceError.noSuchVersion` when the history cannot say it.
  public func distance(to sequence: Int64) throws -> Int {
    try read { database in
      guard let leg = try HistoryPaths(database).leg(to: sequence) else {
        throw WorkspaceError.noSuchVersion(path: self.url.path)
      }
      return try Self.sizes(of: leg.back + leg.forth, in: database).reduce(0, +)
    }
  }

  private static func sizes(of steps: [Int64], in database: Database) throws -> [Int] {
    try steps.map {
      try Int.fetchOne(
        try database.cachedStatement(
          sql: "SELECT length(changeset) FROM history WHERE sequence = ?"), arguments: [$0]) ?? 0
    }
  }

  /// Inside an open transaction; the history itself stays.
  private func travel(
    to sequence: Int64, in database: Database, progress: ((Double) -> Bool)? = nil
  ) throws {
    let error = WorkspaceError.noSuchVersion(path: url.path)
    guard let leg = try HistoryPaths(database).leg(to: sequence) else { throw error }
    let sizes = try Self.sizes(of: leg.back + leg.forth, in: database)
    let total = Double(max(sizes.reduce(0, +), 1))
    var done = 0.0
    func apply(_ step: Int64, size: Int, isBack: Bool) throws {
      guard
        let bytes = try Data.fetchOne(
          database, sql: "SELECT changeset FROM history WHERE sequence = ?", arguments: [step])
      else { throw error }
      let changeset = try Changeset(stored: bytes)
      let share = Double(size) / total
      let start = done
      try (isBack ? changeset.inverted() : changeset).apply(
        to: database,
        progress: progress.map { tell in
          { (part: Double) -> Bool in tell(start + share * part) }
        })
      done += share
    }
    do {
      for (step, size) in zip(leg.back, sizes) { try apply(step, size: size, isBack: true) }
      for (step, size) in zip(leg.forth, sizes.dropFirst(leg.back.count)) {
        try apply(step, size: size, isBack: false)
      }
    } catch let problem as DatabaseError
      where [.SQLITE_ABORT, .SQLITE_CONSTRAINT, .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_MISMATCH]
      .contains(problem.resultCode)
    {
      throw error
    }
    guard try WorkspaceInfo.fetchCount(database) == 1 else { throw error }
  }

  // MARK: Names

  /// Newest step first.
  public func namedVersions() throws -> [NamedVersion] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT sequence, title, at FROM history_name ORDER BY sequence DESC"
      ).map { row in
        NamedVersion(
          sequence: try row.decode(atIndex: 0), title: try row.decode(atIndex: 1),
          at: try row.decode(atIndex: 2))
      }
    }
  }

  /// The newest step that is in force; 0 when there is none: what "this version" is now.
  public func currentStep() throws -> Int64 {
    try read { database in
      try Int64.fetchOne(
        database, sql: "SELECT sequence FROM history WHERE \(HistoryStep.newestDone)") ?? 0
    }
  }

  /// Gives the workspace, as it was after a step, a name, or another one. It changes nothing in
  /// the workspace and is no step of its own.
  ///
  /// - Throws: `WorkspaceError.noSuchVersion` when there is no such step.
  public func nameVersion(_ sequence: Int64, _ title: String) throws {
    try writeNames { database in
      let isKnown =
        try sequence == 0
        || Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM history WHERE sequence = ?)",
          arguments: [sequence]) ?? false
      guard isKnown else { throw WorkspaceError.noSuchVersion(path: self.url.path) }
      try database.execute(
        sql: """
          INSERT INTO history_name (sequence, title, at) VALUES (?, ?, ?)
          ON CONFLICT (sequence) DO UPDATE SET title = excluded.title
          """, arguments: [sequence, title, Instant.now])
    }
  }

  /// Takes the name away; the version itself stays in the history.
  public func removeVersionName(_ sequence: Int64) throws {
    try writeNames { database in
      try database.execute(
        sql: "DELETE FROM history_name WHERE sequence = ?", arguments: [sequence])
    }
  }

  /// Names are no records: whoever shows them reads them again, as after any change that says no
  /// more.
  private func writeNames(_ body: (Database) throws -> Void) throws {
    _ = try changing { database in
      try body(database)
      return .wholesale
    }
  }

  static func versionTitle(_ sequence: Int64, in database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT title FROM history_name WHERE sequence = ?", arguments: [sequence])
  }
}
