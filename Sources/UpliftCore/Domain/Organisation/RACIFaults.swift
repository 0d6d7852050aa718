import Foundation

/// Decisions for which it is not clear who decides: each needs exactly one who is accountable (A) and
/// at least one who is responsible (R). Who is both (A/R) counts as both.
public struct RACIFaults: Equatable, Sendable {
  public enum Fault: Equatable, Sendable {
    case nobodyAccountable
    /// In order of the roles.
    case severalAccountable([WorkRole])
    case nobodyResponsible
  }

  public struct Item: Equatable, Sendable, Identifiable {
    public var decision: Decision
    public var faults: [Fault]
    /// The parts behind it, in the order of the roles.
    public var parts: [DecisionRole]

    public var id: UUID { decision.id }
  }

  /// Decisions with a fault or two, in order.
  public let items: [Item]
  /// Decisions (n).
  public let n: Int

  /// - Parameter parts: those of roles that are not among `roles` are left out.
  public init(_ decisions: [Decision], roles: [WorkRole], parts: [DecisionRole]) {
    let roles = roles.inOrder()
    let places = Dictionary(
      roles.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { $1 })
    let byDecision = Dictionary(
      grouping: parts.filter { places[$0.roleID] != nil }, by: \.decisionID)
    n = decisions.count
    items = decisions.inOrder().compactMap { decision in
      let own = (byDecision[decision.id] ?? []).sorted {
        (places[$0.roleID] ?? 0, $0.id.uuidString) < (places[$1.roleID] ?? 0, $1.id.uuidString)
      }
      let accountable = own.filter(\.part.isAccountable)
      var faults: [Fault] = []
      if accountable.isEmpty { faults.append(.nobodyAccountable) }
      if accountable.count > 1 {
        faults.append(
          .severalAccountable(accountable.compactMap { places[$0.roleID].map { roles[$0] } }))
      }
      if !own.contains(where: \.part.isResponsible) { faults.append(.nobodyResponsible) }
      return faults.isEmpty ? nil : Item(decision: decision, faults: faults, parts: own)
    }
  }

  /// In words, for the screen.
  public static var rule: String {
    tr(
      "Each decision has exactly one role that is accountable (A), and at least one that is responsible (R). A/R is both."
    )
  }
}

extension RACIFaults.Fault {
  /// In words: "Nobody is accountable (A)."
  public var sentence: String {
    switch self {
    case .nobodyAccountable: tr("Nobody is accountable (A).")
    case .nobodyResponsible: tr("Nobody is responsible (R).")
    case .severalAccountable(let roles):
      tr(
        "Several are accountable (A): {roles}.",
        ["roles": listed(roles.map { $0.title.isBlank ? tr("a role without a name") : $0.title })])
    }
  }
}

extension DecisionRole.Part {
  /// A, or A/R.
  public var isAccountable: Bool { self == .accountable || self == .accountableAndResponsible }
  /// R, or A/R.
  public var isResponsible: Bool { self == .responsible || self == .accountableAndResponsible }
}

/// Roles for customer experience that sit inside one department: the others take what they say for
/// that department's business.
public struct CXRolePlacement: Equatable, Sendable {
  public struct Item: Equatable, Sendable, Identifiable {
    public var role: CXRole
    public var department: Department

    public var id: UUID { role.id }
    /// "The CX lead sits inside Marketing."
    public var sentence: String {
      tr(
        "{role} sits inside {department}: other departments may take it for that one’s business.",
        [
          "role": role.title.isBlank ? tr("A role without a name") : role.title,
          "department": department.name,
        ])
    }
  }

  /// Inside one department, in order.
  public let insideDepartment: [Item]
  /// Without a seat at any table, in order.
  public let withoutSeat: [CXRole]
  public let n: Int

  public init(_ roles: [CXRole], departments: [Department]) {
    let known = Dictionary(departments.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let roles = roles.inOrder()
    insideDepartment = roles.compactMap { role in
      role.departmentID.flatMap { known[$0] }.map { Item(role: role, department: $0) }
    }
    withoutSeat = roles.filter(\.seat.isBlank)
    n = roles.count
  }

  /// In words, for the screen.
  public static var rule: String {
    tr("A role for customer experience stands between the departments, not inside one of them.")
  }
}
