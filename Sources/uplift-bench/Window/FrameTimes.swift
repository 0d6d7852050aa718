import Foundation
import Gtk
import UpliftApp
import UpliftCore
import UpliftDrawing

/// Draws the first map of a workspace, or else its first board, frame by frame along a fixed path,
/// and prints how many milliseconds each took.
enum FrameTimes {
  static func run(_ file: URL) throws -> Int32 {
    guard MainLoop.start() else { throw BenchError.noDisplay }
    let session = try Session(try Workspace.open(at: file, readOnly: true))
    guard let controller = controller(of: session) else { throw BenchError.unusable(file.path) }
    defer { withExtendedLifetime(controller) {} }
    let canvas = controller.view.canvas
    guard let size = canvas.scene?.size else { throw BenchError.unusable(file.path) }
    let count = 600
    let times = try canvas.measureFrames(count, width: 1440, height: 860) { frame in
      place(Double(frame) / Double(count), size)
    }
    for time in times {
      print(Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1000)
    }
    return 0
  }

  private static func controller(of session: Session) -> CanvasController? {
    if let map = session.outline.journeyMaps.first {
      return JourneyCanvasController(session: session, mapID: map.id, theme: .light)
    }
    return session.outline.boards.first.flatMap {
      BoardCanvasController(session: session, boardID: $0.id, theme: .light)
    }
  }

  /// Along the picture at 100 %, out until all of it is seen, and in again somewhere else while moving.
  private static func place(
    _ share: Double, _ size: Size
  ) -> (zoom: Double, x: Double, y: Double) {
    let whole = min(1440 / size.width, 860 / size.height)
    switch share {
    case ..<0.4:
      let part = share / 0.4
      return (1, part * (size.width - 1440), (0.5 - 0.5 * cos(part * 12)) * (size.height - 860))
    case ..<0.7:
      let zoom = pow(whole, (share - 0.4) / 0.3)
      return (zoom, size.width * zoom / 2 - 720, size.height * zoom / 2 - 430)
    default:
      let zoom = pow(whole, (1 - share) / 0.3)
      return (zoom, size.width * zoom * (1 - share) - 720, size.height * zoom / 2 - 430)
    }
  }
}
