import Foundation

/// A record that columns refer to, by what it is called.
public struct RegisterEntry: Equatable, Sendable {
  public var reference: EntityReference
  public var title: String
  /// What tells it from others of the same title.
  var detail = ""

  public init(_ reference: EntityReference, _ title: String) {
    self.reference = reference
    self.title = title
  }
}

extension [RegisterEntry] {
  /// The same with each title once: those that are called alike say what tells them apart, or are
  /// counted.
  func toldApart() -> [RegisterEntry] {
    let keys = map { RegisterContext.key($0.title) }
    let counts = keys.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    guard counts.count < count else { return self }
    var taken = Set<String>()
    // The last number that each title came to.
    var numbers: [String: Int] = [:]
    return zip(keys, self).map { key, entry in
      var entry = entry
      var key = key
      if (counts[key] ?? 0) > 1, !entry.detail.isEmpty {
        entry.title = tr("{title} · {detail}", ["title": entry.title, "detail": entry.detail])
        key = RegisterContext.key(entry.title)
      }
      guard !taken.insert(key).inserted else { return entry }
      let title = entry.title
      var number = numbers[key] ?? 1
      repeat {
        number += 1
        entry.title = tr("{title} ({number})", ["title": title, "number": number])
      } while !taken.insert(RegisterContext.key(entry.title)).inserted
      numbers[key] = number
      return entry
    }
  }
}

/// What the columns of a register need to know of the workspace around their records: its currency,
/// its fiscal year, its people, and what other records are called. Read once and kept, until
/// `forget` says that something may have changed.
public final class RegisterContext {
  public private(set) var today: CalendarDay
  /// Of the workspace's money.
  public var currency: Currency = .euro
  /// The month with which the fiscal year begins, 1…12.
  public var fiscalYearStart = 1
  /// How days are written; `numbers` likewise for numbers, money and all else.
  public var days: DayFormat = .local
  public var numbers: NumberFormat = .local

  private let readEntries: (EntityKind) -> [RegisterEntry]
  private let readPeople: () -> [String]
  private let readAssignments: (EntityKind) -> [any Assignment]
  private let readOrganisation: () -> Organisation?
  private let clock: () -> CalendarDay
  private var known: [EntityKind: [RegisterEntry]] = [:]
  private var titles: [EntityKind: [UUID: String]] = [:]
  private var byTitle: [EntityKind: [String: RegisterEntry]] = [:]
  private var knownPeople: [String]?
  /// All records of a kind, for what columns work out.
  public var readRecords: (EntityKind) -> [any Entity] = { _ in [] }
  private var knownRecords: [EntityKind: [any Entity]] = [:]
  /// One record, for what columns work out of it; without it all of its kind are read.
  public var readRecord: ((EntityReference) -> (any Entity)?)?
  private var knownSingles: [EntityReference: (any Entity)?] = [:]
  /// So many records are read one by one before all of their kind are.
  private static let mostSingles = 60
  var knownReadings: [UUID: [Reading]]?
  var knownMetrics: [UUID: Metric]?
  var knownSeries: [UUID: (metric: Metric, series: MetricSeries?)] = [:]
  var knownGutAndData: [UUID: GutAndData]?
  var knownLinksAbout: [EntityReference: [Link]]?
  var knownTargets: [UUID: UUID]?
  private var knownAssignments: [EntityKind: [UUID: [any Assignment]]] = [:]
  private var knownFigures: [String: Any] = [:]

  /// - Parameters:
  ///   - entries: all records of a kind, in order.
  ///   - people: names of members, leaders and owners.
  ///   - assignments: all records of a kind that assign one record to another.
  ///   - organisation: says how money and years are counted.
  public init(
    entries: @escaping (EntityKind) -> [RegisterEntry] = { _ in [] },
    people: @escaping () -> [String] = { [] },
    assignments: @escaping (EntityKind) -> [any Assignment] = { _ in [] },
    organisation: @escaping () -> Organisation? = { nil },
    clock: @escaping () -> CalendarDay = { CalendarDay(Date()) }
  ) {
    readEntries = entries
    readPeople = people
    readAssignments = assignments
    readOrganisation = organisation
    self.clock = clock
    today = clock()
    take(organisation())
  }

  private func take(_ organisation: Organisation?) {
    currency = organisation.flatMap { Currency($0.currency) } ?? .euro
    fiscalYearStart = organisation?.fiscalYearStart ?? 1
  }

  /// Something may be called otherwise now, or a new day has begun.
  public func forget() {
    known = [:]
    titles = [:]
    byTitle = [:]
    knownPeople = nil
    knownAssignments = [:]
    knownRecords = [:]
    knownSingles = [:]
    knownReadings = nil
    knownMetrics = nil
    knownSeries = [:]
    knownGutAndData = nil
    knownLinksAbout = nil
    knownTargets = nil
    knownFigures = [:]
    today = clock()
    take(readOrganisation())
  }

  /// The same for what `change` has touched, and what is worked out of it.
  public func forget(after change: WorkspaceChange) {
    guard !change.isWholesale, clock() == today else { return forget() }
    let kinds = change.kinds
    // A step is called by its map, too.
    let named = kinds.isDisjoint(with: [.journeyMap, .stage]) ? kinds : kinds.union([.step])
    for kind in named {
      known[kind] = nil
      titles[kind] = nil
      byTitle[kind] = nil
    }
    for kind in kinds {
      knownAssignments[kind] = nil
      knownRecords[kind] = nil
    }
    knownSingles = knownSingles.filter { !kinds.contains($0.key.kind) }
    func isTouched(_ sources: EntityKind...) -> Bool { !kinds.isDisjoint(with: sources) }
    if isTouched(.reading) { knownReadings = nil }
    if isTouched(.metric) { knownMetrics = nil }
    if isTouched(.metric, .reading, .targetChange) { knownSeries = [:] }
    if isTouched(.targetChange) { knownTargets = nil }
    if isTouched(.link) { knownLinksAbout = nil }
    if !kinds.isDisjoint(with: Self.gutAndDataSources) { knownGutAndData = nil }
    if isTouched(.organisation) { take(readOrganisation()) }
    knownPeople = nil
    knownFigures = [:]
  }

  /// All records of a type, as they are kept.
  func records<Record: Entity>(_ type: Record.Type) -> [Record] {
    if knownRecords[Record.kind] == nil { knownRecords[Record.kind] = readRecords(Record.kind) }
    return (knownRecords[Record.kind] ?? []).compactMap { $0 as? Record }
  }

  /// One record, as it is kept: read alone as long as few are asked for. Nil when there is none.
  func record<Record: Entity>(_ type: Record.Type, _ id: UUID) -> Record? {
    let reference = EntityReference(Record.kind, id)
    if let known = knownSingles[reference] { return known as? Record }
    if let readRecord, knownRecords[Record.kind] == nil, knownSingles.count < Self.mostSingles {
      let record = readRecord(reference)
      knownSingles[reference] = .some(record)
      return record as? Record
    }
    return figures([UUID: Record].self) {
      Dictionary(records(type).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }[id]
  }

  /// What was worked out of many records: once, until something changes.
  func figures<Figures>(_ type: Figures.Type, _ make: () -> Figures) -> Figures {
    let key = String(describing: type)
    if let known = knownFigures[key] as? Figures { return known }
    let made = make()
    knownFigures[key] = made
    return made
  }

  /// What assigns others to a record: the departments of an initiative.
  public func assignments<Entry: Assignment>(of ownerID: UUID, _ type: Entry.Type) -> [Entry] {
    if knownAssignments[Entry.kind] == nil {
      knownAssignments[Entry.kind] = Dictionary(
        grouping: readAssignments(Entry.kind), by: \.ownerID)
    }
    return (knownAssignments[Entry.kind]?[ownerID] ?? []).compactMap { $0 as? Entry }
  }

  /// The first record of a kind; one that nobody has when there is none. For a new record that
  /// belongs to another one, until somebody says to which.
  func firstID(of kind: EntityKind) -> UUID { entries(of: kind).first?.reference.id ?? UUID() }

  public func entries(of kind: EntityKind) -> [RegisterEntry] {
    if let entries = known[kind] { return entries }
    let read = readEntries(kind)
    // Cards and notes are never chosen by what they say.
    let entries = [.card, .note, .cluster].contains(kind) ? read : read.toldApart()
    known[kind] = entries
    // What a file says may be the title alone.
    byTitle[kind] = Dictionary(
      (entries + read).map { (Self.key($0.title), $0) }, uniquingKeysWith: { first, _ in first })
    return entries
  }

  /// Nil when there is no such record.
  public func title(of reference: EntityReference) -> String? {
    if let titles = titles[reference.kind] { return titles[reference.id] }
    let all = Dictionary(
      entries(of: reference.kind).map { ($0.reference.id, $0.title) },
      uniquingKeysWith: { first, _ in first })
    titles[reference.kind] = all
    return all[reference.id]
  }

  /// The first that is called so, whatever the case.
  public func entry(of kind: EntityKind, titled title: String) -> RegisterEntry? {
    let key = Self.key(title)
    if byTitle[kind] == nil { _ = entries(of: kind) }
    return byTitle[kind]?[key]
  }

  static func key(_ title: String) -> String {
    // Nearly all are plain words with one space between them; there may be thousands.
    var wasSpace = true
    let isPlain = title.utf8.allSatisfy { byte in
      let isSpace = byte == UInt8(ascii: " ")
      defer { wasSpace = isSpace }
      return byte < 0x80 && byte > 0x1F && !(isSpace && wasSpace)
    }
    if isPlain && !(wasSpace && !title.isEmpty) { return title.lowercased() }
    return keyWithSpaces(title)
  }

  private static func keyWithSpaces(_ title: String) -> String {
    title.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// Names, each once, in alphabetical order.
  public var people: [String] {
    if let knownPeople { return knownPeople }
    var seen = Set<String>()
    let names = readPeople()
      .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
      .sorted { $0.lowercased() < $1.lowercased() }
    knownPeople = names
    return names
  }

  /// The same with days, numbers and money as files have them, whatever the locale. Texts in the
  /// locale's manner are still read.
  public var plain: RegisterContext {
    let context = RegisterContext(
      entries: { self.entries(of: $0) }, people: { self.people },
      assignments: readAssignments, organisation: readOrganisation, clock: { self.today })
    context.readRecords = readRecords
    context.readRecord = readRecord
    context.currency = currency
    context.fiscalYearStart = fiscalYearStart
    context.days = DayFormat(pattern: "")
    context.numbers = .plain
    return context
  }
}
