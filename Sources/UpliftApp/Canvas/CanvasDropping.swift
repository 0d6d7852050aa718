import Foundation
import Gtk
import UpliftDrawing

/// Pictures that are dropped on a canvas: where they may land, and what becomes of them.
@MainActor final class CanvasDropping {
  /// The subject that would take what is held over another one; nil: nothing there would.
  var target: ((ItemSubject) -> ItemSubject?)?
  var dropped: (([PictureOrigin], ItemSubject) -> Void)?
  /// Files of another computer, or nothing at all.
  var refused: (() -> Void)?
  /// Where it would land now.
  var place: ItemSubject?
}

extension SceneCanvas {
  func addDropping() {
    let target = DropTarget()
    target.onMotion { [weak self, weak target] x, y in
      guard let self, let target else { return false }
      if resumesDrag(of: target, at: Point(x, y)) { return true }
      showDrop(at: Point(x, y))
      return dropping.place != nil
    }
    target.onLeave { [weak self] in
      self?.suspendDrag()
      self?.setDrop(nil)
    }
    target.onDrop { [weak self, weak target] content, x, y in
      guard let self, let target else { return false }
      if resumesDrag(of: target, at: Point(x, y)) {
        endDrag()
        return true
      }
      showDrop(at: Point(x, y))
      defer { setDrop(nil) }
      guard let place = dropping.place else { return false }
      return take(content, at: place)
    }
    addController(target)
  }

  private func take(_ content: DropTarget.Content, at place: ItemSubject) -> Bool {
    let origins: [PictureOrigin] =
      switch content {
      case .files(let urls): urls.map { .file($0) }
      case .picture(let texture): texture.png.map { [.data($0)] } ?? []
      }
    guard !origins.isEmpty else {
      dropping.refused?()
      return false
    }
    dropping.dropped?(origins, place)
    return true
  }

  private func showDrop(at point: Point) {
    guard let index = view.item(at: point), let subject = view.scene.items[index].subject else {
      return setDrop(nil)
    }
    setDrop(dropping.target?(subject))
  }

  private func setDrop(_ place: ItemSubject?) {
    guard place != dropping.place else { return }
    dropping.place = place
    queueDraw()
  }

  /// A frame around the cell or card that would take what is held over it.
  func drawDrop(in pane: ScenePane, _ snapshot: Snapshot) {
    guard let item = item(dropping.place), view.pane(of: item) == pane else { return }
    let frame = view.frame(of: item).inset(1, 1)
    snapshot.fill(Rectangle(frame), radius: 6, RGBA(accent.with(alpha: 0.12)))
    snapshot.stroke(Rectangle(frame), radius: 6, width: 2, RGBA(accent))
  }
}
