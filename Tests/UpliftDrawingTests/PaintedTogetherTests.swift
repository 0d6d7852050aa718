import CPango
import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

extension PaintingTests {
  /// Cards that a PDF gets as a few large shapes, against the same cards one by one.
  @Suite struct PaintedTogetherTests {
    private func scene(_ theme: Theme, _ measuring: PangoTextMeasuring) throws -> Scene {
      let workspace = try Fixture.sample()
      let map = try #require(workspace.journeyMaps.first)
      let journey = try #require(workspace.journey(map.id))
      return UpliftDrawing.Picture.journey(journey).scene(
        measuring: measuring, theme: theme, showsAdditions: false)
    }

    private func pixels(
      of items: [SceneItem], _ scene: Scene, paint: (ArraySlice<SceneItem>, OpaquePointer) -> Void
    ) throws -> [UInt8] {
      let surface = try #require(
        cairo_image_surface_create(
          CAIRO_FORMAT_RGB24, Int32(scene.size.width * 2), Int32(scene.size.height * 2)))
      defer { cairo_surface_destroy(surface) }
      let cairo = try #require(cairo_create(surface))
      defer { cairo_destroy(cairo) }
      cairo_set_source_rgb(cairo, 1, 1, 1)
      cairo_paint(cairo)
      cairo_scale(cairo, 2, 2)
      for group in items.paintedTogether { paint(group, cairo) }
      cairo_surface_flush(surface)
      let count =
        Int(cairo_image_surface_get_stride(surface)) * Int(cairo_image_surface_get_height(surface))
      let data = try #require(cairo_image_surface_get_data(surface))
      return Array(UnsafeBufferPointer(start: data, count: count))
    }

    @Test(arguments: [Theme.light, .dark, .print])
    func cardsLookTheSameTogether(_ theme: Theme) throws {
      let measuring = try #require(PangoTextMeasuring(keepsLayouts: true))
      let scene = try scene(theme, measuring)
      let painter = CairoPainter(forPDF: measuring)
      #expect(scene.items.paintedTogether.contains { $0.count > 5 })
      let together = try pixels(of: scene.items, scene) { items, cairo in
        painter.paintShapes(of: items, on: cairo)
        for item in items { painter.paintTexts(of: item, on: cairo) }
      }
      let alone = try pixels(of: scene.items, scene) { items, cairo in
        for item in items {
          guard items.count > 1 else {
            painter.paintShapes(of: [item], on: cairo)
            painter.paintTexts(of: item, on: cairo)
            continue
          }
          painter.paint(item, on: cairo)
        }
      }
      // What two shapes cover of a pixel in part is rounded once or twice.
      let differing = zip(together, alone).count { abs(Int($0) - Int($1)) > 3 }
      #expect(differing == 0)
    }

    @Test func nothingIsLostOrMoved() throws {
      let measuring = try #require(PangoTextMeasuring())
      let scene = try scene(.light, measuring)
      let grouped = scene.items.paintedTogether.flatMap { $0 }
      #expect(grouped.count == scene.items.count)
      #expect(
        zip(grouped, scene.items).allSatisfy { $0.content === $1.content && $0.frame == $1.frame })
    }

    @Test func whatOverlapsIsPaintedOneAfterTheOther() {
      func card(_ x: Double, link: String? = nil) -> SceneItem {
        SceneItem(
          role: .card, frame: Rect(x, 0, 100, 50),
          content: ItemContent([.fill(.rectangle(Rect(0, 0, 100, 50)), Color(0, 0, 0))], link: link)
        )
      }
      func sizes(_ items: [SceneItem]) -> [Int] { items.paintedTogether.map(\.count) }
      #expect(sizes([card(0), card(100), card(200)]) == [3])
      #expect(sizes([card(0), card(99), card(200)]) == [1, 2])
      #expect(sizes([card(0), card(100), card(50)]) == [2, 1])
      #expect(sizes([card(0), card(100, link: "https://uplift.example"), card(200)]) == [1, 1, 1])
    }
  }
}
