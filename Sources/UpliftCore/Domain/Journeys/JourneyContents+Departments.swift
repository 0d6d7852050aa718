import Foundation

extension JourneyContents {
  /// A new department of the workspace that contributes to a card; one that has this name already
  /// is taken. Nil when the name is blank or the card has the department.
  public func addingDepartment(named name: String, to cardID: UUID) -> Edit? {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, cards[cardID] != nil else { return nil }
    if let known = departments.first(where: { $0.name.lowercased() == name.lowercased() }) {
      guard !departments(of: cardID).contains(where: { $0.id == known.id }) else { return nil }
      return toggling(department: known.id, of: cardID)
    }
    let department = Department(rank: departments.rank(after: nil), name: name)
    return Edit(
      .addDepartment,
      [
        .insert(department),
        .insert(CardDepartment(cardID: cardID, departmentID: department.id)),
      ])
  }
}
