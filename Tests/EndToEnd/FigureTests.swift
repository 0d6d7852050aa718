import Foundation
import Testing
import UpliftCore

/// Somebody works in the pictures of the plan themselves: with the pointer, with keys, and back.
@Suite(.serialized) struct FigureTests {
  let desktop: Desktop

  init() throws { desktop = try Desktop() }

  /// Prints where the first thing stands whose words begin so, on the screen.
  private static let place = """
    import sys, pyatspi
    def walk(node, depth=0):
        if node is None or depth > 40: return None
        if (node.name or '').startswith(sys.argv[1]):
            try:
                box = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
                if box.width > 0 and node.getRoleName() in ('table cell', 'list item', 'label'):
                    return box
            except Exception: pass
        for index in range(node.childCount):
            found = walk(node.getChildAtIndex(index), depth + 1)
            if found: return found
        return None
    for program in pyatspi.Registry.getDesktop(0):
        if program and 'uplift' in (program.name or '').lower():
            for window in program:
                size = window.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
                box = walk(window)
                if box: print(box.x, box.y, box.width, box.height, size.width, size.height)
    """

  /// The middle of a thing of a picture.
  private func middle(_ words: String, width: Int = 1440, height: Int = 900) throws
    -> (x: Int, y: Int, width: Int)
  {
    var found: [Int] = []
    try desktop.eventually("“\(words)” in the picture") {
      found = try desktop.run("/usr/bin/python3", ["-c", Self.place, words])
        .split(whereSeparator: \.isWhitespace).prefix(6).compactMap { Int($0) }
      return found.count == 6
    }
    try #require(found.count == 6)
    let lines = try desktop.run(
      "/usr/bin/xdotool", ["getactivewindow", "getwindowgeometry", "--shell"])
    var values: [String: Int] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "=")
      if parts.count == 2 { values[String(parts[0])] = Int(parts[1]) }
    }
    let left = (values["X"] ?? 0) + ((values["WIDTH"] ?? 0) - found[4]) / 2
    let top = (values["Y"] ?? 0) + ((values["HEIGHT"] ?? 0) - found[5]) / 2
    return (left + found[0] + found[2] / 2, top + found[1] + found[3] / 2, found[2])
  }

  private func contents(_ file: URL) throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  @Test func aBubbleIsDraggedMovedByKeysAndTakenBack() throws {
    let file = desktop.file("Sample.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    func opportunity(_ id: UUID) throws -> Opportunity? {
      try contents(file).opportunities.first { $0.id == id }
    }
    let before = try #require(
      try contents(file).opportunities.inOrder().first {
        !$0.title.isEmpty && ($0.value ?? 0) >= 3 && $0.effort != nil
      })
    try desktop.open([file.path], title: "Larkfield")
    try desktop.press("ctrl+k")
    try desktop.type("Opportunities and priorities")
    try desktop.press("Return")
    try desktop.waitForWindow("Opportunities and priorities")
    let place = try middle(before.title + ":")
    // Down: less value.
    try desktop.carry(from: (place.x, place.y), to: (place.x, place.y + 120))
    // With nothing let go on the way, as `press` would.
    try desktop.run("/usr/bin/xdotool", ["key", "Escape"])
    desktop.pause(200_000)
    try desktop.letGo()
    #expect(try opportunity(before.id) == before, "Escape puts it back")
    try desktop.carry(from: (place.x, place.y), to: (place.x, place.y + 120))
    try desktop.letGo()
    try desktop.eventually("less value") {
      (try opportunity(before.id)?.value ?? 9) < (before.value ?? 0)
    }
    try desktop.press("ctrl+z")
    try desktop.eventually("as before, in one step") { try opportunity(before.id) == before }
    // It is still selected.
    try desktop.press("alt+Down", "alt+Right")
    try desktop.eventually("a step less value, a step more effort") {
      guard let now = try opportunity(before.id) else { return false }
      return (now.value ?? 9) < (before.value ?? 0) && (now.effort ?? 0) > (before.effort ?? 0)
    }
    try desktop.press("ctrl+z", "ctrl+z")
    try desktop.eventually("both taken back") { try opportunity(before.id) == before }
    // Its details, over the picture.
    try desktop.press("Return")
    try desktop.waitForWindow("Opportunity")
    try desktop.press("Escape")
  }

  @Test func barsOfTheTimelineAreDragged() throws {
    let file = desktop.file("Sample.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    let before = try #require(
      try contents(file).initiatives.inOrder().first {
        $0.startDay != nil && $0.endDay != nil && $0.status == .running
      })
    func initiative() throws -> Initiative? {
      try contents(file).initiatives.first { $0.id == before.id }
    }
    try desktop.open([file.path], title: "Larkfield")
    try desktop.press("ctrl+k")
    try desktop.type("Initiatives")
    try desktop.press("Return")
    try desktop.waitForWindow("Initiatives")
    try desktop.press("alt+2")
    desktop.pause(500_000)
    let row = try middle(before.title + ":")
    try desktop.click(row.x - row.width / 2 + 30, row.y)
    try desktop.press("alt+shift+Right")
    try desktop.eventually("a week later") {
      try initiative()?.startDay == before.startDay?.advanced(by: 7)
        && initiative()?.endDay == before.endDay?.advanced(by: 7)
    }
    try desktop.press("ctrl+z")
    try desktop.eventually("as before") { try initiative() == before }
    // Somewhere along the row stands the bar: the first place at which it moves is it.
    let left = row.x - row.width / 2
    var moved = false
    for share in stride(from: 35, through: 95, by: 4) where !moved {
      let x = left + row.width * share / 100
      try desktop.carry(from: (x, row.y + 4), to: (x + 60, row.y + 4))
      try desktop.letGo()
      desktop.pause(200_000)
      moved = try initiative() != before
    }
    #expect(moved)
    let after = try #require(try initiative())
    #expect(
      after.startDay != before.startDay || after.endDay != before.endDay
        || after.pilotStart != before.pilotStart || after.pilotEnd != before.pilotEnd)
    try desktop.press("ctrl+z")
    try desktop.eventually("one step") { try initiative() == before }
  }

  @Test func whoPressesOnATooltipPressesWhatLiesUnderIt() throws {
    let file = desktop.file("Sample.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Larkfield")
    try desktop.press("ctrl+k")
    try desktop.type("Initiatives")
    try desktop.press("Return")
    try desktop.waitForWindow("Initiatives")
    try desktop.press("alt+2")
    desktop.pause(500_000)
    let row = try middle("Returns page on one screen:")
    // The tooltip of one row lies over the next one.
    for _ in 0..<3 {
      try desktop.movePointer(row.x, row.y)
      try desktop.movePointer(row.x + 1, row.y)
      desktop.pause(1_500_000)
      try desktop.carry(from: (row.x + 40, row.y + 34), to: (row.x, row.y))
      try desktop.letGo()
      desktop.pause(1_500_000)
    }
    try desktop.press("ctrl+k")
    try desktop.type("Barriers")
    try desktop.press("Return")
    try desktop.waitForWindow("Barriers")
  }
}
