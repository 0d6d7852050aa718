import CGtk
import Foundation

extension SignalArguments {
  /// What a drop target was given; nil for something else.
  func dropped(_ index: Int) -> DropTarget.Content? {
    guard let boxed = value(index).flatMap({ g_value_get_boxed($0) }) else { return nil }
    return DropTarget.Content(boxed.assumingMemoryBound(to: GValue.self))
  }
}

extension DropTarget.Content {
  /// Of a GdkFileList, a GdkTexture or a string.
  init?(_ value: UnsafePointer<GValue>) {
    if g_type_check_value_holds(value, uplift_type_string()) != 0 {
      guard let text = g_value_get_string(value) else { return nil }
      self = .text(String(cString: text))
      return
    }
    if g_type_check_value_holds(value, gdk_texture_get_type()) != 0 {
      guard let texture = g_value_get_object(value) else { return nil }
      g_object_ref(texture)
      self = .picture(Texture(adopting: OpaquePointer(texture)))
      return
    }
    guard g_type_check_value_holds(value, gdk_file_list_get_type()) != 0,
      let list = g_value_get_boxed(value)
    else { return nil }
    let files = gdk_file_list_get_files(OpaquePointer(list))
    defer { g_slist_free(files) }
    var urls: [URL] = []
    var next = files
    while let entry = next {
      if let file = entry.pointee.data, let path = taken(g_file_get_path(OpaquePointer(file))) {
        urls.append(URL(fileURLWithPath: path))
      }
      next = entry.pointee.next
    }
    self = .files(urls)
  }
}
