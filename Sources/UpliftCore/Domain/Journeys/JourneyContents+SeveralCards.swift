import Foundation

/// Departments of several cards at once. Nil: there is nothing to change.
extension JourneyContents {
  /// Departments that all these cards have, in the workspace's order.
  public func sharedDepartments(of cardIDs: [UUID]) -> [Department] {
    guard let first = cardIDs.first else { return [] }
    return departments(of: first).filter { department in
      cardIDs.dropFirst().allSatisfy { id in
        departments(of: id).contains { $0.id == department.id }
      }
    }
  }

  /// Takes a department from these cards when all of them have it, else gives it to those that
  /// have it not.
  public func switching(department departmentID: UUID, of cardIDs: [UUID]) -> Edit? {
    let known = cardIDs.filter { cards[$0] != nil }
    func entry(_ cardID: UUID) -> CardDepartment? {
      (departmentsOfCards[cardID] ?? []).compactMap { cardDepartments[$0] }
        .first { $0.departmentID == departmentID }
    }
    let entries = known.compactMap(entry)
    let changes: [Change] =
      entries.count == known.count
      ? entries.map { .delete($0.reference) }
      : known.filter { entry($0) == nil }.map {
        .insert(CardDepartment(cardID: $0, departmentID: departmentID))
      }
    return changes.isEmpty ? nil : Edit(.setDepartments, changes)
  }

  /// A new department of the workspace that contributes to these cards; one that has this name
  /// already is taken. Nil when the name is blank, or all cards have the department.
  public func addingDepartment(named name: String, to cardIDs: [UUID]) -> Edit? {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty else { return nil }
    if let known = departments.first(where: { $0.name.lowercased() == name.lowercased() }) {
      let isShared = sharedDepartments(of: cardIDs).contains { $0.id == known.id }
      return isShared ? nil : switching(department: known.id, of: cardIDs)
    }
    let department = Department(rank: departments.rank(after: nil), name: name)
    let entries = cardIDs.filter { cards[$0] != nil }.map {
      Change.insert(CardDepartment(cardID: $0, departmentID: department.id))
    }
    return entries.isEmpty ? nil : Edit(.addDepartment, [.insert(department)] + entries)
  }
}
