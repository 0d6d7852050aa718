import CGtk
import Foundation

/// The program. Actions of its own are `app.NAME`.
open class Application: Object, ActionMap {
  /// - Parameters:
  ///   - isUnique: false gives every start its own process.
  public init(id: String, isUnique: Bool = true) {
    var flags = G_APPLICATION_HANDLES_OPEN.rawValue
    if !isUnique { flags |= G_APPLICATION_NON_UNIQUE.rawValue }
    super.init(
      adopting: gtk_application_new(id, GApplicationFlags(rawValue: flags)))
  }

  /// Runs until the last window is closed. Swift's main actor runs meanwhile.
  ///
  /// - Parameter arguments: with the program's own name first.
  /// - Returns: the exit code.
  public func run(_ arguments: [String]) -> Int32 {
    MainQueue.join()
    let copies = arguments.map { g_strdup($0) }
    defer { copies.forEach { g_free($0) } }
    var array = copies + [nil]
    return g_application_run(pointer(), gint(arguments.count), &array)
  }

  public func quit() { g_application_quit(pointer()) }

  /// Keeps running without a window, until `release`.
  public func hold() { g_application_hold(pointer()) }
  public func release() { g_application_release(pointer()) }

  /// Keys for an action: `["<Control>z"]` for `win.undo`.
  public func setKeys(_ keys: [String], for action: String) {
    withStrings(keys) { gtk_application_set_accels_for_action(pointer(), action, $0) }
  }

  /// A switch of the command line: `--version`, `-v`.
  public func addOption(_ name: String, letter: Character? = nil, description: String) {
    g_application_add_main_option(
      pointer(), name, gchar(letter?.asciiValue ?? 0), G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
      description, nil)
  }

  /// Called with the options that were given, before anything else; an exit code ends the program.
  public func onOptions(_ handler: @escaping (_ isGiven: (String) -> Bool) -> Int32?) {
    connectAnswering("handle-local-options") { arguments in
      let options = arguments.dictionary(0)
      let code = handler { name in options.map { g_variant_dict_contains($0, name) != 0 } ?? false }
      return .int(Int(code ?? -1))
    }
  }

  @discardableResult
  public func onStartup(_ handler: @escaping () -> Void) -> SignalID {
    connect("startup", handler)
  }
  @discardableResult
  public func onActivate(_ handler: @escaping () -> Void) -> SignalID {
    connect("activate", handler)
  }
  @discardableResult
  public func onShutdown(_ handler: @escaping () -> Void) -> SignalID {
    connect("shutdown", handler)
  }

  /// Files were given on the command line or by the desktop.
  @discardableResult
  public func onOpen(_ handler: @escaping ([URL]) -> Void) -> SignalID {
    connectAnswering("open") { arguments in
      handler(arguments.files(0, count: arguments.int(1)))
      return .none
    }
  }

  public func register() throws {
    _ = try throwing { g_application_register(pointer(), nil, $0) }
  }
}
