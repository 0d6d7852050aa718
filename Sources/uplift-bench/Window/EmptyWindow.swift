import Foundation
import Gtk

/// The floor of starting, of memory and of idling: an application with one empty window of the
/// program's size.
enum EmptyWindow {
  static func run() -> Int32 {
    let application = Application(id: "io.github.uplift_app.Bench", isUnique: false)
    var window: ApplicationWindow?
    application.onActivate {
      let empty = ApplicationWindow(application)
      empty.setDefaultSize(width: 1440, height: 900)
      empty.onFirstFrame {
        try? FileHandle.standardOutput.write(contentsOf: Data("first frame\n".utf8))
      }
      empty.present()
      window = empty
    }
    defer { withExtendedLifetime(window) {} }
    return application.run(["uplift-bench"])
  }
}
