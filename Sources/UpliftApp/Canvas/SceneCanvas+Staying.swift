import Gtk
import UpliftDrawing

/// The title of a stage stands in the middle of what is seen of the stage, and the words of a scale
/// where the row that is seen begins.
extension SceneCanvas {
  /// A content in two, so that its texts can stand elsewhere.
  struct Parted {
    let original: ItemContent
    let plain: ItemContent
    let texts: ItemContent

    init(_ original: ItemContent) {
      self.original = original
      var texts: [Primitive] = []
      var rest: [Primitive] = []
      for primitive in original.primitives {
        if case .text = primitive { texts.append(primitive) } else { rest.append(primitive) }
      }
      self.texts = ItemContent(texts)
      plain = ItemContent(rest)
    }
  }

  func findStaying() {
    parted = [:]
    staying = view.scene.items.indices.filter {
      view.scene.items[$0].role == .stageHeader || view.scene.items[$0].staysInSight
    }
  }

  func drawStaying(in pane: ScenePane, _ snapshot: Snapshot) {
    guard pane.band == .body || pane.band == .columnHeader else { return }
    let visible = view.visible(pane)
    for index in staying {
      let item = view.scene.items[index]
      guard view.pane(of: item) == pane else { continue }
      if item.staysInSight {
        let x =
          view.scene.isMirrored
          ? min(item.frame.x, visible.maxX - item.frame.width) : max(item.frame.x, visible.minX)
        draw(item.content, at: Point(x, item.frame.y), pane, snapshot)
      } else if item.frame.intersects(visible), let shift = titleShift(item, visible) {
        let parts = parted[ObjectIdentifier(item.content)] ?? Parted(item.content)
        parted[ObjectIdentifier(item.content)] = parts
        draw(parts.plain, at: item.frame.origin, pane, snapshot)
        draw(parts.texts, at: Point(item.frame.x + shift, item.frame.y), pane, snapshot)
      }
    }
  }

  private func draw(
    _ content: ItemContent, at origin: Point, _ pane: ScenePane, _ snapshot: Snapshot
  ) {
    guard let node = nodes.node(for: content, detail) else { return }
    let offset = view.offset(of: pane)
    snapshot.transformed(x: offset.x, y: offset.y, scale: view.zoom) {
      snapshot.transformed(x: origin.x, y: origin.y) { snapshot.append(node) }
    }
  }

  /// Points by which a stage's title is moved; nil where it stands well.
  func titleShift(_ item: SceneItem, _ visible: Rect) -> Double? {
    let left = max(item.frame.minX, visible.minX) - item.frame.minX
    let right = min(item.frame.maxX, visible.maxX) - item.frame.minX
    guard right - left < item.frame.width - 1 else { return nil }
    var room: (left: Double, right: Double, width: Double)?
    for case .text(let block) in item.content.primitives where block.alignment == .centre {
      let width =
        measuring?.size(of: block.text, style: block.style, width: block.frame.width).width ?? 0
      room = (block.frame.minX, block.frame.maxX, max(room?.width ?? 0, width))
    }
    guard let room, room.right - room.left > room.width else { return nil }
    // Near the stage's ends it keeps within the stage.
    let middle = min(
      max((left + right) / 2, room.left + room.width / 2), room.right - room.width / 2)
    let shift = middle - (room.left + room.right) / 2
    return abs(shift) > 0.5 ? shift : nil
  }
}
