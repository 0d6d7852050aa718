import Foundation

extension Template {
  /// What a workspace that begins with this template holds. The sample keeps its ids and its
  /// title; of every other template, each workspace gets ids of its own.
  ///
  /// - Parameter title: the new workspace's.
  /// - Throws: `TemplateError`, `ImportError`.
  public func contents(title: String) throws -> WorkspaceContents {
    guard let data = try? Data(contentsOf: url) else {
      throw TemplateError.unreadable(path: url.path)
    }
    let stored = try WorkspaceJSON.decode(data, file: url.path)
    guard !isSample else { return stored }
    var contents = stored.withFreshIDs()
    contents.workspace.title = title
    contents.workspace.createdAt = .now
    for index in contents.notes.indices { contents.notes[index].createdAt = .now }
    return contents
  }
}
