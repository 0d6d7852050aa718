import Foundation
import Testing

/// Controls that are found by what a screen reader says of them, and clicked with the pointer.
extension Desktop {
  /// Prints the middle of each control of this name that is in sight, in its window.
  private static let places = """
    import sys, pyatspi
    name, role = sys.argv[1], sys.argv[2]
    def walk(node, depth=0):
        if node is None or depth > 40: return
        if node.name == name and node.getRoleName() == role:
            try:
                box = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
                if box.width > 0 and box.y >= 0:
                    print(box.x + box.width // 2, box.y + box.height // 2, size.width, size.height)
            except Exception: pass
        for index in range(node.childCount):
            try: walk(node.getChildAtIndex(index), depth + 1)
            except Exception: pass  # It is gone by now.
    for program in pyatspi.Registry.getDesktop(0):
        if program and 'uplift' in (program.name or '').lower():
            for window in program:
                if window and window.name == sys.argv[3]:
                    size = window.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
                    walk(window)
    """

  /// Clicks the control of this name in the window that has the focus.
  func click(control name: String, role: String = "push button", button: Int = 1) throws {
    var place: [Int]?
    try eventually("the control “\(name)”") {
      let lines = try run("/usr/bin/python3", ["-c", Self.places, name, role, activeTitle()])
        .split(separator: "\n")
      let numbers = lines.first?.split(separator: " ").compactMap { Int($0) } ?? []
      guard numbers.count == 4 else { return false }
      place = numbers
      return true
    }
    let found = try #require(place, "no control “\(name)”")
    let frame = try activeFrame()
    // The window's shadow, or its edge, is around what the screen reader is told of.
    try click(
      frame.x + (frame.width - found[2]) / 2 + found[0],
      frame.y + (frame.height - found[3]) / 2 + found[1], button: button)
  }

  /// Of the window that has the focus, on the screen.
  private func activeFrame() throws -> (x: Int, y: Int, width: Int, height: Int) {
    let lines = try run("/usr/bin/xdotool", ["getactivewindow", "getwindowgeometry", "--shell"])
    var values: [String: Int] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "=")
      if parts.count == 2 { values[String(parts[0])] = Int(parts[1]) }
    }
    return (values["X"] ?? 0, values["Y"] ?? 0, values["WIDTH"] ?? 0, values["HEIGHT"] ?? 0)
  }

  /// Ctrl+F, the words, and the first hit.
  func goTo(_ words: String) throws {
    try press("ctrl+f")
    try type(words)
    pause(300_000)
    try press("Return")
    pause(400_000)
  }

  /// Writes what the export dialog that is open shows; with keys.
  ///
  /// - Parameter target: in the workspace's folder, which is the one that is offered.
  func export(to target: URL) throws {
    try press("Return")
    try waitForWindow("^Export$")
    pause(300_000)
    try press("ctrl+a")
    try type(target.lastPathComponent)
    try press("Return")
    try eventually("the file \(target.lastPathComponent)") {
      FileManager.default.fileExists(atPath: target.path)
    }
  }
}
