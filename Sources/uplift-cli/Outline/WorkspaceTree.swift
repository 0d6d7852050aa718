import Foundation
import UpliftCore

/// A workspace as `outline` shows it. The property names are the keys of the JSON.
struct WorkspaceTree: Encodable {
  struct PersonaEntry: Encodable {
    var age: Int?
    @ListedID var id: UUID
    var name: String
    var role: Persona.Role
  }

  struct DepartmentEntry: Encodable {
    @ListedID var id: UUID
    var name: String
  }

  var departments: [DepartmentEntry]
  var groups: [GroupTree]
  @ListedID var id: UUID
  var journeys: [JourneyTree]
  var personas: [PersonaEntry]
  var plan: PlanTree
  var title: String

  init(_ workspace: Workspace, _ outline: WorkspaceOutline) throws {
    departments = outline.departments.map { DepartmentEntry(id: $0.id, name: $0.name) }
    groups = try outline.groups.compactMap { try GroupTree(workspace, $0.id) }
    id = outline.workspace.id
    journeys = try outline.journeyMaps.compactMap { try workspace.journey($0.id) }
      .map(JourneyTree.init)
    personas = outline.personas.map {
      PersonaEntry(age: $0.age, id: $0.id, name: $0.name, role: $0.role)
    }
    plan = PlanTree(outline, goals: try workspace.contents(of: [.goal]).goals)
    title = outline.workspace.title
  }

  var text: TextTree {
    var children: [TextTree] = []
    if !personas.isEmpty {
      children.append(TextTree(tr("Personas"), personas.map { TextTree(Self.line(of: $0)) }))
    }
    if !departments.isEmpty {
      children.append(TextTree(tr("Departments"), departments.map { TextTree($0.name) }))
    }
    if !journeys.isEmpty {
      children.append(TextTree(tr("Journey maps"), journeys.map(\.text)))
    }
    if !groups.isEmpty {
      children.append(TextTree(tr("Advisory groups"), groups.map(\.text)))
    }
    return TextTree(title, children + plan.trees)
  }

  private static func line(of persona: PersonaEntry) -> String {
    let role =
      switch persona.role {
      case .customer: tr("customer")
      case .employee: tr("employee")
      case .partner: tr("partner")
      }
    guard let age = persona.age else {
      return tr("{name} ({role})", ["name": persona.name, "role": role])
    }
    return tr("{name} ({role}, {age})", ["name": persona.name, "role": role, "age": age])
  }
}
