import Gtk
import UpliftDrawing

/// Pictures that were unpacked for drawing.
final class TextureCache {
  private var textures: [ImageData: Texture?] = [:]

  /// Nil for data that is no picture; its place stays empty.
  func texture(of image: ImageData) -> Texture? {
    if let known = textures[image] { return known }
    let texture = try? Texture(data: image.png)
    textures[image] = texture
    return texture
  }
}
