/// A picture in a document, of figures that also stand in a table: for a page it is drawn, in text
/// the table stands for it.
public protocol DocumentDrawing: Sendable {
  /// All that it shows, a row for each thing.
  var table: TextDocument.Grid { get }
  /// How it is to be read, by which rule and from how many; may be empty.
  var explanation: String { get }

  func isEqual(to other: any DocumentDrawing) -> Bool
}

extension DocumentDrawing {
  public var explanation: String { "" }
}

extension DocumentDrawing where Self: Equatable {
  public func isEqual(to other: any DocumentDrawing) -> Bool { (other as? Self) == self }
}
