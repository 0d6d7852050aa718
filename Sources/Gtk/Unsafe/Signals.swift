import CGtk
import Foundation

/// A connected handler, to be disconnected or blocked.
public struct SignalID: Hashable, Sendable {
  let id: UInt
}

/// What a signal carries: the values after the object that sends it.
struct SignalArguments {
  let values: UnsafePointer<GValue>?
  let count: Int

  func value(_ index: Int) -> UnsafePointer<GValue>? {
    guard let values, index + 1 < count else { return nil }
    return values + index + 1
  }

  func int(_ index: Int) -> Int { value(index).map { Int(g_value_get_int($0)) } ?? 0 }
  func uint(_ index: Int) -> UInt32 { value(index).map { g_value_get_uint($0) } ?? 0 }
  func enumeration(_ index: Int) -> UInt32 {
    value(index).map { UInt32(bitPattern: g_value_get_enum($0)) } ?? 0
  }
  func flags(_ index: Int) -> UInt32 { value(index).map { g_value_get_flags($0) } ?? 0 }
  func double(_ index: Int) -> Double { value(index).map { g_value_get_double($0) } ?? 0 }
  func bool(_ index: Int) -> Bool { value(index).map { g_value_get_boolean($0) != 0 } ?? false }
  func string(_ index: Int) -> String {
    value(index).map { borrowed(g_value_get_string($0)) } ?? ""
  }
  func object(_ index: Int) -> UnsafeMutableRawPointer? {
    value(index).flatMap { g_value_get_object($0) }
  }
  func pointer(_ index: Int) -> UnsafeMutableRawPointer? {
    value(index).flatMap { g_value_get_pointer($0) }
  }
  func variant(_ index: Int) -> OpaquePointer? { value(index).flatMap { g_value_get_variant($0) } }
}

/// What a handler answers to a signal that asks.
enum SignalAnswer {
  case none
  case bool(Bool)
  case int(Int)
  case flags(UInt32)
}

private final class SignalHandler {
  let call: (SignalArguments) -> SignalAnswer
  init(_ call: @escaping (SignalArguments) -> SignalAnswer) { self.call = call }
}

private nonisolated let marshal:
  @convention(c) (
    UnsafeMutablePointer<GClosure>?, UnsafeMutablePointer<GValue>?, guint,
    UnsafePointer<GValue>?, gpointer?, gpointer?
  ) -> Void = { closure, result, count, values, _, _ in
    guard let data = uplift_closure_data(closure) else { return }
    nonisolated(unsafe) let unsafeData = data
    nonisolated(unsafe) let unsafeResult = result
    nonisolated(unsafe) let unsafeValues = values
    MainActor.assumeIsolated {
      let handler = Unmanaged<SignalHandler>.fromOpaque(unsafeData).takeUnretainedValue()
      let answer = handler.call(SignalArguments(values: unsafeValues, count: Int(count)))
      guard let unsafeResult else { return }
      switch answer {
      case .none: break
      case .bool(let value): g_value_set_boolean(unsafeResult, value ? 1 : 0)
      case .int(let value): g_value_set_int(unsafeResult, gint(value))
      case .flags(let value): g_value_set_flags(unsafeResult, value)
      }
    }
  }

private nonisolated let releaseHandler:
  @convention(c) (gpointer?, UnsafeMutablePointer<GClosure>?) -> Void = { data, _ in
    releaseObject(data)
  }

extension Object {
  /// Connects a handler that looks at the signal's values and may answer.
  @discardableResult
  func connectAnswering(
    _ signal: String, after: Bool = false,
    _ handler: @escaping (SignalArguments) -> SignalAnswer
  ) -> SignalID {
    let data = Unmanaged.passRetained(SignalHandler(handler)).toOpaque()
    let closure = uplift_closure_new(data, marshal, releaseHandler)
    return SignalID(id: UInt(g_signal_connect_closure(raw, signal, closure, after ? 1 : 0)))
  }

  @discardableResult
  func connect(_ signal: String, _ handler: @escaping () -> Void) -> SignalID {
    connectAnswering(signal) { _ in
      handler()
      return .none
    }
  }

  /// Calls `handler` whenever a property changes.
  @discardableResult
  public func onChange(of property: String, _ handler: @escaping () -> Void) -> SignalID {
    connect("notify::" + property, handler)
  }

  public func disconnect(_ signal: SignalID) {
    g_signal_handler_disconnect(raw, gulong(signal.id))
  }

  /// Runs `body` while the handler does not listen.
  public func blocking(_ signal: SignalID, _ body: () -> Void) {
    g_signal_handler_block(raw, gulong(signal.id))
    body()
    g_signal_handler_unblock(raw, gulong(signal.id))
  }
}

extension SignalArguments {
  /// A place in a text buffer, which the handler may move.
  func iterator(_ index: Int) -> UnsafeMutablePointer<GtkTextIter>? {
    value(index).flatMap { g_value_get_boxed($0) }?.assumingMemoryBound(to: GtkTextIter.self)
  }

  /// A GVariantDict.
  func dictionary(_ index: Int) -> UnsafeMutablePointer<GVariantDict>? {
    value(index).flatMap { g_value_get_boxed($0) }?.assumingMemoryBound(to: GVariantDict.self)
  }

  /// An array of GFile, as `GApplication::open` has it.
  func files(_ index: Int, count: Int) -> [URL] {
    guard let array = pointer(index)?.assumingMemoryBound(to: OpaquePointer?.self) else {
      return []
    }
    return (0..<count).compactMap { place in
      array[place].flatMap { taken(g_file_get_path($0)) }.map { URL(fileURLWithPath: $0) }
    }
  }
}
