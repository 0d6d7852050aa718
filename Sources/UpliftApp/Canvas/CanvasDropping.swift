import Foundation
import Gtk
import UpliftDrawing

/// Pictures and texts of other programs that are dropped on a canvas: where they may land, and what
/// becomes of them.
@MainActor final class CanvasDropping {
  /// The subject that would take what is held over another one; nil: nothing there would.
  var target: ((ItemSubject) -> ItemSubject?)?
  /// Nil: no picture can stand here.
  var dropped: (([PictureOrigin], ItemSubject) -> Void)?
  var wrote: ((String, ItemSubject) -> Void)?
  /// Files of another computer, or nothing at all.
  var refused: (() -> Void)?
  /// Where it would land now.
  var place: ItemSubject?
}

extension SceneCanvas {
  func addDropping() {
    let target = DropTarget(takesTexts: true)
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
      return drop(content, at: Point(x, y))
    }
    addController(target)
  }

  /// What another program lets go; false: nothing there takes it.
  func drop(_ content: DropTarget.Content, at point: Point) -> Bool {
    showDrop(at: point)
    defer { setDrop(nil) }
    guard let place = dropping.place else { return false }
    switch content {
    case .files(let urls): return take(urls.map { .file($0) }, at: place)
    case .picture(let texture): return take(texture.png.map { [.data($0)] } ?? [], at: place)
    case .text(let text):
      guard let wrote = dropping.wrote, !text.allSatisfy(\.isWhitespace) else { return false }
      wrote(text, place)
      return true
    }
  }

  private func take(_ origins: [PictureOrigin], at place: ItemSubject) -> Bool {
    guard !origins.isEmpty, let dropped = dropping.dropped else {
      dropping.refused?()
      return false
    }
    dropped(origins, place)
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
