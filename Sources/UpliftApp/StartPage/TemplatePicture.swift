import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// What a template looks like when it is opened: the top of its first map, or of its first board.
@MainActor final class TemplatePicture: DrawnWidget {
  /// Logical pixels.
  private static let size = (width: 240, height: 136)
  /// Points of the scene that are shown from side to side.
  private static let shownWidth = 900.0

  private let template: Template
  private let isDark: Bool
  private var scene: UpliftDrawing.Scene?
  private var measuring: PangoTextMeasuring?
  private var loading: Timeout?

  init(_ template: Template, isDark: Bool) {
    self.template = template
    self.isDark = isDark
    super.init()
    // The page is there at once; its pictures follow when there is time.
    loading = Timeout.whenIdle { [weak self] in self?.load() }
  }

  private func load() {
    guard let contents = try? template.contents(title: template.title),
      let picture = Self.picture(of: contents),
      let measuring = PangoTextMeasuring(keepsLayouts: true)
    else { return }
    scene = picture.scene(measuring: measuring, theme: isDark ? .dark : .light)
    self.measuring = measuring
    queueDraw()
  }

  private static func picture(of contents: WorkspaceContents) -> UpliftDrawing.Picture? {
    if let map = contents.journeyMaps.inOrder().first {
      return contents.journey(map.id).map { .journey($0) }
    }
    return contents.boards.inOrder().first.flatMap { contents.board($0.id) }.map { .board($0) }
  }

  override func measure(_ orientation: Orientation, forSize: Int) -> (minimum: Int, natural: Int) {
    orientation == .horizontal
      ? (Self.size.width, Self.size.width) : (Self.size.height, Self.size.height)
  }

  override func draw(_ snapshot: Snapshot) {
    guard let scene, let measuring else { return }
    let scale = Double(width) / Self.shownWidth
    let shown = Rect(
      0, 0, min(Self.shownWidth, scene.size.width),
      min(Double(height) / scale, scene.size.height))
    let bounds = Rectangle(0, 0, Double(width), Double(height))
    let paper = scene.background
    snapshot.fill(bounds, RGBA(paper.red, paper.green, paper.blue, paper.alpha))
    snapshot.clipped(to: bounds) {
      snapshot.transformed(x: 0, y: 0, scale: scale) {
        snapshot.cairo(Rectangle(0, 0, shown.width, shown.height)) { cairo in
          CairoPainter(measuring: measuring).paint(scene, clip: shown, on: cairo)
        }
      }
    }
  }
}
