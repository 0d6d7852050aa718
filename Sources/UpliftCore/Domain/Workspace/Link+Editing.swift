import Foundation

extension [Link] {
  /// Adds a connection after these, which are the ones that its start has, in order; nil when it
  /// is there already or would lead from a thing to itself.
  public func adding(_ role: Link.Role, from: EntityReference, to: EntityReference)
    -> Addition<Link>?
  {
    guard from != to, !contains(where: { $0.role == role && $0.from == from && $0.to == to })
    else { return nil }
    let link = Link(rank: rank(after: nil), role: role, from: from, to: to)
    return Addition(edit: Edit(.addLink, [.insert(link)]), record: link)
  }
}
