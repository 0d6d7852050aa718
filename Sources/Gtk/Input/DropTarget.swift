import CGtk
import Foundation

/// Takes files, pictures and texts that are dropped from another program.
public final class DropTarget: EventController {
  public enum Content {
    /// Files of this computer; empty when what was dropped are files of another one.
    case files([URL])
    case picture(Texture)
    case text(String)
  }

  /// - Parameter takesTexts: false: a text cannot be dropped here.
  public init(takesTexts: Bool = false) {
    super.init(
      adopting: UnsafeMutableRawPointer(
        gtk_drop_target_new(uplift_type_invalid(), GDK_ACTION_COPY)))
    // The best first: a file that is dragged has its path as a text, too.
    var types = [gdk_file_list_get_type(), gdk_texture_get_type()]
    if takesTexts { types.append(uplift_type_string()) }
    gtk_drop_target_set_gtypes(pointer(), &types, gsize(types.count))
  }

  /// Something is held over the widget. False: it cannot be dropped there.
  public func onMotion(_ handler: @escaping (_ x: Double, _ y: Double) -> Bool) {
    for signal in ["enter", "motion"] {
      connectAnswering(signal) { arguments in
        let isWelcome = handler(arguments.double(0), arguments.double(1))
        return .flags(isWelcome ? GDK_ACTION_COPY.rawValue : 0)
      }
    }
  }

  /// It is held elsewhere, or was dropped.
  public func onLeave(_ handler: @escaping () -> Void) { connect("leave", handler) }

  /// True: it was taken.
  public func onDrop(_ handler: @escaping (Content, _ x: Double, _ y: Double) -> Bool) {
    connectAnswering("drop") { arguments in
      guard let content = arguments.dropped(0) else { return .bool(false) }
      return .bool(handler(content, arguments.double(1), arguments.double(2)))
    }
  }
}

extension Texture {
  /// As PNG data; nil when there is no memory for it.
  public var png: Data? {
    guard let bytes = gdk_texture_save_to_png_bytes(pointer()) else { return nil }
    defer { g_bytes_unref(bytes) }
    var count: gsize = 0
    return g_bytes_get_data(bytes, &count).map { Data(bytes: $0, count: Int(count)) }
  }
}
