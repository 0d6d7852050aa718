import Foundation
import Gtk
import UpliftCore

/// Which journey map a figure is of.
@MainActor final class MapChooser {
  let widget: Widget
  private(set) var chosen: UUID?
  private let editor: ChoiceEditor<UUID?>

  init(_ choose: @escaping () -> Void) {
    var set: ((UUID?) -> Void)?
    editor = ChoiceEditor { set?($0) }
    editor.setName(tr("Journey map"))
    widget = Box(
      .horizontal, spacing: 6, [Label(tr("Journey map"), classes: ["dim"]), editor.widget])
    set = { [weak self] id in
      self?.chosen = id
      choose()
    }
  }

  /// Without a choice it is the first current map.
  func show(_ maps: [JourneyMap]) {
    let maps = maps.inOrder()
    if !maps.contains(where: { $0.id == chosen }) {
      chosen = (maps.first { $0.state == .current } ?? maps.first)?.id
    }
    editor.show(
      .some(chosen),
      of: maps.map {
        ($0.id, $0.title.allSatisfy(\.isWhitespace) ? tr("A map without a title") : $0.title)
      })
    widget.isVisible = maps.count > 1
  }
}
