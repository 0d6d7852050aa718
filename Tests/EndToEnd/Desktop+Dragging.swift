import Foundation

extension Desktop {
  /// Takes hold of what is at a place and carries it to another one, as a hand does; it is not let
  /// go.
  func carry(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) throws {
    try movePointer(start.x, start.y)
    _ = try run("/usr/bin/xdotool", ["mousedown", "1"])
    usleep(80_000)
    for share in 1...8 {
      try movePointer(
        start.x + (end.x - start.x) * share / 8, start.y + (end.y - start.y) * share / 8)
    }
    pause(200_000)
  }

  func letGo() throws {
    _ = try run("/usr/bin/xdotool", ["mouseup", "1"])
    pause(150_000)
  }

  func movePointer(_ x: Int, _ y: Int) throws {
    _ = try run("/usr/bin/xdotool", ["mousemove", "\(x)", "\(y)"])
    usleep(30_000)
  }
}
