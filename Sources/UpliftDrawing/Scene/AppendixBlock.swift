/// A paragraph of the pages that follow a picture in a document.
public struct AppendixBlock: Hashable, Sendable {
  public enum Role: Hashable, Sendable {
    /// Over all.
    case title
    /// Stays on the page of what follows it.
    case heading
    case text
  }

  public var role: Role
  /// Before the text, in a column of its own; may be empty.
  public var mark: String
  public var text: String

  public init(_ role: Role, _ text: String, mark: String = "") {
    self.role = role
    self.text = text
    self.mark = mark
  }
}
