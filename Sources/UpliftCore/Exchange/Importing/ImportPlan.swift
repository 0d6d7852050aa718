import Foundation

/// How contents find their place in a workspace that has contents already.
struct ImportPlan {
  /// What is to be added: ids, references and ranks fit the workspace. The workspace's own record
  /// is the target's.
  private(set) var insertions: WorkspaceContents
  private let target: WorkspaceContents
  private let format: ImportFormat
  /// What becomes of a record's id: that of the record which takes its place, or a new one.
  private var ids: [EntityReference: UUID] = [:]
  /// Records that the target has already.
  private var present: Set<EntityReference> = []

  init(
    _ contents: WorkspaceContents, into target: WorkspaceContents, format: ImportFormat,
    group: UUID? = nil
  ) {
    insertions = contents
    self.target = target
    self.format = format
    findPresent(group: group)
    renewTakenIDs()
    insertions = insertions.removing(present).renamingIDs(ids)
    insertions.workspace = target.workspace
    placeBehind()
  }

  private mutating func findPresent(group: UUID?) {
    take(insertions.workspace.reference, as: target.workspace.id)
    match(insertions.departments, with: target.departments, by: \.name)
    match(insertions.channels, with: target.channels, by: \.name)
    match(insertions.tags, with: target.tags, by: \.name)
    match(insertions.savedFilters, with: target.savedFilters) { [$0.title, $0.definition] }
    if format == .json {
      let anyID = target.workspace.id
      match(insertions.personas, with: target.personas) { persona in
        var key = persona
        key.id = anyID
        key.rank = .middle
        return key
      }
    } else {
      match(insertions.personas, with: target.personas, by: \.name)
    }
    guard [.csv, .trello, .canvas].contains(format), let own = insertions.advisoryGroups.first,
      let home = homeGroup(named: own.title, chosen: group)
    else { return }
    take(own.reference, as: home)
    let members = target.members.filter { $0.groupID == home }
    match(insertions.members, with: members, by: \.name)
  }

  private func homeGroup(named title: String, chosen: UUID?) -> UUID? {
    let groups = target.advisoryGroups.inOrder()
    if let chosen, groups.contains(where: { $0.id == chosen }) { return chosen }
    if let same = groups.first(where: { $0.title == title }) { return same.id }
    return groups.count == 1 ? groups.first?.id : nil
  }

  private mutating func take(_ reference: EntityReference, as id: UUID) {
    ids[reference] = id
    present.insert(reference)
  }

  /// Each record of the target stands for one imported record at most.
  private mutating func match<Record: Ranked>(
    _ own: [Record], with others: [Record], by key: (Record) -> some Hashable
  ) {
    var free = Dictionary(grouping: others.inOrder().reversed(), by: key)
    for record in own {
      guard let other = free[key(record)]?.popLast() else { continue }
      take(record.reference, as: other.id)
    }
  }

  private mutating func renewTakenIDs() {
    let taken = Set(target.records.map(\.reference))
    for reference in insertions.records.map(\.reference)
    where !present.contains(reference) && taken.contains(reference) {
      ids[reference] = UUID()
    }
  }

  private mutating func placeBehind() {
    insertions.departments.place(behind: target.departments)
    insertions.channels.place(behind: target.channels)
    insertions.tags.place(behind: target.tags)
    insertions.savedFilters.place(behind: target.savedFilters)
    insertions.metrics.place(behind: target.metrics)
    insertions.dialogues.place(behind: target.dialogues)
    insertions.personas.place(behind: target.personas)
    insertions.journeyMaps.place(behind: target.journeyMaps)
    insertions.advisoryGroups.place(behind: target.advisoryGroups)
    insertions.links.place(behind: target.links)
    let known = Set(target.advisoryGroups.map(\.id))
    guard insertions.boards.contains(where: { known.contains($0.groupID) }) else { return }
    insertions.members.place(behind: target.members)
    insertions.boards.place(behind: target.boards)
  }
}

extension Array where Element: Ranked {
  /// Keeps the order and puts all after the last of `others`; where there are none, all stay.
  fileprivate mutating func place(behind others: [Element]) {
    guard !others.isEmpty else { return }
    let ordered = inOrder()
    let ranks = Rank.spread(ordered.count, after: others.map(\.rank).max())
    self = zip(ordered, ranks).map {
      var record = $0
      record.rank = $1
      return record
    }
  }
}
