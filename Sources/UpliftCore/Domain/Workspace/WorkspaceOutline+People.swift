import Foundation

/// Edits of the people and departments that all maps share.
extension WorkspaceOutline {
  /// After `personaID`, or last.
  public func addingPersona(_ name: String, after personaID: UUID? = nil) -> Addition<Persona> {
    let persona = Persona(rank: personas.rank(after: personaID), name: name)
    return Addition(edit: Edit(.addPersona, [.insert(persona)]), record: persona)
  }

  /// After `departmentID`, or last.
  public func addingDepartment(_ name: String, after departmentID: UUID? = nil)
    -> Addition<Department>
  {
    let department = Department(rank: departments.rank(after: departmentID), name: name)
    return Addition(edit: Edit(.addDepartment, [.insert(department)]), record: department)
  }
}
