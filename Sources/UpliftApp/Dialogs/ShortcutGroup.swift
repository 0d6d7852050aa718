import UpliftCore

/// Keys with one purpose, as they are shown to people.
struct ShortcutGroup {
  struct Shortcut {
    /// Ways to do it, each a chord of keys.
    var keys: [[String]]
    var text: String
  }

  var title: String
  var shortcuts: [Shortcut]

  /// From left to right, each from top to bottom.
  static var columns: [[ShortcutGroup]] {
    [[moving, changing, adding, running], [view, presenting, editing, general]]
  }

  private static let control = ptr("key", "Ctrl")
  private static let shift = ptr("key", "Shift")
  private static let alt = ptr("key", "Alt")

  private static var moving: ShortcutGroup {
    ShortcutGroup(
      title: tr("Getting around"),
      shortcuts: [
        Shortcut(keys: [["←", "→", "↑", "↓"]], text: tr("Move in the map or board")),
        Shortcut(
          keys: [[ptr("key", "Tab")], [shift, ptr("key", "Tab")]],
          text: tr("Next, previous cell")),
        Shortcut(keys: [[shift, "←→↑↓"]], text: tr("Select several")),
        Shortcut(keys: [[control, "F"]], text: tr("Search")),
        Shortcut(keys: [[control, "K"]], text: tr("Go to anything by name")),
        Shortcut(keys: [[control, shift, "F"]], text: tr("Filter the map")),
        Shortcut(keys: [["F3"], [shift, "F3"]], text: tr("Next, previous match of the filter")),
        Shortcut(keys: [[alt, ptr("key", "Enter")]], text: tr("Open the map of a step")),
        Shortcut(
          keys: [[control, shift, "D"]],
          text: tr("Compare with the future or current map; in a table: duplicate the rows")),
        Shortcut(keys: [[alt, "["], [alt, "]"]], text: tr("Back and forward")),
      ])
  }

  private static var changing: ShortcutGroup {
    ShortcutGroup(
      title: tr("Changing a card or note"),
      shortcuts: [
        Shortcut(keys: [[ptr("key", "Enter")], ["F2"]], text: tr("Edit in place")),
        Shortcut(
          keys: [[shift, ptr("key", "Enter")]], text: tr("A new line, while editing")),
        Shortcut(keys: [[ptr("key", "Esc")]], text: tr("Back to the old text, then step back")),
        Shortcut(keys: [[alt, "←→↑↓"]], text: tr("Move the card, step, lane, note or column")),
        Shortcut(
          keys: [[control, ptr("key", "drag")]],
          text: tr("Copies what is dragged; Esc puts it back")),
        Shortcut(
          keys: [[control, "L"]],
          text: tr("Link with anything; Alt+1…4 says how, also while writing")),
        Shortcut(keys: [[shift, "F2"]], text: tr("Rename the map, board or group")),
        Shortcut(
          keys: [[ptr("key", "Menu")], [shift, "F10"]], text: tr("What can be done with it")),
        Shortcut(
          keys: [[shift, alt, "←→"], [alt, "+"], [alt, "−"]],
          text: tr("Let a card cover more or fewer steps")),
        Shortcut(
          keys: [[shift, alt, "↑↓"]], text: tr("Make the lane higher or lower")),
        Shortcut(
          keys: [[shift, alt, "←→"]], text: tr("On a step: all columns wider or narrower")),
        Shortcut(
          keys: [[control, "G"], [control, shift, "G"]],
          text: tr("On a board: put notes into a cluster, take it apart")),
        Shortcut(keys: [[ptr("key", "Delete")]], text: tr("Delete")),
        Shortcut(keys: [["+"], ["−"]], text: tr("Emotion up and down")),
        Shortcut(keys: [["1", "…", "5"]], text: tr("Set the emotion, from worst to best")),
        Shortcut(keys: [[alt, "↑↓"]], text: tr("Emotion up and down by a tenth")),
        Shortcut(
          keys: [[alt, "1"], [alt, "2"], [alt, "3"]],
          text: tr("The card is observed, reported, assumed; also while writing")),
      ])
  }

  private static var adding: ShortcutGroup {
    ShortcutGroup(
      title: tr("Adding"),
      shortcuts: [
        Shortcut(
          keys: [[ptr("key", "Insert")], [control, ptr("key", "Enter")]],
          text: tr("New card, note, step, stage or lane after this one, also while writing")),
        Shortcut(keys: [[control, "J"]], text: tr("New journey map")),
        Shortcut(keys: [[control, shift, ptr("key", "Enter")]], text: tr("New stage")),
        Shortcut(keys: [[control, shift, "P"]], text: tr("Pain point on this step")),
        Shortcut(keys: [[control, shift, "O"]], text: tr("Opportunity on this step")),
        Shortcut(keys: [[control, shift, "T"]], text: tr("Touchpoint on this step")),
        Shortcut(keys: [[control, shift, "M"]], text: tr("Moment of truth, on and off")),
        Shortcut(keys: [[control, shift, "S"]], text: tr("Split the stage before this step")),
        Shortcut(keys: [[control, shift, "J"]], text: tr("Merge the stage with the next one")),
      ])
  }

  private static var running: ShortcutGroup {
    ShortcutGroup(
      title: tr("Running a meeting at a board"),
      shortcuts: [
        Shortcut(
          keys: [["F7"], [shift, "F7"]], text: tr("Start or pause the timer; a minute more")),
        Shortcut(keys: [["F8"]], text: tr("Next phase of the agenda")),
        Shortcut(
          keys: [[control, shift, "H"]], text: tr("Write in private; reveal what is hidden")),
        Shortcut(keys: [[alt, "V"]], text: tr("Show what is being written in private")),
        Shortcut(keys: [[control, shift, "V"]], text: tr("Open a vote")),
        Shortcut(
          keys: [["+"], [ptr("key", "Space")], ["−"]],
          text: tr("While voting: one vote more, one less")),
        Shortcut(
          keys: [[control, ptr("key", "Enter")]], text: tr("While voting: done, the next person")),
      ])
  }

  private static var view: ShortcutGroup {
    ShortcutGroup(
      title: tr("View"),
      shortcuts: [
        Shortcut(keys: [[control, "0"]], text: tr("Fit everything")),
        Shortcut(keys: [[control, "1"]], text: tr("Original size")),
        Shortcut(keys: [[control, "+"], [control, "−"]], text: tr("Zoom in and out")),
        Shortcut(
          keys: [[control, ptr("key", "wheel")]], text: tr("Zoom around the pointer")),
        Shortcut(
          keys: [[ptr("key", "Space")], [ptr("key", "middle button")]],
          text: tr("Hold, and drag the view")),
        Shortcut(keys: [[alt, "1", "…", "9"]], text: tr("Choose one of the views of a page")),
        Shortcut(keys: [[control, "B"]], text: tr("Show or hide the sidebar")),
        Shortcut(keys: [["F6"], [shift, "F6"]], text: tr("Next, previous part of the window")),
        Shortcut(keys: [["F9"]], text: tr("Show or hide the inspector")),
      ])
  }

  private static var presenting: ShortcutGroup {
    ShortcutGroup(
      title: tr("Presenting"),
      shortcuts: [
        Shortcut(keys: [["F5"], ["F11"]], text: tr("Present the map or board, and leave again")),
        Shortcut(
          keys: [["←"], ["→"], [ptr("key", "Space")]], text: tr("Back and on, as a remote does")),
        Shortcut(
          keys: [[ptr("key", "Home")], [ptr("key", "End")]], text: tr("The whole, the last one")),
        Shortcut(keys: [["S"], ["L"], ["O"]], text: tr("Stages, lanes, overview")),
        Shortcut(
          keys: [["S"], ["L"], ["R"]], text: tr("On a board: columns, clusters, result of the vote")
        ),
        Shortcut(keys: [["B"], ["."]], text: tr("Blank screen, on and off")),
        Shortcut(keys: [["P"], ["D"]], text: tr("Laser pointer; dark or light")),
      ])
  }

  private static var editing: ShortcutGroup {
    ShortcutGroup(
      title: tr("Undo and clipboard"),
      shortcuts: [
        Shortcut(keys: [[control, "Z"]], text: tr("Undo")),
        Shortcut(keys: [[control, shift, "Z"]], text: tr("Redo")),
        Shortcut(
          keys: [[control, "C"], [control, "X"], [control, "V"]], text: tr("Copy, cut, paste")),
        Shortcut(keys: [[control, shift, "C"]], text: tr("Copy as picture")),
        Shortcut(keys: [[control, "D"]], text: tr("Duplicate")),
        Shortcut(keys: [[control, "A"]], text: tr("Select all cards or notes")),
      ])
  }

  private static var general: ShortcutGroup {
    ShortcutGroup(
      title: tr("Window"),
      shortcuts: [
        Shortcut(keys: [[control, "N"]], text: tr("New workspace")),
        Shortcut(keys: [[control, "O"]], text: tr("Open a workspace")),
        Shortcut(keys: [[control, shift, "N"]], text: tr("Another window")),
        Shortcut(keys: [[control, "E"]], text: tr("Export")),
        Shortcut(keys: [[control, "P"]], text: tr("Print")),
        Shortcut(keys: [["F10"]], text: tr("Menu")),
        Shortcut(keys: [[control, "?"]], text: tr("Keyboard shortcuts")),
        Shortcut(keys: [["F1"]], text: tr("Help")),
        Shortcut(keys: [[control, ","]], text: tr("Preferences")),
        Shortcut(keys: [[control, "W"], [control, "Q"]], text: tr("Close the window, quit")),
      ])
  }
}
