import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Links from what is selected, with the keyboard alone.
extension CanvasController {
  /// What is selected and can be linked; a cell and a point of a curve stand for their step.
  var linkable: [EntityReference] {
    let selected = orderedSelection.compactMap { subject -> EntityReference? in
      switch subject {
      case .record(let reference): Self.linkedKinds.contains(reference.kind) ? reference : nil
      case .cell(let cell): EntityReference(.step, cell.stepID)
      case .emotion(let step, _): step
      case .addition, .nestedMap, .connection, .part: nil
      }
    }
    var seen: Set<EntityReference> = []
    return selected.filter { seen.insert($0).inserted }
  }

  private static let linkedKinds: Set<EntityKind> = [
    .card, .step, .stage, .lane, .journeyMap, .persona, .note, .cluster, .boardColumn,
  ]

  /// Ctrl+L.
  public func openLinks() {
    guard !session.isReadOnly else { return }
    canvas.endEditing()
    let subjects = linkable.filter { linkRefusal(of: $0) == nil }
    guard !subjects.isEmpty, let current = canvas.current else {
      if let refusal = linkable.lazy.compactMap({ self.linkRefusal(of: $0) }).first {
        onSay?(refusal)
      }
      return
    }
    canvas.reveal(current)
    guard let frame = canvas.frame(of: current) else { return }
    linkPopover?.close()
    linkPopover = LinkPopover(over: canvas, canvas.visiblePart(of: frame), subjects, session) {
      [weak self] role, target in self?.link(subjects, role, to: target)
    }
  }

  /// From each of them to the target, in one step; those that are linked so already stay as they
  /// are.
  func link(_ subjects: [EntityReference], _ role: Link.Role, to target: EntityReference) {
    let changes = subjects.flatMap { subject -> [Change] in
      let links = session.read { try session.workspace.links(of: subject) } ?? []
      let own = links.filter { $0.from == subject }
      return own.adding(role, from: subject, to: target)?.edit.changes ?? []
    }
    guard let title = session.summary(of: target)?.title else { return }
    guard !changes.isEmpty else {
      onSay?(tr("This is linked with “{title}” already.", ["title": title]))
      return
    }
    if perform(Edit(.addLink, changes)) {
      onSay?(tr("{role}: {title}", ["role": Words.name(role), "title": title]))
    }
  }
}

extension SceneCanvas {
  /// The part of a frame that is seen, for what points to it.
  func visiblePart(of frame: Rectangle) -> Rectangle {
    let left = min(max(frame.x, 0), Double(width))
    let top = min(max(frame.y, 0), Double(height))
    let right = min(max(frame.x + frame.width, left), Double(width))
    let bottom = min(max(frame.y + frame.height, top), Double(height))
    return Rectangle(left, top, max(1, right - left), max(1, bottom - top))
  }
}
