import Gtk
import UpliftCore

/// Below a list of choices: makes one that is not there, by its name.
@MainActor final class NewChoice {
  let button: MenuButton
  var onMade: ((String) -> Void)?
  private let making: RegisterMaking
  private let popover: Popover
  private let entry = Entry()
  private let add = Button(label: "")

  init(_ making: RegisterMaking) {
    self.making = making
    button = MenuButton(label: tr("{command}…", ["command": making.title]))
    button.addClass("small-text-menu")
    button.horizontalAlignment = .start
    entry.setPlaceholder(tr("Its name, then Enter"))
    entry.setAccessibleLabel(making.title)
    entry.addClass("field-box")
    add.label = making.title
    add.addClass("suggested-action")
    let box = Box(.vertical, spacing: 8, [entry, add])
    box.setSizeRequest(width: 240)
    popover = Popover(box)
    popover.addClass("register-popover")
    button.setPopover(popover)
    popover.onMap { [weak self] in
      self?.entry.text = ""
      self?.add.isSensitive = false
      self?.entry.grabFocus()
    }
    entry.onChanged { [weak self] in self?.add.isSensitive = self?.name.isEmpty == false }
    entry.onActivate { [weak self] in self?.make() }
    add.onClicked { [weak self] in self?.make() }
  }

  private var name: String { entry.text.trimmingCharacters(in: .whitespacesAndNewlines) }

  private func make() {
    let name = name
    guard !name.isEmpty else { return }
    popover.popDown()
    onMade?(name)
  }

  /// The name that was typed for a new choice; nil when there is none, or one of the choices is
  /// called so.
  static func name(_ typed: String, besides choices: [String]) -> String? {
    let name = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    let isKnown = choices.contains { $0.lowercased() == name.lowercased() }
    return name.isEmpty || isKnown ? nil : name
  }
}
