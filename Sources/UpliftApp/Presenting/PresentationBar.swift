import Gtk
import UpliftCore

/// What one can do while presenting, for those who use the pointer or do not know the keys. It is
/// there when the pointer moves, and fades.
@MainActor final class PresentationBar {
  /// From appearing to fading, in milliseconds.
  static let rest = 2000
  static let firstRest = 5000

  enum Command {
    case back, forward, overview, leave
    case order(PresentationOrder)
  }

  let widget: Revealer
  private var orderButtons: [(order: PresentationOrder, button: ToggleButton)] = []
  private let overviewButton: ToggleButton
  private let perform: (Command) -> Void
  private var hiding: Timeout?
  private(set) var isShowing = false
  private let position = Label("", classes: ["bar-position"])

  init(
    orders: [PresentationOrder], isMirrored: Bool, perform: @escaping (Command) -> Void
  ) {
    self.perform = perform
    overviewButton = ToggleButton(label: tr("Overview"))
    let row = Box(.horizontal, spacing: 2)
    let bar = Box(
      .vertical, spacing: 4, [position, row, Self.hint(orders, isMirrored: isMirrored)])
    bar.addClass("floating-toolbar")
    widget = Revealer(bar, motion: .fade)
    widget.horizontalAlignment = .center
    widget.verticalAlignment = .end
    widget.isVisible = false
    position.setEllipsis(.end)
    row.horizontalAlignment = .center
    row.append(button("go-previous-symbolic", tr("Back"), .back))
    row.append(button("go-next-symbolic", tr("Next"), .forward))
    row.append(Separator(.vertical))
    add(overviewButton, .overview, to: row)
    for order in orders {
      let choice = ToggleButton(label: Self.name(of: order))
      add(choice, .order(order), to: row)
      orderButtons.append((order, choice))
    }
    row.append(Separator(.vertical))
    row.append(button("window-close-symbolic", tr("Leave (Escape)"), .leave))
  }

  private static func name(of order: PresentationOrder) -> String {
    switch order {
    case .stages: tr("Stages")
    case .lanes: tr("Lanes")
    case .columns: tr("Columns")
    case .clusters: tr("Clusters")
    case .ranking: tr("Result")
    }
  }

  private static func hint(_ orders: [PresentationOrder], isMirrored: Bool) -> Label {
    let arrows = isMirrored ? "→ ←" : "← →"
    let text =
      orders.contains(.columns) && orders.count > 1
      ? tr(
        "{arrows} go · S columns · L clusters · R result · O overview · B blank · P or the held button: pointer · Esc leaves",
        ["arrows": arrows])
      : orders.contains(.lanes)
        ? tr(
          "{arrows} go · S stages · L lanes · O overview · B blank · P or the held button: pointer · Esc leaves",
          ["arrows": arrows])
        : tr(
          "{arrows} go · O overview · B blank · P or the held button: pointer · Esc leaves",
          ["arrows": arrows])
    let label = Label(text, classes: ["dim"])
    label.wraps = true
    label.setCentred(true)
    label.setWidthInCharacters(maximum: 90)
    return label
  }

  private func button(_ icon: String, _ name: String, _ command: Command) -> Button {
    let button = Button(icon: icon, name: name)
    button.isFocusable = false
    button.onClicked { [weak self] in self?.perform(command) }
    return button
  }

  /// A toggle that shows what is so, and does not decide it.
  private func add(_ button: ToggleButton, _ command: Command, to row: Box) {
    button.isFocusable = false
    button.addClass("text-button")
    button.onClicked { [weak self] in self?.perform(command) }
    row.append(button)
  }

  func update(_ sentence: String, order: PresentationOrder, isOverview: Bool) {
    if position.text != sentence { position.text = sentence }
    if overviewButton.isActive != isOverview { overviewButton.isActive = isOverview }
    for (own, button) in orderButtons {
      let isOn = own == order && !isOverview
      if button.isActive != isOn { button.isActive = isOn }
    }
  }

  /// - Parameter rest: how long it stays, in milliseconds.
  func show(rest: Int = PresentationBar.rest) {
    if !isShowing {
      isShowing = true
      widget.isVisible = true
      widget.isRevealed = true
    }
    hiding = Timeout.after(milliseconds: rest) { [weak self] in self?.hide() }
  }

  func hide() {
    guard isShowing else { return }
    isShowing = false
    widget.isRevealed = false
    hiding = Timeout.after(milliseconds: 200) { [weak self] in self?.widget.isVisible = false }
  }
}
