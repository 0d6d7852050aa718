import Gtk
import UpliftDrawing

/// Pictures come to the screen a moment after what is around them.
extension SceneCanvas {
  func followPictures() {
    nodes.textures.onChange = { [weak self] image in
      guard let self else { return }
      nodes.forget(image)
      // Tiles look again at what lies under them.
      tiles.sceneChanged()
      queueDraw()
    }
    // A map that is not shown needs no unpacked pictures.
    onUnmap { [weak self] in self?.nodes.forgetImages() }
  }

  func keepPictures() {
    var images: Set<ImageData> = []
    for item in view.scene.items where !item.content.images.isEmpty {
      images.formUnion(item.content.images)
    }
    nodes.textures.keep(images)
  }
}
