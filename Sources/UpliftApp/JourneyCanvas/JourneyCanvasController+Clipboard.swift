import Foundation
import UpliftCore
import UpliftDrawing

extension JourneyCanvasController {
  /// What the selection means of the map; nil when nothing of it is selected.
  var selectedPart: MapPart? {
    let selection = orderedSelection
    let cells = selection.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    return contents.part(
      records: selection.compactMap(\.reference), emotions: Set(selectedEmotions.map(\.id)),
      cells: Set(cells))
  }

  private var selectedEmotions: [Emotion] {
    canvas.selection.compactMap { subject in
      guard case .emotion(let step, let persona) = subject else { return nil }
      return contents.emotions[step.id]?.first { $0.personaID == persona?.id }
    }
  }

  /// True when copying would put something on the clipboard.
  var hasCopyableSelection: Bool {
    switch selectedPart {
    case .cells(let selection): contents.isCopyable(selection)
    case nil: false
    default: true
    }
  }

  var offerOfSelection: ClipboardOffer? {
    guard hasCopyableSelection, let part = selectedPart else { return nil }
    let contents = contents
    let links = session.read { try session.workspace.links(within: contents.map.id) } ?? []
    return ClipboardOffer(
      types: [
        MapClip.mediaType, ClipboardOffer.html, ClipboardOffer.text, ClipboardOffer.plainText,
        ClipboardOffer.tabs, ClipboardOffer.png, ClipboardOffer.svg,
      ]
    ) { type in
      switch type {
      case MapClip.mediaType:
        return (try? contents.clip(of: part, links: links)?.encoded()).map(Array.init)
      case ClipboardOffer.png, ClipboardOffer.svg:
        return ClipboardOffer.data(type, of: .journey(contents.only(part)))
      default:
        return contents.table(of: part).flatMap { ClipboardOffer.data(type, of: $0) }
      }
    }
  }

  var offerOfPicture: ClipboardOffer? {
    guard !contents.stages.isEmpty else { return nil }
    let (contents, part) = (contents, isNothingSelected ? .whole : selectedPart ?? .whole)
    return .picture { .journey(contents.only(part)) }
  }

  var cuttingSelection: Edit? {
    contents.deleting(selectedReferences + selectedEmotions.map(\.reference))
  }

  var planningPaste: Planning {
    let (contents, place, person) = (contents, pastePlace, pastePerson)
    return { content in
      switch content {
      case .clip(let data):
        let clip = try MapClip(data)
        return try PastePlan { () throws(BlockRefusal) in try contents.pasting(clip, at: place) }
      case .texts(let html, let text, let form):
        guard let cell = contents.cell(at: place) else { throw PasteRefusal.noPlace }
        let lines =
          switch form {
          case .any: TextTable.lines(html: html, text: text)
          case .table: [String]?.none
          case .list: try PastedContent.table(html: html, text: text).rows.flatMap(\.self)
          }
        if let lines {
          let count = lines.count { !$0.allSatisfy(\.isWhitespace) }
          guard count > 0 else { throw PasteRefusal.nothing }
          guard count <= PasteRefusal.mostCells else { throw PasteRefusal.tooMany(count) }
          return try PastePlan { () throws(BlockRefusal) in
            try contents.pasting(lines: lines, at: cell, for: person)
          }
        }
        let table = try PastedContent.table(html: html, text: text)
        return try PastePlan { () throws(BlockRefusal) in
          try contents.pasting(table.rows, at: cell, for: person)
        }
      }
    }
  }

  /// Whose emotions are pasted where the keys are.
  private var pastePerson: UUID? {
    switch canvas.current {
    case .emotion(_, let person): person?.id
    case .cell(let cell): contents.persona(feltIn: cell.laneID, at: cell.stepID)
    case .record(let reference) where reference.kind == .lane:
      contents.steps.first.flatMap { contents.persona(feltIn: reference.id, at: $0.id) }
    default: contents.map.personaID
    }
  }

  /// Where something pasted goes.
  private var pastePlace: PastePlace {
    switch canvas.current {
    case .cell(let cell): return PastePlace(stepID: cell.stepID, laneID: cell.laneID)
    case .emotion(let step, _):
      let lane = contents.lanes.first { $0.laneKind == .emotion }
      return PastePlace(stepID: step.id, laneID: lane?.id)
    case .record(let reference):
      switch reference.kind {
      case .card:
        guard let card = contents.cards[reference.id] else { return PastePlace() }
        return PastePlace(stepID: card.stepID, laneID: card.laneID)
      case .stage: return PastePlace(stageID: reference.id)
      case .step: return PastePlace(stepID: reference.id)
      case .lane: return PastePlace(laneID: reference.id)
      default: return PastePlace()
      }
    default: return PastePlace()
    }
  }
}

extension ItemSubject {
  nonisolated fileprivate static func emotion(_ emotion: Emotion) -> ItemSubject {
    .emotion(
      stepID: EntityReference(.step, emotion.stepID),
      personaID: emotion.personaID.map { EntityReference(.persona, $0) })
  }
}

extension PastePlan {
  /// - Throws: `PasteRefusal`.
  nonisolated fileprivate init(
    _ pasting: () throws(BlockRefusal) -> Pasting?
  ) throws(PasteRefusal) {
    let found: Pasting?
    do { found = try pasting() } catch { throw .block(error) }
    guard let found else { throw .noPlace }
    edit = found.edit
    subjects = found.added.map { .record($0) } + found.emotions.map { .emotion($0) }
    var remarks: [String] = []
    if found.newSteps > 0 {
      remarks.append(
        ntr(
          "{count} step was added for a column past the last one.",
          "{count} steps were added for columns past the last one.", found.newSteps))
    }
    if found.newLanes > 0 {
      remarks.append(
        ntr(
          "{count} lane was added below for a row that found none.",
          "{count} lanes were added below for rows that found none.", found.newLanes))
    }
    if !remarks.isEmpty { remark = remarks.joined(separator: " ") }
  }
}

extension JourneyContents {
  /// The cell at which texts begin: the place's own, or the first of its step or lane.
  nonisolated fileprivate func cell(at place: PastePlace) -> Cell? {
    guard place != PastePlace() else { return nil }
    let stepID =
      place.stepID ?? place.stageID.flatMap { steps(of: $0).first?.id } ?? steps.first?.id
    let laneID = place.laneID ?? shownLanes.first(where: \.laneKind.holdsCards)?.id
    guard let stepID, let laneID else { return nil }
    return Cell(laneID: laneID, stepID: stepID)
  }
}
