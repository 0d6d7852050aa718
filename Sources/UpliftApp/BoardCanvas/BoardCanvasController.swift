import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A board on a canvas.
public final class BoardCanvasController: CanvasController {
  public let boardID: UUID
  public private(set) var contents: BoardContents
  /// Whose votes are shown while a round is open; nil: nobody's.
  var ballotID: UUID? {
    didSet { if ballotID != oldValue { refresh() } }
  }
  /// What anybody may see of it now: every list and picture is made from this.
  public var shown: BoardContents {
    (contents.openVoting == nil ? contents : contents.showingVotes(of: ballotID)).veiled
  }
  /// Somebody wants to see another record.
  public var onGo: ((EntityReference) -> Void)?

  /// Nil when the workspace has no such board.
  public init?(session: Session, boardID: UUID, theme: Theme) {
    guard let contents = session.read({ try session.workspace.board(boardID) }) else { return nil }
    self.boardID = boardID
    self.contents = contents
    super.init(session: session, theme: theme)
    followDrops()
    refresh()
  }

  override func makeScene(_ measuring: any TextMeasuring) -> Scene {
    var options = BoardLayout.Options()
    options.showsAdditions = !session.isReadOnly && contents.openVoting == nil
    return BoardLayout.scene(
      for: shown, measuring: measuring, theme: theme, options: options, cache: cache)
  }

  override func apply(_ change: WorkspaceChange) -> Bool { contents.apply(change) }

  override func reload() -> Bool {
    guard let new = session.read({ try session.workspace.board(boardID) }) else { return false }
    contents = new
    return true
  }

  override func text(of reference: EntityReference) -> String? { contents.text(of: reference) }

  override func settingText(of reference: EntityReference, to text: String) -> Edit? {
    contents.settingText(of: reference, to: text, typing: typing)
  }

  override func isHidden(_ reference: EntityReference) -> Bool {
    contents.notes[reference.id]?.isPrivate ?? false
  }

  override func linkRefusal(of reference: EntityReference) -> String? {
    isHidden(reference) ? tr("Hidden notes can be linked once they are revealed.") : nil
  }

  override func deleting(_ references: [EntityReference]) -> Edit? {
    contents.deleting(references)
  }

  override func moving(
    _ references: [EntityReference], _ direction: UpliftCore.Direction
  ) -> Edit? {
    let entries = references.filter { $0.kind == .note || $0.kind == .cluster }
    if entries.count > 1 { return contents.moving(entries: entries, direction) }
    let ordered = direction == .down || direction == .forward ? references.reversed() : references
    return .inTurn(.move, ordered, contents) {
      $0.moving($1, direction)
    } applying: {
      _ = $0.apply($1)
    }
  }

  override func drag(from grip: CanvasGrip) -> (any CanvasDrag)? {
    boardDrag(grip).flatMap { BoardCanvasDrag($0, grip, self) }
  }

  override func follow(_ subject: ItemSubject) { followMark(subject) }
  override func cursor(over grip: CanvasGrip) -> String? { connectionCursor(over: grip) }
  override func isStop(_ subject: ItemSubject) -> Bool {
    if case .connection = subject { false } else { true }
  }

  override func pressed(_ key: Key, _ modifiers: Modifiers) -> Bool {
    pressedOnBoard(key, modifiers)
  }

  override func pressedWhileEditing(_ key: Key, _ modifiers: Modifiers) -> Bool {
    key.lowercased == .character("v") && modifiers == .control && pasteIntoEmptyNote()
  }

  override func textStyle(of reference: EntityReference) -> TextStyle {
    switch reference.kind {
    case .cluster: theme.type.clusterTitle
    case .boardColumn: theme.type.columnTitle
    default: theme.type.note
    }
  }

  // MARK: Adding

  override func draft(at subject: ItemSubject) -> CanvasDraft? {
    guard case .addition(let column) = subject else { return nil }
    return draft(to: column.id, after: nil)
  }

  override func draftBelowCurrent() -> CanvasDraft? {
    guard let columnID = currentColumnID else { return nil }
    if case .record(let reference) = canvas.current, reference.kind != .boardColumn {
      return draft(to: columnID, after: reference.id)
    }
    return draft(to: columnID, after: nil)
  }

  private func draft(to columnID: UUID, after entryID: UUID?) -> CanvasDraft {
    let addition = contents.addingNote("", to: columnID, after: entryID)
    return CanvasDraft(reference: addition.record.reference, edit: addition.edit)
  }

  /// One note after the other.
  override func goOn(after subject: ItemSubject) {
    guard case .record(let reference) = subject, let note = contents.notes[reference.id] else {
      return super.goOn(after: subject)
    }
    begin(draft(to: note.columnID, after: note.id))
  }

  public func addNote() {
    if let draft = draftBelowCurrent() {
      begin(draft)
    } else if let column = contents.columns.first {
      begin(draft(to: column.id, after: nil))
    }
  }

  public override func addBelow() {
    guard !session.isReadOnly else { return }
    if contents.columns.isEmpty { addColumn() } else { addNote() }
  }

  public func addColumn() {
    let addition = contents.addingColumn(tr("New column"), after: currentColumnID)
    let typing = UUID()
    var edit = addition.edit
    edit.coalescing = CanvasDraft.key(typing)
    guard perform(edit) else { return }
    select(addition.record.reference)
    nextTyping = typing
    canvas.beginEditing()
    canvas.selectEditedText()
  }

  /// The column that the selection is or stands in.
  public var currentColumnID: UUID? {
    switch canvas.current {
    case .addition(let column): column.id
    case .record(let reference):
      switch reference.kind {
      case .boardColumn: reference.id
      case .note: contents.notes[reference.id]?.columnID
      case .cluster: contents.clusters[reference.id]?.columnID
      default: nil
      }
    default: nil
    }
  }

  public override func duplicate() {
    let references = selectedReferences
    if references.contains(where: { $0.kind == .cluster }) {
      place(contents.duplicating(entries: references))
      return
    }
    let ids = references.filter { $0.kind == .note }.map(\.id)
    let (edit, notes) = contents.duplicating(ids)
    guard !notes.isEmpty, perform(edit) else { return }
    canvas.select(
      Set(notes.map { .record($0.reference) }), current: notes.last.map { .record($0.reference) })
  }

  // MARK: Clipboard

  override var copied: ClipboardOffer? {
    let references = selectedReferences
    guard !holdsHidden(references) else {
      onSay?(tr("Hidden notes are not copied before they are revealed."))
      return nil
    }
    guard let table = tableOfSelection else { return nil }
    let contents = shown
    return ClipboardOffer(
      types: [
        ClipboardOffer.html, ClipboardOffer.text, ClipboardOffer.plainText, ClipboardOffer.tabs,
        ClipboardOffer.png, ClipboardOffer.svg, ClipboardOffer.notes,
      ]
    ) { type in
      ClipboardOffer.data(type, of: table)
        ?? ClipboardOffer.data(type, of: .board(contents.only(references)))
    }
  }

  override var copiedPicture: ClipboardOffer? {
    guard !contents.columns.isEmpty else { return nil }
    let (contents, references) = (shown, selectedReferences)
    return .picture { .board(contents.only(references)) }
  }

  /// Whether hidden notes are among them or in clusters among them.
  private func holdsHidden(_ references: [EntityReference]) -> Bool {
    references.contains { reference in
      ([reference.id] + (contents.clusterNotes[reference.id] ?? []))
        .contains { contents.notes[$0]?.isPrivate ?? false }
    }
  }

  /// A note a line; a cluster with its notes.
  var tableOfSelection: TextTable? {
    let references = selectedReferences
    let selected = Set(references)
    let texts = references.flatMap { reference -> [String] in
      let notes = (contents.clusterNotes[reference.id] ?? [])
        .filter { !selected.contains(EntityReference(.note, $0)) }
        .compactMap { contents.notes[$0]?.shownText }
      let own = contents.notes[reference.id]?.shownText ?? text(of: reference)
      return [own].compactMap { $0 } + notes
    }
    return texts.isEmpty ? nil : TextTable(rows: texts.map { [$0] })
  }

  /// A note for each text, after what is selected.
  override var planning: Planning {
    let columnID = currentColumnID ?? contents.columns.first?.id
    var entryID: UUID?
    if case .record(let reference) = canvas.current, reference.kind != .boardColumn {
      entryID = reference.id
    }
    let (contents, place) = (contents, entryID)
    return { content in
      guard let columnID else { throw PasteRefusal.noPlace }
      let texts: [String]
      switch content {
      case .clip(let data): texts = Self.texts(of: try MapClip(data))
      case .texts(let html, let text, _):
        texts = ListEntries.texts(
          try PastedContent.table(html: html, text: text).rows.flatMap { $0 })
      }
      let (edit, notes) = contents.pasting(texts, to: columnID, after: place)
      guard !notes.isEmpty else { throw PasteRefusal.nothing }
      return PastePlan(edit: edit, subjects: notes.map { .record($0.reference) })
    }
  }

  /// The cards of a part of a map, step by step.
  nonisolated private static func texts(of clip: MapClip) -> [String] {
    guard let map = clip.contents.journeyMaps.first, let journey = clip.contents.journey(map.id)
    else { return [] }
    return journey.steps.flatMap { step in
      journey.lanes.flatMap { lane in
        journey.cards(at: Cell(laneID: lane.id, stepID: step.id)).map(\.text)
      }
    }
  }
}
