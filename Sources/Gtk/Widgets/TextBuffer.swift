import CGtk

final class TextBuffer: Object {
  init() { super.init(adopting: gtk_text_buffer_new(nil)) }

  var text: String {
    get {
      var start = GtkTextIter()
      var end = GtkTextIter()
      gtk_text_buffer_get_bounds(pointer(), &start, &end)
      return taken(gtk_text_buffer_get_text(pointer(), &start, &end, 0)) ?? ""
    }
    set { gtk_text_buffer_set_text(pointer(), newValue, -1) }
  }

  func selectAll() {
    var start = GtkTextIter()
    var end = GtkTextIter()
    gtk_text_buffer_get_bounds(pointer(), &start, &end)
    gtk_text_buffer_select_range(pointer(), &end, &start)
  }

  func moveCursorToEnd() {
    var end = GtkTextIter()
    gtk_text_buffer_get_end_iter(pointer(), &end)
    gtk_text_buffer_place_cursor(pointer(), &end)
  }
}
