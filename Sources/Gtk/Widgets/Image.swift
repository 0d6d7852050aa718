import CGtk

/// A small picture: an icon.
public final class Image: Widget {
  public init(icon: String) { super.init(gtk_image_new_from_icon_name(icon)) }

  public func setIcon(_ name: String) { gtk_image_set_from_icon_name(pointer(), name) }
  /// Logical pixels; −1: by style.
  public func setPixelSize(_ size: Int) { gtk_image_set_pixel_size(pointer(), gint(size)) }
}

/// A picture of any size, scaled to its place without distortion.
public final class Picture: Widget {
  public init(path: String) { super.init(gtk_picture_new_for_filename(path)) }

  public init(_ texture: Texture? = nil) {
    super.init(gtk_picture_new_for_paintable(texture?.pointer()))
  }

  public func setTexture(_ texture: Texture?) {
    gtk_picture_set_paintable(pointer(), texture?.pointer())
  }
  public func setDescription(_ text: String) {
    gtk_picture_set_alternative_text(pointer(), text)
  }
  /// False: at least as large as the picture.
  public func setCanShrink(_ canShrink: Bool) {
    gtk_picture_set_can_shrink(pointer(), canShrink ? 1 : 0)
  }
}
