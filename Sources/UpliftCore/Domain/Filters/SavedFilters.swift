import Foundation

/// Edits of the filters that a workspace keeps. Nil: there is nothing to change.
extension [SavedFilter] {
  /// Keeps a filter under a name; one that has the name already takes the new filter. Nil when the
  /// name is blank or nothing would change.
  public func saving(_ filter: JourneyFilter, as title: String) -> Edit? {
    let title = title.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !title.isEmpty else { return nil }
    if let old = first(where: { $0.title.lowercased() == title.lowercased() }) {
      return Edit.changing(old, .saveFilter) {
        $0.title = title
        $0.definition = filter.definition
      }
    }
    let saved = SavedFilter(rank: rank(after: nil), title: title, definition: filter.definition)
    return Edit(.saveFilter, [.insert(saved)])
  }

  /// Nil when the name is blank, or the same.
  public func renaming(_ id: UUID, to title: String) -> Edit? {
    let title = title.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !title.isEmpty, let old = first(where: { $0.id == id }) else { return nil }
    return Edit.changing(old, .rename) { $0.title = title }
  }
}
