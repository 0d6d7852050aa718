import Foundation

extension RegisterEntry {
  /// Records of one kind by what they are called, in their order. A step is called by its map, too,
  /// where that is known; what has no name of its own is left out.
  ///
  /// - Parameter place: the title of the map that a step stands on.
  static func list(
    _ records: [any Entity], place: (Step) -> String? = { _ in nil }
  ) -> [RegisterEntry] {
    func own<Record: RegisterRecord>(_ type: Record.Type) -> [RegisterEntry] {
      let name = Record.register(in: RegisterContext()).recordName
      return records.compactMap { $0 as? Record }.inOrder()
        .map { record in
          var entry = RegisterEntry(record.reference, line(name(record)))
          if let training = record as? Training { entry.detail = training.wave.title }
          return entry
        }
    }
    if let first = records.first, let type = type(of: first) as? any RegisterRecord.Type {
      return own(type)
    }
    return records.compactMap { record in
      guard var title = title(of: record) else { return nil }
      if let step = record as? Step, let place = place(step) {
        title = tr("{step} · {map}", ["step": title, "map": place])
      }
      return RegisterEntry(EntityReference(type(of: record).kind, record.id), title)
    }
  }

  private static func title(of record: any Entity) -> String? {
    let title: String? =
      switch record {
      case let one as Department: one.name
      case let one as Channel: one.name
      case let one as Tag: one.name
      case let one as Persona: JourneyWords.name(of: one)
      case let one as JourneyMap: one.title
      case let one as Stage: one.title
      case let one as Step: one.title
      case let one as Lane: one.title
      case let one as Card: one.text
      case let one as AdvisoryGroup: one.title
      case let one as Member: one.name
      case let one as Meeting: MeetingWords.title(of: one)
      case let one as MeetingSeries: one.title
      case let one as AgendaItem: one.title
      case let one as Board: one.title
      case let one as BoardColumn: one.title
      case let one as Cluster: one.title
      case let one as Note: one.shownText
      default: nil
      }
    return title.map(line)
  }

  /// In one line; a record without a text is still to be told from nothing.
  static func line(_ text: String) -> String {
    // Nearly all are one line; there may be thousands.
    let mayBreak = text.utf8.contains { (byte: UInt8) -> Bool in
      byte < 0x20 || byte == 0x85 || byte == 0xE2
    }
    let line =
      mayBreak ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
    return line.allSatisfy(\.isWhitespace) ? tr("Without a text") : line
  }
}

extension RegisterContext {
  /// Of a whole workspace: for documents and files.
  public convenience init(
    _ contents: WorkspaceContents, clock: @escaping () -> CalendarDay = { CalendarDay(Date()) }
  ) {
    self.init(
      entries: { RegisterEntry.list(of: $0, in: contents) }, people: { contents.people },
      assignments: { contents.assignments($0) },
      organisation: { contents.organisations.inOrder().first }, clock: clock)
    readRecords = { kind in
      WorkspaceContents.lists.first { $0.kind == kind }?.records(of: contents) ?? []
    }
  }
}

extension WorkspaceContents {
  fileprivate func assignments(_ kind: EntityKind) -> [any Assignment] {
    Self.lists.first { $0.kind == kind }?.records(of: self).compactMap { $0 as? any Assignment }
      ?? []
  }
}

extension RegisterEntry {
  static func list(of kind: EntityKind, in contents: WorkspaceContents) -> [RegisterEntry] {
    guard let list = WorkspaceContents.lists.first(where: { $0.kind == kind }) else { return [] }
    guard kind == .step else { return RegisterEntry.list(list.records(of: contents).ranked) }
    let maps = Dictionary(
      contents.journeyMaps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let stages = Dictionary(
      contents.stages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func map(_ step: Step) -> JourneyMap? { stages[step.stageID].flatMap { maps[$0.mapID] } }
    let steps = contents.steps.inOrder().map { (step: $0, map: map($0), stage: stages[$0.stageID]) }
      .sorted { left, right in
        if let one = left.map, let other = right.map, one != other { return one.precedes(other) }
        if let one = left.stage, let other = right.stage, one != other {
          return one.precedes(other)
        }
        return left.step.precedes(right.step)
      }
    return RegisterEntry.list(steps.map(\.step)) { map($0)?.title }
  }
}

extension [any Entity] {
  /// By rank, where they have one.
  var ranked: [any Entity] {
    sorted { left, right in
      guard let one = left as? any Ranked, let other = right as? any Ranked else { return false }
      return one.rank == other.rank ? one.id < other.id : one.rank < other.rank
    }
  }
}

extension WorkspaceContents {
  /// Names of members, leaders and owners, as they were written, with repetitions.
  public var people: [String] {
    members.map(\.name) + dialogues.map(\.leader) + recommendations.map(\.owner)
      + promises.map(\.owner) + barriers.map(\.manager) + initiatives.map(\.owner)
      + leaders.map(\.name) + goals.map(\.owner) + cxRoles.map(\.holder)
      + departments.map(\.name)
  }
}
