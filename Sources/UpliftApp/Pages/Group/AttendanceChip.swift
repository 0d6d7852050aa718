import Foundation
import Gtk
import UpliftCore

/// Whether a member came: a click goes from not asked to came, to stayed away, and back.
@MainActor final class AttendanceChip {
  let id: UUID
  let button: Button
  private let label = Label()
  private var isPresent: Bool?

  init(_ id: UUID, isEditable: Bool, _ set: @escaping (Bool?) -> Void) {
    self.id = id
    button = Button(child: label)
    button.addClass("chip")
    button.addClass("attendance")
    button.isSensitive = isEditable
    label.setEllipsis(.end)
    label.setWidthInCharacters(maximum: 28)
    button.onClicked { [weak self] in
      switch self?.isPresent {
      case nil: set(true)
      case true?: set(false)
      case false?: set(nil)
      }
    }
  }

  func show(_ member: Member, _ isPresent: Bool?) {
    self.isPresent = isPresent
    let name = member.name.isEmpty ? tr("No name yet") : member.name
    let state =
      switch isPresent {
      case nil: tr("not asked")
      case true?: tr("came")
      case false?: tr("stayed away")
      }
    let mark =
      switch isPresent {
      case nil: "○"
      case true?: "✓"
      case false?: "✕"
      }
    label.text = mark + " " + name
    button.setClass("came", isPresent == true)
    button.setClass("away", isPresent == false)
    button.tooltip = tr("{name}: {state}", ["name": name, "state": state])
    button.setAccessibleLabel(tr("{name}: {state}", ["name": name, "state": state]))
  }
}
