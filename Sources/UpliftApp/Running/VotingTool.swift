import Gtk
import UpliftCore
import UpliftDrawing

/// Keys and clicks on a board while votes are taken.
@MainActor final class VotingTool: CanvasTool {
  private let desk: VotingDesk

  init(_ desk: VotingDesk) { self.desk = desk }

  func pressed(_ key: Key, _ modifiers: Modifiers, on subject: ItemSubject?) -> Bool {
    if modifiers == .control, key == .enter || key == .keypadEnter {
      desk.finish()
      return true
    }
    guard modifiers.isSubset(of: .shift), let reference = subject?.reference else { return false }
    switch key {
    case .space, .enter, .keypadEnter, .plus, .keypadPlus, .equal: desk.change(reference, by: 1)
    case .minus, .keypadMinus, .delete, .backspace, .keypadDelete: desk.change(reference, by: -1)
    default: return false
    }
    return true
  }

  func clicked(_ subject: ItemSubject, _ modifiers: Modifiers) {
    guard let reference = subject.reference, reference.kind != .boardColumn else { return }
    desk.change(reference, by: modifiers.contains(.shift) ? -1 : 1)
  }
}
