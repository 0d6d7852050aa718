import CGtk
import Foundation

/// The desktop's own dialog for files.
public final class FileChooser: Object {
  public enum Purpose {
    case open, save, chooseFolder

    var value: GtkFileChooserAction {
      switch self {
      case .open: GTK_FILE_CHOOSER_ACTION_OPEN
      case .save: GTK_FILE_CHOOSER_ACTION_SAVE
      case .chooseFolder: GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
      }
    }
  }

  /// Nil labels: GTK's own.
  public init(
    _ purpose: Purpose, title: String, accept: String? = nil, cancel: String? = nil,
    parent: Window? = nil
  ) {
    super.init(
      adopting: UnsafeMutableRawPointer(
        gtk_file_chooser_native_new(title, parent?.pointer(), purpose.value, accept, cancel)))
    gtk_native_dialog_set_modal(pointer(), 1)
  }

  /// `patterns`: `*.pdf`.
  public func addFilter(_ name: String, patterns: [String]) {
    let filter = gtk_file_filter_new()
    gtk_file_filter_set_name(filter, name)
    patterns.forEach { gtk_file_filter_add_pattern(filter, $0) }
    gtk_file_chooser_add_filter(pointer(), filter)
    g_object_unref(UnsafeMutableRawPointer(filter))
  }

  public func setName(_ name: String) { gtk_file_chooser_set_current_name(pointer(), name) }

  public func setFolder(_ folder: URL) {
    let file = g_file_new_for_path(folder.path)
    _ = try? throwing { gtk_file_chooser_set_current_folder(pointer(), file, $0) }
    g_object_unref(UnsafeMutableRawPointer(file))
  }

  /// Shows the dialog; `handler` gets the file, or nil when it was cancelled.
  public func show(_ handler: @escaping (URL?) -> Void) {
    connectAnswering("response") { [weak self] arguments in
      guard let self else { return .none }
      let isAccepted = arguments.int(0) == Int(GTK_RESPONSE_ACCEPT.rawValue)
      keptWhileOpen = nil
      handler(isAccepted ? chosen : nil)
      return .none
    }
    // Nobody else holds a native dialog while it is open.
    keptWhileOpen = self
    gtk_native_dialog_show(pointer())
  }

  private var keptWhileOpen: FileChooser?

  private var chosen: URL? {
    guard let file = gtk_file_chooser_get_file(pointer()) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(file)) }
    return taken(g_file_get_path(file)).map { URL(fileURLWithPath: $0) }
  }
}
