import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// What holds for every chart.
enum ChartChecks {
  /// Where the letters of a text stand, in the picture.
  private static func ink(
    _ block: TextBlock, of item: SceneItem, _ measuring: any TextMeasuring
  ) -> Rect {
    let size = measuring.size(of: block.text, style: block.style, width: block.frame.width)
    let isRightToLeft = TextDirection.isRightToLeft(block.text) ?? false
    let spare = block.frame.width - size.width
    let x: Double =
      switch block.alignment {
      case .centre: spare / 2
      case .leading: isRightToLeft ? spare : 0
      case .trailing: isRightToLeft ? 0 : spare
      }
    return Rect(
      item.frame.x + block.frame.x + x, item.frame.y + block.frame.y, size.width, size.height)
  }

  static func problems(of scene: Scene, _ measuring: any TextMeasuring, _ room: SceneRoom)
    -> [String]
  {
    room.check(scene)
    var problems = room.problems
    var inks: [(text: String, frame: Rect)] = []
    for item in scene.items {
      for case .text(let block) in item.content.primitives where !isBlank(block.text) {
        let frame = ink(block, of: item, measuring)
        for other in inks where other.frame.inset(0.5, 0.5).intersects(frame) {
          problems.append("“\(block.text.prefix(30))” lies on “\(other.text.prefix(30))”")
        }
        inks.append((block.text, frame))
      }
    }
    return problems
  }

  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.value < 0x20 }
  }

  /// Every row of the table can be met by a screen reader, once.
  static func expectReadable(
    _ scene: Scene, as chart: any Chart, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let subjects = scene.items.filter { $0.label != nil }.compactMap(\.subject)
    #expect(Set(subjects).count == subjects.count, sourceLocation: sourceLocation)
    let labels = scene.items.filter(\.isReadAloud).compactMap(\.label)
    for row in chart.table.rows.indices {
      let name = chart.table.rows[row].first ?? ""
      guard !name.isEmpty else { continue }
      #expect(
        labels.contains { $0.contains(name) }, "\(chart.title): \(name)",
        sourceLocation: sourceLocation)
    }
    for row in chart.table.rows {
      #expect(row.count == chart.table.columns.count, sourceLocation: sourceLocation)
    }
  }

  /// The same picture, seen in a mirror.
  static func expectMirrored(
    _ chart: any Chart, _ measuring: any TextMeasuring, width: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    func scene(_ isMirrored: Bool) -> Scene {
      chart.scene(
        measuring: measuring, theme: .light,
        options: ChartOptions(width: width, isMirrored: isMirrored))
    }
    let plain = scene(false)
    let mirrored = scene(true)
    #expect(mirrored.isMirrored && !plain.isMirrored, sourceLocation: sourceLocation)
    #expect(plain.size == mirrored.size, sourceLocation: sourceLocation)
    #expect(plain.items.count == mirrored.items.count, sourceLocation: sourceLocation)
    for (one, other) in zip(plain.items, mirrored.items) {
      let expected = one.frame.mirrored(in: plain.size.width)
      #expect(abs(expected.x - other.frame.x) < 0.01, sourceLocation: sourceLocation)
      let label = other.label?.replacingOccurrences(of: "←", with: "→")
      #expect(one.label == label, sourceLocation: sourceLocation)
    }
  }
}
