import CGtk

/// The Gtk module: a thin layer over GTK 4.8, everything on the main actor.
///
/// - A class with an `isolated deinit` says `@MainActor` itself: the default isolation does not reach
///   the modules that import this one (Swift 6.3).
/// - A wrapper holds one reference to its GObject and gives it back in `deinit`. A widget that is
///   in a window lives on without its wrapper, and so do the closures connected to it: keep a
///   wrapper only to talk to it later.
/// - Signals are methods that take a closure (`button.onClicked { … }`). The closure lives as long
///   as the object: capture `[weak self]` in it. `widget.keep(controller)` ties the life of a
///   Swift object to a widget's.
/// - Pointers, casts and trampolines are in `Unsafe/`, and never in the public interface, but for
///   the `OpaquePointer`s of Pango layouts and Cairo contexts, which drawing code shares.
@MainActor open class Object {
  let raw: UnsafeMutableRawPointer

  /// Takes a reference: for what C returns as floating or "transfer none".
  init(_ pointer: UnsafeMutableRawPointer?) {
    guard let pointer else { preconditionFailure("GTK made no object: is it initialised?") }
    raw = g_object_ref_sink(pointer)
  }

  /// Takes a reference, for types that Swift sees as opaque.
  init(_ pointer: OpaquePointer?) {
    guard let pointer else { preconditionFailure("GTK made no object: is it initialised?") }
    raw = g_object_ref_sink(UnsafeMutableRawPointer(pointer))
  }

  /// Takes over the reference of what C returns as "transfer full".
  init(adopting pointer: UnsafeMutableRawPointer?) {
    guard let pointer else { preconditionFailure("GTK made no object: is it initialised?") }
    raw = pointer
  }

  isolated deinit {
    g_object_unref(raw)
  }

  /// The object as whatever struct the called function asks for.
  func pointer<Struct>() -> UnsafeMutablePointer<Struct> {
    raw.assumingMemoryBound(to: Struct.self)
  }

  func pointer() -> OpaquePointer { OpaquePointer(raw) }

  /// Keeps a Swift object alive as long as this GObject. It must not hold this wrapper strongly,
  /// or neither goes away.
  public func keep(_ object: AnyObject) {
    let key = "uplift-keeps-\(UInt(bitPattern: ObjectIdentifier(object).hashValue))"
    g_object_set_data_full(
      pointer(), key, Unmanaged.passRetained(object).toOpaque(), releaseObject)
  }
}

/// The destroy notify of every Swift object that C holds.
nonisolated let releaseObject: @convention(c) (UnsafeMutableRawPointer?) -> Void = { pointer in
  guard let pointer else { return }
  Unmanaged<AnyObject>.fromOpaque(pointer).release()
}
