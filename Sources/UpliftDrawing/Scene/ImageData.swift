import UpliftCore

/// A picture of the workspace, shared; the same record is the same picture.
public final class ImageData: Hashable, Sendable {
  public let picture: StoredPicture

  public init(_ picture: StoredPicture) { self.picture = picture }

  public static func == (left: ImageData, right: ImageData) -> Bool {
    left === right
      || left.picture.id == right.picture.id && left.picture.mediaType == right.picture.mediaType
        && left.picture.data.count == right.picture.data.count
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(picture.id) }

  /// Width by height.
  public var ratio: Double { Double(max(1, picture.width)) / Double(max(1, picture.height)) }
}

/// A picture, scaled to fill a frame.
public struct ImageBlock: Hashable, Sendable {
  public var image: ImageData
  /// Relative to the item; may reach out of the clip.
  public var frame: Rect
  /// What of it is seen; nil: all.
  public var clip: Shape?

  public init(_ image: ImageData, frame: Rect, clip: Shape? = nil) {
    self.image = image
    self.frame = frame
    self.clip = clip
  }

  /// The whole picture, as large as fits into `frame`, in its middle.
  public static func fitted(_ image: ImageData, in frame: Rect, radius: Double = 0) -> ImageBlock {
    let width = min(frame.width, frame.height * image.ratio)
    let height = width / image.ratio
    let place = Rect(frame.midX - width / 2, frame.midY - height / 2, width, height)
    return ImageBlock(
      image, frame: place, clip: radius > 0 ? .roundedRectangle(place, radius: radius) : nil)
  }

  /// The middle of the picture, as small as covers the shape's `frame`.
  public static func covering(_ frame: Rect, with image: ImageData, clip: Shape) -> ImageBlock {
    let width = max(frame.width, frame.height * image.ratio)
    let height = width / image.ratio
    // Of an upright picture the upper part: that is where faces are.
    let spare = height - frame.height
    return ImageBlock(
      image,
      frame: Rect(frame.midX - width / 2, frame.minY - spare * 0.25, width, height), clip: clip)
  }
}
