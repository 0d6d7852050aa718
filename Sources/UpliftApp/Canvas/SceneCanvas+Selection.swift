import Gtk
import UpliftDrawing

extension SceneCanvas {
  /// Selects one subject, or nothing, and brings it into sight.
  public func select(_ subject: ItemSubject?, reveals: Bool = true) {
    select(subject.map { [$0] } ?? [], current: subject)
    if reveals, let subject { reveal(subject) }
  }

  public func select(_ subjects: Set<ItemSubject>, current: ItemSubject?) {
    let changed = selection != subjects || self.current != current
    selection = subjects
    self.current = current
    anchor = current
    queueDraw()
    if changed { selectionChanged() }
  }

  func toggle(_ subject: ItemSubject) {
    if selection.contains(subject), selection.count > 1 {
      selection.remove(subject)
      if current == subject { current = selection.first }
    } else {
      selection.insert(subject)
      current = subject
    }
    anchor = current
    queueDraw()
    selectionChanged()
  }

  /// Selects what stands between the anchor and a subject.
  func extendSelection(to subject: ItemSubject) {
    guard let start = item(anchor ?? current), let end = item(subject) else { return }
    let oldAnchor = anchor ?? current
    var range = Set(
      travel.range(from: start.frame, to: end.frame).compactMap { view.scene.items[$0].subject })
    range.insert(subject)
    // What stands there is what is meant, wherever there is anything. An empty cell at either end
    // belongs to the shape.
    let things = range.filter {
      switch $0 {
      case .record, .emotion: true
      default: false
      }
    }
    selection = things.isEmpty ? range : things.union([subject])
    if let oldAnchor, !things.isEmpty { selection.insert(oldAnchor) }
    current = subject
    anchor = oldAnchor
    queueDraw()
    reveal(subject)
    selectionChanged()
  }

  public func selectAll() {
    let cards = view.scene.items.compactMap { item -> ItemSubject? in
      guard item.role == .card || item.role == .note, let subject = item.subject else { return nil }
      return standsBack(subject) ? nil : subject
    }
    guard !cards.isEmpty else { return }
    select(Set(cards), current: current.flatMap { cards.contains($0) ? $0 : nil } ?? cards.first)
  }

  /// What is gone from the scene is not selected any more.
  func keepSelection() {
    guard !selection.isEmpty || current != nil else { return }
    let there = Set(marked.compactMap { view.scene.items[$0].subject })
    let kept = selection.intersection(there)
    let isCurrentThere = current.map { there.contains($0) } ?? true
    guard kept != selection || !isCurrentThere else { return }
    selection = kept
    if !isCurrentThere { current = kept.first }
    anchor = current
    selectionChanged()
  }

  private func selectionChanged() {
    delegate?.canvasSelectionChanged(self)
    updateAccessibilitySoon()
  }
}
