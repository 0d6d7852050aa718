import CGtk

/// Lets a widget be dragged into another program, as what it stands for.
public final class DragSource: EventController {
  public init() { super.init(adopting: UnsafeMutableRawPointer(gtk_drag_source_new())) }

  /// The same thing in several formats, the best first, each made when somebody asks for it.
  ///
  /// - Parameter make: called on another thread, one call after the other; nil when it cannot.
  public func offer(_ types: [String], _ make: @escaping @Sendable (String) -> [UInt8]?) {
    guard let provider = OfferedContent(types, make).provider() else { return }
    setContent(provider)
  }

  /// Drags nothing from now on.
  public func withdraw() { gtk_drag_source_set_content(pointer(), nil) }

  /// What goes along with the pointer.
  public func setIcon(_ texture: Texture?) {
    gtk_drag_source_set_icon(pointer(), texture?.pointer(), 0, 0)
  }
}
