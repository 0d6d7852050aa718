import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Texts that somebody was writing while another window or program deleted what they stand on.
extension CanvasController {
  public func canvas(_ canvas: SceneCanvas, lost text: String, of subject: ItemSubject) {
    guard let record = edited, record.reference == subject.reference,
      // What is only out of sight has kept it.
      self.text(of: record.reference) == nil, !text.allSatisfy(\.isWhitespace)
    else { return }
    edited = nil
    let sentence = tr("What you were writing was deleted in another window or program.")
    if puttingBack(record, saying: text) != nil {
      onOffer?(sentence, tr("Put it back")) { [weak self] in self?.putBack(record, saying: text) }
    } else {
      onOffer?(sentence, tr("Copy the text")) { Clipboard.standard?.setText(text) }
    }
  }

  func putBack(_ record: any Entity, saying text: String) {
    guard perform(puttingBack(record, saying: text)) else { return }
    canvas.select(.record(record.reference))
    canvas.reveal(.record(record.reference))
  }

  /// Escape took a text away that nobody had kept yet: it comes back with a button.
  func offerBack(_ text: String, of record: any Entity) {
    guard !text.allSatisfy(\.isWhitespace) else { return }
    onRegret?(
      record is Note ? tr("Escape took the note away.") : tr("Escape took the card away."),
      tr("Bring it back")
    ) { [weak self] in self?.putBack(record, saying: text) }
  }

  /// Nil when there is no place for it any more. What hung on it stays gone; undo brings that back.
  private func puttingBack(_ record: any Entity, saying text: String) -> Edit? {
    func isThere(_ kind: EntityKind, _ id: UUID) -> Bool {
      session.read { try session.workspace.record(EntityReference(kind, id)) } != nil
    }
    guard !isThere(record.reference.kind, record.id) else { return nil }
    switch record {
    case var card as Card:
      guard isThere(.lane, card.laneID), isThere(.step, card.stepID) else { return nil }
      card.text = text
      card.pictureID = card.pictureID.flatMap { isThere(.picture, $0) ? $0 : nil }
      card.metricID = card.metricID.flatMap { isThere(.metric, $0) ? $0 : nil }
      return Edit(.addCard, [.insert(card)])
    case var note as Note:
      guard isThere(.boardColumn, note.columnID) else { return nil }
      note.text = text
      note.clusterID = note.clusterID.flatMap { isThere(.cluster, $0) ? $0 : nil }
      note.authorID = note.authorID.flatMap { isThere(.member, $0) ? $0 : nil }
      return Edit(.addNote, [.insert(note)])
    default: return nil
    }
  }
}
