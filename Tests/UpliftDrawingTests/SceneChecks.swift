import Testing
import UpliftCore

@testable import UpliftDrawing

/// What holds for every scene.
enum SceneChecks {
  /// No two items of these roles cover each other.
  static func expectNoOverlap(
    _ scene: Scene, roles: Set<ItemRole>, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let items = scene.items.filter { roles.contains($0.role) }
    for (index, item) in items.enumerated() {
      for other in items[(index + 1)...] where item.band == other.band {
        #expect(
          !item.frame.inset(0.01, 0.01).intersects(other.frame), comment,
          sourceLocation: sourceLocation)
      }
    }
  }

  /// Everything lies in the scene, and every text in its item, as high as it needs.
  static func expectInside(
    _ scene: Scene, measuring: any TextMeasuring, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for item in scene.items {
      let frame = item.frame
      #expect(
        frame.minX >= -0.01 && frame.minY >= -0.01 && frame.maxX <= scene.size.width + 0.01
          && frame.maxY <= scene.size.height + 0.01, comment, sourceLocation: sourceLocation)
      for case .text(let block) in item.content.primitives {
        let size = measuring.size(of: block.text, style: block.style, width: block.frame.width)
        #expect(size.height <= block.frame.height + 0.01, comment, sourceLocation: sourceLocation)
        #expect(
          block.frame.minX >= -0.01 && block.frame.maxX <= frame.width + 0.01
            && block.frame.minY >= -0.01 && block.frame.maxY <= frame.height + 0.01,
          "\(comment): \(block.text) of \(item.role)", sourceLocation: sourceLocation)
      }
      for case .text(let first) in item.content.primitives {
        for case .text(let second) in item.content.primitives where first != second {
          #expect(!first.frame.intersects(second.frame), comment, sourceLocation: sourceLocation)
        }
      }
    }
  }

  static func texts(of scene: Scene) -> [String] { scene.items.flatMap(\.content.texts) }

  /// The same in every respect but for identity.
  static func isEqual(_ left: Scene, _ right: Scene) -> Bool {
    guard left.size == right.size, left.header == right.header, left.title == right.title,
      left.isMirrored == right.isMirrored, left.items.count == right.items.count
    else { return false }
    return zip(left.items, right.items).allSatisfy { first, second in
      first.subject == second.subject && first.role == second.role && first.band == second.band
        && first.frame == second.frame && first.isWhole == second.isWhole
        && first.label == second.label
        && first.content.primitives == second.content.primitives
        && first.content.link == second.content.link
    }
  }
}
