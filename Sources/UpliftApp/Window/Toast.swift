import Gtk
import UpliftCore

/// Says what was done, for a few seconds, with a button that takes it back.
@MainActor final class Toast {
  let widget: Widget
  private let revealer: Revealer
  /// Characters.
  private static let longestLine = 70
  private let label = Label()
  private let bar = ProgressBar()
  private let button = Button(label: "")
  private var action: (() -> Void)?
  /// Whether what is said still is so; nil: it is no matter of time.
  private var holds: (() -> Bool)?
  /// The button was clicked, and goes: puts the keyboard back where one works.
  var onLeft: (() -> Void)?
  private var hiding: Timeout?

  init() {
    label.wraps = true
    // A long sentence takes several lines in the middle, not the width of the window.
    label.setWidthInCharacters(maximum: Self.longestLine)
    label.setAccessibleRole(.status)
    let box = Box(.horizontal, spacing: 12, [label, bar, button])
    box.addClass("toast")
    bar.verticalAlignment = .center
    bar.setSizeRequest(width: 160)
    bar.isVisible = false
    revealer = Revealer(box, motion: .slideUp)
    revealer.horizontalAlignment = .center
    revealer.verticalAlignment = .end
    revealer.isVisible = false
    widget = revealer
    button.onClicked { [weak self] in
      guard let self else { return }
      let action = action
      hide()
      onLeft?()
      action?()
    }
  }

  /// Logical pixels at the foot of the view that are to stay free.
  var footHeight: () -> Int = { 0 }

  /// A bar may come or grow while something is said.
  private static let lookMilliseconds = 250
  private var looking: Timeout?
  private var shownFootHeight = 0

  private func keepClear() {
    let height = footHeight()
    guard height != shownFootHeight else { return }
    shownFootHeight = height
    revealer.setMargins(bottom: height)
  }

  /// - Parameters:
  ///   - action: what the button says and does; nil: no button.
  ///   - holds: false: what is said is so no longer, and goes at the next `recheck`.
  func show(
    _ text: String, action: (String, () -> Void)? = nil, while holds: (() -> Bool)? = nil
  ) {
    self.holds = holds
    keepClear()
    looking = Timeout.repeating(milliseconds: Self.lookMilliseconds) { [weak self] in
      self?.keepClear()
      return true
    }
    bar.isVisible = false
    label.text = text
    label.setAccessibleLabel(text)
    button.isVisible = action != nil
    if let action { button.label = action.0 }
    self.action = action?.1
    revealer.isVisible = true
    revealer.isRevealed = true
    hiding = Timeout.after(milliseconds: 7000) { [weak self] in self?.hide() }
  }

  /// Stays until it is answered or something else is said.
  func offer(_ text: String, _ label: String, _ action: @escaping () -> Void) {
    show(text, action: (label, action))
    hiding = nil
  }

  /// Stays until something else is said or it is hidden.
  ///
  /// - Parameter cancel: what its button does.
  func showProgress(_ text: String, cancel: @escaping () -> Void) {
    show(text, action: (tr("Cancel"), cancel))
    hiding = nil
    bar.fraction = 0
    bar.isVisible = true
    bar.setAccessibleLabel(text)
    button.grabFocus()
  }

  /// 0…1
  var fraction: Double {
    get { bar.fraction }
    set { bar.fraction = newValue }
  }

  func recheck() {
    if let holds, !holds() { hide() }
  }

  func hide() {
    hiding = nil
    action = nil
    holds = nil
    revealer.isRevealed = false
    looking = nil
    hiding = Timeout.after(milliseconds: 250) { [weak self] in self?.revealer.isVisible = false }
  }
}
