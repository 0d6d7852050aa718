import UpliftCore

/// Measures texts in an organisation's own family, so that pictures in its document are set in the
/// same type as the text around them.
final class FamilyMeasuring: TextMeasuring {
  private let measuring: any TextMeasuring
  private let family: String

  init(_ measuring: any TextMeasuring, family: String) {
    self.measuring = measuring
    self.family = family
  }

  func size(of text: String, style: TextStyle, width: Double) -> Size {
    measuring.size(of: text, style: style.inFamily(family), width: width)
  }

  func naturalWidth(of text: String, style: TextStyle) -> Double {
    measuring.naturalWidth(of: text, style: style.inFamily(family))
  }

  func prepare(_ texts: [WrappedText]) {
    measuring.prepare(
      texts.map { WrappedText($0.text, style: $0.style.inFamily(family), width: $0.width) })
  }
}

extension TextStyle {
  fileprivate func inFamily(_ family: String) -> TextStyle {
    guard self.family.isEmpty else { return self }
    var style = self
    style.family = family
    return style
  }
}

extension Scene {
  /// With all its texts in a family; as it is when that is empty.
  func inFamily(_ family: String) -> Scene {
    guard !family.isEmpty else { return self }
    var scene = self
    for index in scene.items.indices {
      let content = scene.items[index].content
      guard !content.texts.isEmpty else { continue }
      let primitives = content.primitives.map { primitive -> Primitive in
        guard case .text(var block) = primitive else { return primitive }
        block.style = block.style.inFamily(family)
        return .text(block)
      }
      scene.items[index].content = ItemContent(
        primitives, link: content.link, say: { content.spoken })
    }
    return scene
  }
}
