import Foundation
import Gtk
import UpliftCore

/// The desktop program: its windows, the workspaces that are open, and what it remembers.
@MainActor public final class UpliftProgram {
  public static let identifier = "io.github.uplift_app.Uplift"

  let application: Application
  let style = StyleSheet()
  var memory = WindowMemory.load() {
    didSet { if memory != oldValue { memory.save() } }
  }
  private var listening: Listening?
  private var windows: [MainWindow] = []
  /// By path.
  private var sessions: [String: Session] = [:]

  /// Runs until the last window is closed.
  ///
  /// - Returns: the exit code.
  public static func run(_ arguments: [String]) -> Int32 {
    if let folder = DataFolder.current { startTranslation(localeFolder: folder.localeURL.path) }
    let opening = WorkspaceOpening.begin(arguments, places: WindowMemory.load().places)
    let application = Application(id: identifier, isUnique: false)
    var program: UpliftProgram?
    var reportsFirstFrame = false
    application.addOption(
      "version", letter: "v", description: tr("Say which version this is and end"))
    application.addOption(
      "report-first-frame", description: tr("Print a line when the first window is on the screen"))
    application.onOptions { isGiven in
      if isGiven("version") {
        print("uplift \(Version.current)")
        return 0
      }
      reportsFirstFrame = isGiven("report-first-frame")
      return nil
    }
    application.onStartup {
      program = UpliftProgram(application)
      program?.reportsFirstFrame = reportsFirstFrame
      program?.opening = opening
    }
    application.onActivate { program?.openWindow() }
    application.onOpen { urls in program?.openFiles(urls) }
    return application.run(arguments)
  }

  private var reportsFirstFrame = false
  /// The workspace that the program was started with, until it is shown.
  private var opening: WorkspaceOpening?

  init(_ application: Application) {
    self.application = application
    style.apply(Preferences.shared.appearance)
    listening = Preferences.shared.onChange { [weak self] in
      self?.style.apply(Preferences.shared.appearance)
    }
    style.onChange { [weak self] isDark in
      self?.windows.forEach { $0.appearanceChanged(isDark: isDark) }
    }
    setKeys()
  }

  private func setKeys() {
    let keys: [(String, [String])] = [
      ("win.undo", ["<Control>z"]),
      ("win.redo", ["<Control><Shift>z", "<Control>y"]),
      ("win.search", ["<Control>f"]),
      ("win.go-to", ["<Control>k"]),
      ("win.compare-counterpart", ["<Control><Shift>d"]),
      ("win.rename", ["<Shift>F2"]),
      ("win.filter", ["<Control><Shift>f"]),
      ("win.next-match", ["F3"]),
      ("win.previous-match", ["<Shift>F3"]),
      ("win.gather", ["<Control>g"]),
      ("win.part", ["<Control><Shift>g"]),
      ("win.sidebar", ["<Control>b"]),
      ("win.inspector", ["F9"]),
      ("win.next-area", ["F6"]),
      ("win.previous-area", ["<Shift>F6"]),
      ("win.back", ["<Alt>bracketleft"]),
      ("win.forward", ["<Alt>bracketright"]),
      ("win.new", ["<Control>n"]),
      ("win.open", ["<Control>o"]),
      ("win.add::journey", ["<Control>j"]),
      ("win.new-window", ["<Control><Shift>n"]),
      ("win.close", ["<Control>w"]),
      ("win.export", ["<Control>e"]),
      ("win.print", ["<Control>p"]),
      ("win.copy-picture", ["<Control><Shift>c"]),
      ("win.present", ["F5", "F11", "<Shift>F5"]),
      ("win.private-writing", ["<Control><Shift>h"]),
      ("win.vote", ["<Control><Shift>v"]),
      ("win.timer", ["F7"]),
      ("win.longer", ["<Shift>F7"]),
      ("win.next-phase", ["F8"]),
      ("win.preferences", ["<Control>comma"]),
      ("win.shortcuts", ["<Control>question", "<Control><Shift>question"]),
      ("win.help", ["F1"]),
    ]
    for (action, accelerators) in keys { application.setKeys(accelerators, for: action) }
    application.addAction("quit") { [weak self] in self?.windows.forEach { $0.close() } }
    application.setKeys(["<Control>q"], for: "app.quit")
  }

  // MARK: Windows

  func openWindow(session: Session? = nil, place: Place? = nil) {
    let window = MainWindow(self)
    windows.append(window)
    if let session { window.show(session, at: place) } else { window.showStartPage() }
    present(window)
  }

  private func present(_ window: MainWindow) {
    if reportsFirstFrame {
      reportsFirstFrame = false
      window.onFirstFrame {
        // At once, even into a pipe.
        try? FileHandle.standardOutput.write(contentsOf: Data("first frame\n".utf8))
      }
    }
    window.present()
    window.takeFocus()
  }

  func closed(_ window: MainWindow) {
    windows.removeAll { $0 === window }
    window.leaveVotes()
    guard let session = window.session, !windows.contains(where: { $0.session === session }) else {
      return
    }
    let path = session.workspace.url.path
    if sessions[path] === session { sessions[path] = nil }
    session.close()
  }

  // MARK: Workspaces

  private func openFiles(_ urls: [URL]) {
    guard !urls.isEmpty else {
      openWindow()
      guard let window = windows.last else { return }
      let sentence = tr("Uplift opens files on this computer. Fetch a copy of the file first.")
      MessageDialog(tr("This did not work"), sentence, over: window).present()
      return
    }
    for url in urls {
      let window = MainWindow(self)
      windows.append(window)
      window.putOffInspector()
      let failure = failureOpening(url, in: window)
      if window.session == nil { window.showStartPage() }
      present(window)
      // A message over a window that is not there yet would come to lie under it.
      if let failure { sayFailure(failure, in: window) }
    }
  }

  /// Opens a workspace in a window; one that shows a workspace already gets a second window.
  func open(_ url: URL, in window: MainWindow, at place: Place? = nil) {
    if let failure = failureOpening(url, in: window, at: place) { sayFailure(failure, in: window) }
  }

  private func failureOpening(
    _ url: URL, in window: MainWindow, at place: Place? = nil
  ) -> (any Error)? {
    do {
      let session = try session(for: url)
      memory.remember(url)
      if window.session == nil {
        window.show(session, at: place)
      } else {
        openWindow(session: session, place: place)
      }
      return nil
    } catch {
      return error
    }
  }

  func create(_ url: URL, from template: Template, in window: MainWindow) {
    let file = url.pathExtension == "uplift" ? url : url.appendingPathExtension("uplift")
    do {
      let title = file.deletingPathExtension().lastPathComponent
      try Workspace.create(at: file, contents: try template.contents(title: title)).close()
      open(file, in: window)
    } catch {
      sayFailure(error, in: window)
    }
  }

  /// The sample in the person's own data folder, made when it is not there yet.
  func openSample(in window: MainWindow) {
    let environment = ProcessInfo.processInfo.environment
    let folder = URL(
      fileURLWithPath: environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        ?? NSHomeDirectory() + "/.local/share"
    ).appendingPathComponent("uplift")
    let file = folder.appendingPathComponent("Larkfield Outfitters.uplift")
    do {
      if !FileManager.default.fileExists(atPath: file.path) {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let sample = try Template.named(Template.sampleName, in: .current)
        try Workspace.create(at: file, contents: try sample.contents(title: "")).close()
      }
      open(file, in: window)
    } catch {
      sayFailure(error, in: window)
    }
  }

  private func session(for url: URL) throws -> Session {
    let path = url.resolvingSymlinksInPath().path
    // Where the open file was, another one may stand by now: a copy of it, put back.
    if let session = sessions[path], session.workspace.stands(at: session.workspace.url) {
      return session
    }
    let session = try newSession(path)
    sessions[path] = session
    return session
  }

  private func newSession(_ path: String) throws -> Session {
    guard let opening, opening.path == path else {
      return try Session(try Workspace.open(at: URL(fileURLWithPath: path)))
    }
    self.opening = nil
    let opened = try opening.finish()
    // What has been set in these fonts need not be looked up again.
    opened.journey?.fonts.shareFonts()
    return Session(opened)
  }

  private func sayFailure(_ error: any Error, in window: MainWindow) {
    let sentence = String(describing: error)
    MessageDialog(tr("This did not work"), sentence, over: window).present()
  }
}
