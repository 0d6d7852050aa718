import UpliftCore

/// The pictures of what stands back, by what they were made from, so that they too stay the same
/// from scene to scene. One for each view, used on one thread.
final class FadedContents {
  /// How far a colour goes towards what is behind it.
  private static let share = 0.74

  private struct Entry {
    // Held, so that no other content gets the same identity.
    let original: ItemContent
    let faded: ItemContent
  }

  private var entries: [ObjectIdentifier: Entry] = [:]
  private var background: Color?

  /// The same picture in colours close to `background`; nothing moves, nothing is wrapped anew.
  func content(for original: ItemContent, on background: Color, isSpoken: Bool) -> ItemContent {
    if let entry = entries[ObjectIdentifier(original)] { return entry.faded }
    var primitives = original.primitives.map { Self.faded($0, background) }
    for case .image(let block) in original.primitives {
      primitives.append(.fill(.rectangle(block.frame), background.with(alpha: Self.share)))
    }
    let faded = ItemContent(primitives, link: original.link) {
      isSpoken ? tr("{text}, outside the filter", ["text": original.spoken]) : original.spoken
    }
    entries[ObjectIdentifier(original)] = Entry(original: original, faded: faded)
    return faded
  }

  /// - Parameter count: of the scene's items, beside which old entries are forgotten.
  func begin(background: Color, count: Int) {
    if background != self.background || entries.count > 2 * count + 1000 { entries = [:] }
    self.background = background
  }

  private static func faded(_ primitive: Primitive, _ background: Color) -> Primitive {
    func mixed(_ color: Color) -> Color {
      color.mixed(with: background, share: share).with(alpha: color.alpha)
    }
    switch primitive {
    case .fill(let shape, let color): return .fill(shape, mixed(color))
    case .stroke(let shape, let color, let width, let dash):
      return .stroke(shape, mixed(color), width: width, dash: dash)
    case .text(var block):
      block.color = mixed(block.color)
      return .text(block)
    case .image: return primitive
    }
  }
}

extension Scene {
  /// What does not match stands back: cards, emotions and their curves, and headers of steps.
  mutating func fade(outside match: FilterMatch, _ contents: FadedContents) {
    contents.begin(background: background, count: items.count)
    for index in items.indices where !matches(items[index], match) {
      items[index].content = contents.content(
        for: items[index].content, on: background, isSpoken: items[index].role == .card)
    }
  }

  private func matches(_ item: SceneItem, _ match: FilterMatch) -> Bool {
    if let curve = item.curve { return match.personas?.contains(curve.personaID) ?? true }
    switch item.subject {
    case .record(let reference) where item.role == .card: return match.cards.contains(reference.id)
    case .record(let reference) where item.role == .stepHeader:
      return match.steps.contains(reference.id)
    case .emotion(_, let persona): return match.personas?.contains(persona?.id) ?? true
    default: return true
    }
  }
}
