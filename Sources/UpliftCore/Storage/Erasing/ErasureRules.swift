import Foundation
import GRDB

/// What becomes of each value of the file. The same value of the same field becomes the same one in
/// the records and in every step of the history, so that undo goes on working, and cannot bring back
/// what was erased.
struct ErasureRules {
  let name: PersonName
  let fields: ErasedFields
  /// Members and personas of this name: their picture goes, and what describes a member.
  var people: Set<UUID> = []
  var pictures: Set<UUID> = []
  /// Records that are gone whole, in history too.
  var gone: Set<UUID> = []
  /// Names of other people in the workspace, in small letters.
  var others: Set<String> = []

  /// What a text becomes; nil when it stays.
  func text(
    _ text: String, _ column: String, of kind: EntityKind, _ id: UUID
  ) -> (text: String, action: ErasurePlace.Action, count: Int)? {
    guard let table = fields.tables[kind], table.texts.contains(column) else { return nil }
    if people.contains(id), ErasedFields.descriptions[kind]?.contains(column) == true {
      return text.isEmpty ? nil : ("", .cleared, 1)
    }
    if column == ErasedFields.warning {
      // The program has put it together, perhaps in small letters.
      var small = PersonName(
        name.text.lowercased(), others: name.forms.flatMap { [$0.text, $0.text.lowercased()] })
      small?.substitute = name.substitute
      return (small ?? name).erased(from: text).map { ($0, .replaced, 1) }
    }
    let field = "\(kind.rawValue).\(column)"
    let isOffice = ErasedFields.offices.contains(field)
    if name.isAll(of: text)
      || (isOffice || ErasedFields.persons.contains(field)) && isPersonWithRole(text)
    {
      return isOffice ? ("", .emptied, 1) : (name.substituteAtBeginning, .someone, 1)
    }
    guard let erased = name.erased(from: text) else { return nil }
    return (erased, .replaced, name.places(in: text).count)
  }

  /// "Hanna Weber, managing director", of which the role would tell who it was; not "Hanna Weber,
  /// Tom Berg".
  private func isPersonWithRole(_ text: String) -> Bool {
    guard let cut = text.firstIndex(where: { ",(–—/|;".contains($0) }),
      name.isAll(of: String(text[..<cut]))
    else { return false }
    let rest = text[cut...].split { ",()–—/|;&".contains($0) }.map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }
    return !rest.contains { others.contains($0) }
  }
}

extension ErasureRules {
  /// Looks through records and history for what goes along with the name.
  static func finding(
    _ name: PersonName, in database: Database, _ progress: () throws -> Void
  ) throws -> ErasureRules {
    let people = try ErasedFields.people(database).map { person in
      let plain = person.prefix { !",(–—/|;".contains($0) }
      return plain.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }
    var name = name
    name.takeSubstitute(among: people)
    var rules = ErasureRules(name: name, fields: try ErasedFields(database))
    for own in people {
      if !name.isAll(of: own) { rules.others.insert(own) }
    }
    // Where a department stands behind a name it is no second person, though it may own something.
    for department in try String.fetchAll(database, sql: "SELECT name FROM department") {
      rules.others.remove(
        department.trimmingCharacters(in: .whitespacesAndNewlines).lowercased())
    }
    var later = EarlierRecords(name)
    for kind in [EntityKind.member, .persona, .candidate] {
      try progress()
      let columns = kind == .candidate ? "id, name" : "id, name, pictureID"
      let rows = try Row.fetchCursor(
        database, sql: "SELECT \(columns) FROM \(kind.rawValue)")
      while let row = try rows.next() {
        let id: UUID = try row.decode(atIndex: 0)
        later.known.insert(id)
        guard name.isAll(of: try row.decode(atIndex: 1)) else { continue }
        if kind == .candidate {
          rules.gone.insert(id)
          continue
        }
        rules.people.insert(id)
        if let picture = try row.decode(UUID?.self, atIndex: 2) { rules.pictures.insert(picture) }
      }
    }
    let steps = try Row.fetchCursor(database, sql: "SELECT changeset FROM history")
    while let row = try steps.next() {
      try progress()
      try later.look(into: try row.decode(Data.self, atIndex: 0), rules.fields)
    }
    rules.people.formUnion(later.people)
    rules.gone.formUnion(later.candidates)
    rules.pictures.formUnion(later.pictures(of: rules.people))
    try rules.findWhatBelongs(to: later, database)
    return rules
  }

  /// Scores of candidates, and links from and to them.
  private mutating func findWhatBelongs(
    to earlier: EarlierRecords, _ database: Database
  ) throws {
    guard !gone.isEmpty else { return }
    let scores = try Row.fetchCursor(
      database, sql: "SELECT id, candidateID FROM candidate_score")
    var own: [UUID] = []
    while let row = try scores.next() {
      if gone.contains(try row.decode(UUID.self, atIndex: 1)) {
        own.append(try row.decode(UUID.self, atIndex: 0))
      }
    }
    own += earlier.owners.filter { gone.contains($0.owner) }.map(\.id)
    let links = try Row.fetchCursor(database, sql: "SELECT id, fromID, toID FROM link")
    while let row = try links.next() {
      let ends: [UUID] = [try row.decode(atIndex: 1), try row.decode(atIndex: 2)]
      if ends.contains(where: gone.contains) { own.append(try row.decode(atIndex: 0)) }
    }
    gone.formUnion(own)
  }
}

/// What the steps of the history say of people and their pictures.
private struct EarlierRecords {
  private let name: PersonName
  /// Records that are there still: of those only their name of today counts, as one may have been
  /// written over for somebody else.
  var known: Set<UUID> = []
  private(set) var people: Set<UUID> = []
  private(set) var candidates: Set<UUID> = []
  /// Scores and links, with what they belong to.
  private(set) var owners: [(id: UUID, owner: UUID)] = []
  private var pictured: [(id: UUID, picture: UUID)] = []

  init(_ name: PersonName) { self.name = name }

  func pictures(of people: Set<UUID>) -> [UUID] {
    pictured.filter { people.contains($0.id) }.map(\.picture)
  }

  mutating func look(into changeset: Data, _ fields: ErasedFields) throws {
    for change in try ChangesetRows.rows(of: changeset) {
      guard let columns = fields.tables[change.kind]?.columns else { continue }
      for record in [change.old, change.new].compactMap({ $0 }) {
        func value(_ column: String) -> ChangesetRows.Value? {
          columns.firstIndex(of: column).flatMap { $0 < record.count ? record[$0] : nil }
        }
        switch change.kind {
        case .member, .persona, .candidate:
          if case .text(let text)? = value("name"), !known.contains(change.id),
            name.isAll(of: text)
          {
            if change.kind == .candidate {
              candidates.insert(change.id)
            } else {
              people.insert(change.id)
            }
          }
          if let picture = value("pictureID")?.id { pictured.append((change.id, picture)) }
        case .candidateScore:
          if let owner = value("candidateID")?.id { owners.append((change.id, owner)) }
        case .link:
          for end in ["fromID", "toID"] {
            if let owner = value(end)?.id { owners.append((change.id, owner)) }
          }
        default: break
        }
      }
    }
  }
}
