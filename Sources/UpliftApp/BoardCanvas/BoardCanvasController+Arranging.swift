import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Dragging, and putting notes together.
extension BoardCanvasController {
  /// What a grip takes along: the selected notes and clusters, or columns, when it is one of them,
  /// else the thing alone.
  func boardDrag(_ grip: CanvasGrip) -> BoardDrag? {
    guard let reference = grip.subject.reference, draft?.reference != reference else { return nil }
    let selected = selectedReferences
    switch reference.kind {
    case .note, .cluster:
      let taken =
        selected.contains(reference)
        ? selected.filter { $0.kind == .note || $0.kind == .cluster } : [reference]
      return .entries(taken)
    case .boardColumn:
      let taken = selected.filter { $0.kind == .boardColumn }.map(\.id)
      return .columns(taken.contains(reference.id) ? taken : [reference.id])
    default: return nil
    }
  }

  /// Carries out a placement and selects what it has put somewhere.
  @discardableResult
  func place(_ placement: Placement?, current: EntityReference? = nil) -> Bool {
    guard let placement, perform(placement.edit) else { return false }
    let subjects = placement.references.map { ItemSubject.record($0) }
    guard !subjects.isEmpty else { return true }
    let chosen = current.map { ItemSubject.record($0) }
    let first = chosen.flatMap { subjects.contains($0) ? $0 : nil } ?? subjects.last
    canvas.select(Set(subjects), current: first)
    return true
  }

  /// A new cluster, whose title is written next.
  func placeCluster(_ placement: Placement?) {
    guard var placement, let cluster = placement.references.first else { return }
    let typing = UUID()
    placement.edit.coalescing = CanvasDraft.key(typing)
    if place(placement) { name(cluster, typing) }
  }

  /// - Parameter typing: with which it was made; making and naming it are one step of undo.
  private func name(_ cluster: EntityReference, _ typing: UUID) {
    canvas.reveal(.record(cluster))
    nextTyping = typing
    canvas.beginEditing()
    nextTyping = nil
  }

  // MARK: Clusters

  private var selectedEntries: [EntityReference] {
    selectedReferences.filter { $0.kind == .note || $0.kind == .cluster }
  }

  public var canCluster: Bool {
    !session.isReadOnly
      && (selectedEntries.count > 1 || selectedEntries.contains { $0.kind == .note })
  }

  public var canDissolve: Bool {
    !session.isReadOnly
      && selectedEntries.contains {
        $0.kind == .cluster || contents.notes[$0.id]?.clusterID != nil
      }
  }

  /// What is selected becomes one cluster; a new one is named next.
  public func clusterSelection() {
    guard !session.isReadOnly else { return }
    let entries = selectedEntries
    guard !entries.isEmpty else {
      onSay?(tr("Select the notes that belong together first."))
      return
    }
    guard let clustering = contents.clustering(entries, current: currentRecord),
      let cluster = clustering.references.first
    else { return }
    let typing = UUID()
    var edit = clustering.edit
    edit.coalescing = CanvasDraft.key(typing)
    guard perform(edit) else { return }
    select(cluster)
    tellLoss(of: clustering, isMerged: true)
    if contents.clusters[cluster.id]?.title.isEmpty ?? false { name(cluster, typing) }
  }

  /// Clusters that are selected are taken apart; notes that are selected leave theirs.
  public func dissolveSelection() {
    guard !session.isReadOnly else { return }
    guard let clustering = contents.dissolving(selectedEntries) else {
      onSay?(tr("Select a cluster to take it apart."))
      return
    }
    guard perform(clustering.edit) else { return }
    let subjects = clustering.references.map { ItemSubject.record($0) }
    canvas.select(Set(subjects), current: subjects.first)
    tellLoss(of: clustering, isMerged: false)
  }

  private func tellLoss(of clustering: Clustering, isMerged: Bool) {
    guard !clustering.gone.isEmpty else { return }
    let count = clustering.gone.count
    let done =
      isMerged
      ? ntr(
        "{count} cluster was taken in.", "{count} clusters were taken in.", count)
      : ntr(
        "The cluster was taken apart. Its notes and their votes are still there.",
        "{count} clusters were taken apart. Their notes and their votes are still there.", count)
    let votes = tr("What was voted for the cluster itself is gone; Ctrl+Z brings it back.")
    onSay?(
      [done, clustering.losesVotes ? votes : ""].filter { !$0.isEmpty }.joined(separator: " "))
  }

  // MARK: Keys

  func pressedOnBoard(_ key: Key, _ modifiers: Modifiers) -> Bool {
    if key == .enter || key == .keypadEnter, modifiers == .alt { return followConnection() }
    guard key.lowercased == .character("g") else { return false }
    switch modifiers {
    case .control: clusterSelection()
    case [.control, .shift]: dissolveSelection()
    default: return false
    }
    return true
  }
}
