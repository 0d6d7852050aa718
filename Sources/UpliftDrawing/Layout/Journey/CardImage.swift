import UpliftCore

/// The picture of a card: as wide as the card, with its text below as a caption.
struct CardImage: Equatable, Sendable {
  /// Points that a picture may be high for each that it is wide; a higher one is made narrower.
  private static let steepest = 1.4
  /// Points, wide: of a card over many steps only its beginning is filled.
  private static let widest = CardContent.longestLine

  let image: ImageData
  /// Of the step, from 1, in a storyboard; nil elsewhere.
  let number: Int?

  /// Of the place that it takes at the top of a card.
  func height(width: Double) -> Double {
    let width = shownWidth(width)
    return min(width / image.ratio, width * Self.steepest).rounded(.up)
  }

  /// Of the part of a card that the picture takes.
  func shownWidth(_ width: Double) -> Double { min(width, Self.widest) }

  static func == (left: CardImage, right: CardImage) -> Bool {
    left.image == right.image && left.number == right.number
  }
}

extension CardContent {
  /// Fills the top of the card from edge to edge, following its corners.
  func primitives(for image: CardImage, width: Double, radius: Double) -> [Primitive] {
    let place = Rect(0, 0, width, image.height(width: width))
    let shown = image.shownWidth(width)
    var block = ImageBlock.fitted(
      image.image, in: Rect(isMirrored ? width - shown : 0, 0, shown, place.height))
    // The lower corners lie under the picture's end.
    block.clip = .roundedRectangle(
      Rect(place.x, place.y, place.width, place.height + radius), radius: radius)
    // Where a steep picture leaves room, and behind one that lets something through.
    var primitives: [Primitive] = [
      .fill(.path(upperCorners(of: place, radius: radius)), theme.surface), .image(block),
      .fill(.rectangle(Rect(0, place.maxY - 1, width, 1)), theme.line),
    ]
    if let number = image.number { primitives += numberMark(number, in: place) }
    return primitives
  }

  /// The step's number in a corner of its picture.
  private func numberMark(_ number: Int, in place: Rect) -> [Primitive] {
    let text = String(number)
    let style = theme.type.voteCount
    let size = measuring.size(of: text, style: style, width: 200)
    let width = max(20, size.width.rounded(.up) + 10)
    let x = isMirrored ? place.maxX - width - 6 : 6
    let frame = Rect(x, 6, width, 20)
    return [
      .fill(.roundedRectangle(frame, radius: 10), theme.surface),
      .stroke(
        .roundedRectangle(frame.inset(0.5, 0.5), radius: 9.5), theme.strongLine, width: 1),
      .text(
        TextBlock(
          text, style: style, color: theme.text,
          frame: Rect(x, 6 + (20 - size.height) / 2, width, size.height), alignment: .centre)),
    ]
  }

  private func upperCorners(of place: Rect, radius: Double) -> [PathElement] {
    let handle = radius * 0.4477
    return [
      .move(Point(place.minX, place.maxY)), .line(Point(place.minX, place.minY + radius)),
      .curve(
        Point(place.minX, place.minY + handle), Point(place.minX + handle, place.minY),
        to: Point(place.minX + radius, place.minY)),
      .line(Point(place.maxX - radius, place.minY)),
      .curve(
        Point(place.maxX - handle, place.minY), Point(place.maxX, place.minY + handle),
        to: Point(place.maxX, place.minY + radius)),
      .line(Point(place.maxX, place.maxY)), .close,
    ]
  }
}
