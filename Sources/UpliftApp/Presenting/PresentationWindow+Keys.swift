import Gtk
import UpliftCore
import UpliftDrawing

/// Keys, and those that presenters' remotes send.
extension PresentationWindow {
  func addKeys() {
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, modifiers in self?.pressed(key, modifiers) ?? false }
    window.addController(keys)
  }

  func pressed(_ key: Key, _ modifiers: Modifiers) -> Bool {
    if modifiers == .control, key.lowercased == .character("w") {
      leave()
      return true
    }
    if source.pressed(key, modifiers) { return true }
    guard modifiers.isSubset(of: .shift) else { return false }
    switch key.lowercased {
    case .left, .keypadLeft: source.isMirrored ? goForward() : goBack()
    case .right, .keypadRight: source.isMirrored ? goBack() : goForward()
    case .down, .keypadDown, .pageDown, .keypadPageDown, .space, .enter, .keypadEnter,
      .character("n"):
      goForward()
    case .up, .keypadUp, .pageUp, .keypadPageUp, .backspace: goBack()
    case .home, .keypadHome:
      go(Point(-1, 0)) {
        $0.goToStart()
        return true
      }
    case .end, .keypadEnd:
      go(Point(1, 0)) {
        $0.goToEnd { pages(of: $0).count }
        return true
      }
    case .escape, .f5, .f11: leave()
    case .character("."), .character("b"), .keypadDecimal:
      canvas.isBlank.toggle()
      positionFrame.isRevealed = false
    case .character("o"): perform(.overview)
    case .character("s"):
      change(to: .stages)
      change(to: .columns)
    case .character("l"):
      change(to: .lanes)
      change(to: .clusters)
    case .character("r"): change(to: .ranking)
    case .character("p"): toggleLaser()
    case .character("d"): toggleDark()
    default: return false
    }
    return true
  }

  private func change(to order: PresentationOrder) {
    if source.orders.contains(where: { $0.order == order }) { perform(.order(order)) }
  }
}
