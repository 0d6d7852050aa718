import Gtk
import UpliftCore

/// The keys of the program, by what one does with them.
public final class ShortcutsDialog: Dialog {
  public static func show(over window: Window) {
    (existing(over: window) ?? ShortcutsDialog(window)).present()
  }

  private init(_ parent: Window) {
    super.init(tr("Keyboard shortcuts"), over: parent, width: 820, height: 620)
    let columns = Box(.horizontal, spacing: 32)
    columns.isHomogeneous = true
    columns.addClass("shortcuts")
    for groups in ShortcutGroup.columns {
      let column = Box(.vertical, spacing: 18)
      column.verticalAlignment = .start
      for group in groups { column.append(Self.widget(for: group)) }
      columns.append(column)
    }
    let scrolled = ScrolledWindow(columns)
    scrolled.setPolicy(horizontal: .never, vertical: .automatic)
    window.setChild(scrolled)
    scrollWithKeys(scrolled, lines: true)
  }

  private static func widget(for group: ShortcutGroup) -> Widget {
    let grid = Grid(rowSpacing: 8, columnSpacing: 16)
    let heading = Label(group.title, classes: ["shortcut-heading"])
    heading.alignment = 0
    grid.attach(heading, column: 0, row: 0, columns: 2)
    for (row, shortcut) in group.shortcuts.enumerated() {
      let keys = KeyCaps.widget(for: shortcut.keys)
      let text = Label(shortcut.text)
      text.wraps = true
      text.alignment = 0
      text.expandsHorizontally = true
      text.verticalAlignment = .center
      keys.verticalAlignment = .center
      // A screen reader says what it does, then the keys.
      keys.setAccessibleLabel(
        shortcut.text + ": "
          + shortcut.keys.map { $0.joined(separator: "+") }.joined(separator: ", "))
      grid.attach(keys, column: 0, row: row + 1)
      grid.attach(text, column: 1, row: row + 1)
    }
    return grid
  }
}

/// Keys drawn as keys, one line for each way to press them; single keys stand on one line.
enum KeyCaps {
  static func widget(for ways: [[String]]) -> Widget {
    let rows = Box(.vertical, spacing: 4)
    rows.setSizeRequest(width: 136)
    let isShort = ways.allSatisfy { $0.count == 1 } && ways.joined().joined().count < 12
    for way in isShort ? [Array(ways.joined())] : ways {
      let row = Box(.horizontal, spacing: 4)
      for key in way { row.append(Label(key, classes: ["keycap"])) }
      rows.append(row)
    }
    return rows
  }
}
