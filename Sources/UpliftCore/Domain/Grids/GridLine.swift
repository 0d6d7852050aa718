/// A row or a column of a grid.
public struct GridLine: Equatable, Sendable, Identifiable {
  /// The same as long as it stands for the same thing.
  public var id: String
  public var title: String
  /// What is typed to call it otherwise; mostly its title.
  public var name: String
  /// Over several columns in a row that belong together; of a row the words before its title.
  public var above = ""
  /// The same for columns under one heading.
  public var aboveID = ""
  /// Under the title: what is wrong with it, or what it is.
  public var detail = ""
  /// Whether it wants attention.
  public var isMarked = false
  public var reference: EntityReference?
  /// Whether it can be called otherwise here.
  public var isEditable: Bool
  /// Where a name can be typed that makes a new one; it has no cells yet.
  public var isNew: Bool

  public init(
    id: String, title: String, name: String? = nil, reference: EntityReference? = nil,
    isEditable: Bool = true, isNew: Bool = false
  ) {
    self.id = id
    self.title = title
    self.name = name ?? title
    self.reference = reference
    self.isEditable = isEditable
    self.isNew = isNew
  }

  /// The place for a new one: "Add role".
  public static func new(_ title: String) -> GridLine {
    GridLine(id: "new", title: title, name: "", isNew: true)
  }

  /// With what stands above it: "CX lead · needed".
  public var fullTitle: String { above.isEmpty ? title : above + " · " + title }
}
