import Gtk
import UpliftCore
import UpliftDrawing

/// A small picture of the workspace: whole, or round as a portrait, with initials where there is
/// none.
@MainActor final class PictureView: DrawnWidget {
  private let side: Int
  private let isRound: Bool
  private let textures = TextureCache()
  private var image: ImageData?
  private let initials = Label("", classes: ["portrait-initials"])

  /// - Parameter side: logical pixels, of a round one; the height of another.
  init(side: Int, isRound: Bool) {
    self.side = side
    self.isRound = isRound
    super.init(role: .image)
    initials.setParent(self)
    initials.receivesPointer = false
    textures.onChange = { [weak self] _ in self?.queueDraw() }
    onDestroy { [weak initials] in initials?.unparent() }
  }

  func show(_ picture: StoredPicture?, initials text: String = "", label: String) {
    let new = picture.map { ImageData($0) }
    if new != image {
      image = new
      textures.keep(new.map { [$0] } ?? [])
      queueDraw()
    }
    initials.text = text
    initials.isVisible = new == nil && !text.isEmpty
    setAccessibleLabel(label)
  }

  override func measure(_ orientation: Orientation, forSize: Int) -> (minimum: Int, natural: Int) {
    orientation == .vertical || isRound ? (side, side) : (40, side)
  }

  override func allocate(width: Int, height: Int) {
    guard initials.isVisible else { return }
    place(initials, x: 0, y: 0, width: width, height: height)
  }

  override func draw(_ snapshot: Snapshot) {
    let bounds = Rect(0, 0, Double(width), Double(height))
    let circle = Rect(
      bounds.midX - Double(side) / 2, bounds.midY - Double(side) / 2, Double(side), Double(side))
    let back = RGBA(0.5, 0.55, 0.62, 0.16)
    guard let image else {
      if isRound { snapshot.fill(Rectangle(circle), radius: circle.width / 2, back) }
      drawChildren(snapshot)
      return
    }
    let block =
      isRound
      ? ImageBlock.covering(circle, with: image, clip: .ellipse(circle))
      : ImageBlock.fitted(image, in: bounds, radius: 6)
    let clip = isRound ? circle : block.frame
    snapshot.clipped(to: Rectangle(clip), radius: isRound ? circle.width / 2 : 6) {
      if case .ready(let texture) = textures.state(of: image) {
        snapshot.texture(texture, Rectangle(block.frame))
      } else {
        snapshot.fill(Rectangle(clip), back)
      }
    }
  }
}
