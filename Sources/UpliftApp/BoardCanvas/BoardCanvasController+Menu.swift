import Gtk
import UpliftCore

extension BoardCanvasController {
  /// What can be done with what is selected.
  var menuSections: [[CanvasMenu.Entry]] {
    let references = selectedReferences
    var sections: [[CanvasMenu.Entry]] = []
    if references.count == 1 {
      sections.append([.init(tr("Edit")) { [weak self] in _ = self?.canvas.beginEditing() }])
    }
    sections.append([
      .init(tr("Cut")) { [weak self] in self?.cut() },
      .init(tr("Copy")) { [weak self] in self?.copy() },
      .init(tr("Paste")) { [weak self] in self?.paste() },
      .init(tr("Duplicate")) { [weak self] in self?.duplicate() },
      .init(tr("Copy as picture")) { [weak self] in self?.copyPicture() },
    ])
    sections.append(clusterEntries(references))
    if canTurn { sections.append(turningEntries) }
    sections.append([.init(tr("Add note")) { [weak self] in self?.addBelow() }])
    if !references.isEmpty {
      sections.append([.init(tr("Delete")) { [weak self] in self?.deleteSelection() }])
    }
    return sections
  }

  private func clusterEntries(_ references: [EntityReference]) -> [CanvasMenu.Entry] {
    var entries: [CanvasMenu.Entry] = []
    if canCluster {
      entries.append(.init(tr("Make a cluster")) { [weak self] in self?.clusterSelection() })
    }
    if canDissolve {
      let isCluster = references.contains { $0.kind == .cluster }
      entries.append(
        .init(isCluster ? tr("Take the cluster apart") : tr("Take out of the cluster")) {
          [weak self] in self?.dissolveSelection()
        })
    }
    return entries
  }

  private var turningEntries: [CanvasMenu.Entry] {
    [
      .init(
        tr("Turn into"),
        NoteOutcome.allCases.map { outcome in
          .init(NoteTurning.command(outcome)) { [weak self] in self?.turnSelection(into: outcome) }
        }),
      .init(tr("Link to a journey step…")) { [weak self] in self?.linkSelection() },
      .init(tr("Link to…")) { [weak self] in self?.openLinks() },
    ]
  }
}
