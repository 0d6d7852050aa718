import Foundation
import UpliftCore
import UpliftDrawing

/// A map that was read and laid out on another thread, to be shown on the main one. Of a large one
/// there is the top first, as much as a window shows; the rest is laid out meanwhile.
nonisolated final class PreparedJourney: @unchecked Sendable {
  /// What a map was laid out with.
  struct Tools {
    let measuring: PangoTextMeasuring
    /// Holds the map's pictures already.
    let cache = LayoutCache()
  }

  /// Cards of a map that is shown in two steps.
  private static let manyCards = 2_000
  /// Points at 100 % that a first look shows at least.
  private static let firstLook = 1_000.0
  /// Bytes; layouts of large maps need no more.
  static let stackSize = 8 << 20

  let contents: JourneyContents
  /// The rows at the top of a large map, in light colours; nil: all of it is laid out.
  let top: Scene?
  /// With these fonts something was set already.
  let fonts: PangoTextMeasuring
  private let condition = NSCondition()
  // Guarded by the condition.
  private var tools: Tools?
  private var finished: (@Sendable () -> Void)?

  /// Nil when there are no fonts.
  init?(_ contents: JourneyContents) {
    guard let measuring = PangoTextMeasuring() else { return nil }
    self.contents = contents
    fonts = measuring
    guard contents.cards.count >= Self.manyCards else {
      top = nil
      tools = Self.layOut(contents, Tools(measuring: measuring))
      return
    }
    var options = JourneyLayout.Options.screen
    options.rowsUntil = Self.firstLook
    top = JourneyLayout.scene(
      for: contents, measuring: measuring, theme: .light, options: options)
    let thread = Thread { [self] in
      // Fonts are one thread's; those of the first look are the main one's by now.
      let tools = PangoTextMeasuring().map { Self.layOut(contents, Tools(measuring: $0)) }
      finish(tools ?? Tools(measuring: fonts))
    }
    thread.stackSize = Self.stackSize
    thread.qualityOfService = .userInitiated
    thread.start()
  }

  private static func layOut(_ contents: JourneyContents, _ tools: Tools) -> Tools {
    _ = JourneyLayout.scene(
      for: contents, measuring: tools.measuring, theme: .light, options: .screen,
      cache: tools.cache)
    return tools
  }

  private func finish(_ tools: Tools) {
    let finished = condition.withLock {
      self.tools = tools
      condition.broadcast()
      defer { self.finished = nil }
      return self.finished
    }
    finished?()
  }

  /// Calls `handler` on any thread as soon as all is laid out.
  func onFinished(_ handler: @escaping @Sendable () -> Void) {
    let isThere = condition.withLock {
      if tools == nil { finished = handler }
      return tools != nil
    }
    if isThere { handler() }
  }

  /// What all of it was laid out with; waits until it is. The caller's alone from then on.
  func wait() -> Tools {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let tools { return tools }
      condition.wait()
    }
  }
}
