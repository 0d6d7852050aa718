import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// What is dropped on a map, and its pictures: dropped, pasted, chosen; one edit each time, however
/// many they are.
extension JourneyCanvasController {
  func followDrops() {
    let dropping = canvas.dropping
    dropping.target = { [weak self] in self?.dropTarget($0) }
    dropping.dropped = { [weak self] in self?.addPictures($0, at: $1) }
    dropping.wrote = { [weak self] in self?.drop($0, at: $1) }
    dropping.refused = { [weak self] in
      self?.session.report(
        PictureError(name: tr("What was dropped"), problem: .unknownFormat))
    }
  }

  /// A card, or the cell that something stands in.
  private func dropTarget(_ subject: ItemSubject) -> ItemSubject? {
    guard !session.isReadOnly else { return nil }
    switch subject {
    case .cell: return subject
    case .emotion(let step, _):
      let lane = contents.lanes.first { $0.laneKind == .emotion }
      return lane.map { .cell(Cell(laneID: $0.id, stepID: step.id)) }
    case .record(let reference):
      return reference.kind == .card || reference.kind == .step ? subject : nil
    case .addition, .nestedMap, .connection, .part: return nil
    }
  }

  /// - Parameter subject: a cell, card or step. One picture becomes a card's own; several become
  ///   cards at the steps from there on.
  func addPictures(_ origins: [PictureOrigin], at subject: ItemSubject) {
    guard !session.isReadOnly, !origins.isEmpty else { return }
    canvas.endEditing()
    PictureReader.read(origins, in: session) { [weak self] pictures, problem in
      self?.put(pictures, at: subject)
      // What could be read is there; what could not is said.
      if let problem { self?.session.report(problem) }
    }
  }

  private func put(_ pictures: [StoredPicture], at subject: ItemSubject) {
    guard let first = pictures.first else { return }
    let added: (edit: Edit, cards: [Card])?
    switch subject {
    case .record(let reference) where reference.kind == .card && pictures.count == 1:
      guard perform(contents.setting(picture: first, of: reference.id)) else { return }
      return canvas.select(subject)
    case .record(let reference):
      if let card = contents.cards[reference.id] {
        added = addition(of: pictures, at: Cell(laneID: card.laneID, stepID: card.stepID))
      } else {
        added = contents.adding(pictures: pictures, atStep: reference.id)
      }
    case .cell(let cell): added = addition(of: pictures, at: cell)
    default: added = nil
    }
    guard let added, perform(added.edit), let card = added.cards.first else { return }
    canvas.select(
      Set(added.cards.map { .record($0.reference) }), current: .record(card.reference))
    canvas.reveal(.record(card.reference))
  }

  /// In a lane that holds no cards there is no place for one: then in a lane of images.
  private func addition(of pictures: [StoredPicture], at cell: Cell)
    -> (edit: Edit, cards: [Card])?
  {
    contents.adding(pictures: pictures, at: cell)
      ?? contents.adding(pictures: pictures, atStep: cell.stepID)
  }

  // MARK: Where the keys are

  /// What a picture would be put on: the card or cell that is selected, or the first step.
  private var currentTarget: ItemSubject? {
    canvas.current.flatMap { dropTarget($0) }
      ?? (currentStepID ?? contents.steps.first?.id).map { .record(EntityReference(.step, $0)) }
  }

  /// The card that is selected, if it shows a picture.
  var currentPicture: (card: Card, picture: StoredPicture)? {
    guard let reference = canvas.current?.reference, let card = contents.cards[reference.id],
      let picture = contents.picture(of: card)
    else { return nil }
    return (card, picture)
  }

  public func choosePicture() {
    guard !session.isReadOnly, let target = currentTarget else { return }
    PictureChooser.open(over: canvas) { [weak self] url in
      self?.addPictures([.file(url)], at: target)
    }
  }

  public func removePictures() {
    let ids = selectedReferences.filter { $0.kind == .card }.map(\.id)
    perform(contents.removingPictures(of: ids))
  }

  public func savePicture() {
    guard let current = currentPicture else { return }
    let name = current.card.text.isEmpty ? contents.map.title : current.card.text
    PictureChooser.save(current.picture, name: name, over: canvas, session)
  }

  /// Takes a picture, or files of pictures, from the clipboard; false: there are none, and what is
  /// there is for somebody else.
  func pastePicture() -> Bool {
    guard !session.isReadOnly, let clipboard = Clipboard.standard, let target = currentTarget
    else { return false }
    switch clipboard.pictureOffer {
    case nil: return false
    case .picture:
      clipboard.readPicture { [weak self] data in
        guard let self else { return }
        guard let data else {
          return session.report(
            PictureError(name: tr("What is on the clipboard"), problem: .broken))
        }
        addPictures([.data(data)], at: target)
      }
    case .files:
      clipboard.readFiles { [weak self] urls in
        let pictures = urls.filter { PictureReader.isPicture($0) }
        guard let self else { return }
        if !pictures.isEmpty {
          addPictures(pictures.map { .file($0) }, at: target)
        } else if let other = urls.first {
          // The path of a file is nobody's card.
          session.report(PictureError(name: other.lastPathComponent, problem: .unknownFormat))
        } else {
          pasteTexts()
        }
      }
    }
    return true
  }

  var pictureEntries: [CanvasMenu.Entry] {
    guard isAtStep, currentTarget != nil else { return [] }
    let hasPicture = currentPicture != nil
    var entries: [CanvasMenu.Entry] = [
      .init(hasPicture ? tr("Replace picture…") : tr("Add picture…")) { [weak self] in
        self?.choosePicture()
      }
    ]
    if hasPicture {
      entries += [
        .init(tr("Save picture as…")) { [weak self] in self?.savePicture() },
        .init(tr("Remove picture")) { [weak self] in self?.removePictures() },
      ]
    }
    return entries
  }
}
