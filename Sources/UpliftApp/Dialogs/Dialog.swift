import Foundation
import Gtk
import UpliftCore

/// A window beside the main one. Escape closes it. While it is open, a second `show` brings it to
/// the front.
@MainActor public class Dialog {
  public let window = Window()
  private let parent: Window
  private var parentGoes: SignalID?
  private static var open: [Dialog] = []

  /// - Parameters:
  ///   - width: logical pixels, at most what the parent leaves.
  ///   - height: the same; −1: as high as the content.
  init(_ title: String, over parent: Window, width: Int, height: Int) {
    self.parent = parent
    window.title = title
    window.addClass("uplift")
    window.addClass("dialog")
    window.setTransient(for: parent)
    window.setTitlebar(HeaderBar())
    let widest = parent.width > 0 ? max(360, parent.width - 32) : width
    let highest = parent.height > 0 ? max(320, parent.height - 32) : height
    window.setDefaultSize(width: min(width, widest), height: min(height, highest))
    let keys = Shortcuts()
    for key in ["Escape", "<Control>w"] {
      keys.add(key) { [weak self] in
        self?.window.close()
        return true
      }
    }
    window.addController(keys)
    window.onCloseRequest { [weak self] in self?.mayClose() == false }
    // A window that we hold on to is unmapped, but not disposed of, when it is destroyed.
    window.onUnmap { [weak self] in self?.forget() }
    parentGoes = parent.onUnmap { [weak self] in self?.window.destroy() }
  }

  /// False keeps the window open.
  func mayClose() -> Bool { true }

  /// The window is gone.
  func closed() {}

  func present() {
    if !Self.open.contains(where: { $0 === self }) { Self.open.append(self) }
    window.present()
  }

  /// Lets the keyboard scroll something that has nothing in it to go to.
  ///
  /// - Parameter lines: the arrows scroll too.
  func scrollWithKeys(_ content: ScrolledWindow, lines: Bool) {
    window.keep(content)
    let keys = Shortcuts()
    keys.setScope(.window)
    func add(_ names: [String], _ target: @escaping (Adjustment) -> Double) {
      for name in names {
        keys.add(name) { [weak content] in
          guard let adjustment = content?.verticalAdjustment else { return false }
          adjustment.value = target(adjustment)
          return true
        }
      }
    }
    add(["Page_Down", "KP_Page_Down"]) { $0.value + $0.pageSize * 0.9 }
    add(["Page_Up", "KP_Page_Up"]) { $0.value - $0.pageSize * 0.9 }
    if lines {
      add(["Down", "KP_Down"]) { $0.value + 40 }
      add(["Up", "KP_Up"]) { $0.value - 40 }
      add(["Home", "KP_Home"]) { $0.lower }
      add(["End", "KP_End"]) { $0.upper }
    }
    window.addController(keys)
  }

  private func forget() {
    guard let place = Self.open.firstIndex(where: { $0 === self }) else { return }
    // Lives until the end of this call, whatever the list held.
    let kept = Self.open.remove(at: place)
    if let parentGoes { parent.disconnect(parentGoes) }
    kept.closed()
  }

  /// The open dialog of this kind over `parent`.
  static func existing(over parent: Window) -> Self? {
    open.lazy.compactMap { $0 as? Self }.first { $0.parent === parent }
  }
}
