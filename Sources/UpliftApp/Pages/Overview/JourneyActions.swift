import Foundation
import Gtk
import UpliftCore

/// What can be done with a map on the overview: its future, and what is different there.
@MainActor enum JourneyActions {
  /// Nil when there is nothing to do.
  static func widget(
    _ map: JourneyMap, in outline: WorkspaceOutline, isReadOnly: Bool,
    makeFuture: @escaping () -> Void, compare: @escaping (UUID) -> Void
  ) -> Widget? {
    guard map.state == .current else { return nil }
    let futures = outline.journeyMaps.filter { $0.basisID == map.id && $0.id != map.id }
    let box = Box(.horizontal, spacing: 8)
    for future in futures {
      let name = future.title.isEmpty ? tr("Untitled map") : future.title
      box.append(
        button(tr("Compare with “{title}”", ["title": name])) { compare(future.id) })
    }
    if futures.isEmpty, !isReadOnly {
      box.append(button(tr("Make future map"), makeFuture))
    } else if futures.isEmpty {
      return nil
    }
    return box
  }

  private static func button(_ text: String, _ action: @escaping () -> Void) -> Button {
    let label = Label(text)
    label.setEllipsis(.end)
    let button = Button(child: label)
    button.hasFrame = false
    button.addClass("add-button")
    button.setAccessibleLabel(text)
    button.onClicked(action)
    return button
  }
}
