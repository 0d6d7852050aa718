import Foundation

extension JourneyContents {
  /// A department of this name behind a step: one that is in the workspace, or a new one. Nil when
  /// the name is blank or the department stands behind the step already.
  public func addingDepartment(named name: String, behind stepID: UUID) -> Edit? {
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty, steps.contains(where: { $0.id == stepID }) else { return nil }
    if let known = departments.first(where: { $0.name.lowercased() == name.lowercased() }) {
      guard extras.stepDepartments.entry(of: stepID, for: known.id) == nil else { return nil }
      return toggling(department: known.id, behind: stepID)
    }
    let department = Department(rank: departments.rank(after: nil), name: name)
    return Edit(
      .addDepartment,
      [
        .insert(department),
        .insert(StepDepartment(stepID: stepID, departmentID: department.id)),
      ])
  }

  /// Takes all departments away from behind a step; nil when there is none.
  public func clearingDepartments(behind stepID: UUID) -> Edit? {
    let entries = extras.stepDepartments.entries(of: stepID)
    guard !entries.isEmpty else { return nil }
    return Edit(.setDepartments, entries.map { .delete($0.reference) })
  }
}
