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
  /// Whether something of a height above the foot would lie over what somebody works on: then it
  /// stands at the top.
  var covers: (_ height: Int) -> Bool = { _ in false }

  /// A bar may come or grow while something is said.
  private static let lookMilliseconds = 250
  private var looking: Timeout?
  private var shownFootHeight = 0

  private func keepClear() {
    let foot = footHeight()
    let isAtTop = covers(foot + max(revealer.height, Self.usualHeight))
    guard foot != shownFootHeight || isAtTop != self.isAtTop else { return }
    shownFootHeight = foot
    self.isAtTop = isAtTop
    revealer.verticalAlignment = isAtTop ? .start : .end
    revealer.setMargins(bottom: isAtTop ? 0 : foot)
  }

  private var isAtTop = false
  /// Logical pixels, while it is not laid out yet.
  private static let usualHeight = 64
  /// With a button there is something to be done, not only to be read.
  private static let millisecondsWithButton = 7000
  /// A sentence takes a while to be seen, and each character a bit more to be read.
  private static func milliseconds(toRead text: String) -> Int {
    min(millisecondsWithButton, 2500 + 45 * text.count)
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
    let time =
      action == nil ? Self.milliseconds(toRead: text) : Self.millisecondsWithButton
    hiding = Timeout.after(milliseconds: time) { [weak self] in self?.hide() }
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
