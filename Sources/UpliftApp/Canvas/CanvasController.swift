import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Shows something of a workspace on a canvas and carries out what people do there. What it is,
/// a map or a board, is the subclass's.
@MainActor public class CanvasController: SceneCanvasDelegate {
  public let session: Session
  public let view = CanvasView()
  public var canvas: SceneCanvas { view.canvas }

  public var theme: Theme {
    didSet {
      guard theme != oldValue else { return }
      refresh()
    }
  }

  /// The selection, or what it shows, is not what it was.
  public var onChanged: (() -> Void)?
  /// Somebody asked for a menu at a place of the canvas.
  public var onMenuRequested: ((_ x: Double, _ y: Double) -> Void)?
  /// There is something to tell that is no error.
  public var onSay: ((String) -> Void)?
  /// There is something to tell until it is answered: what the button says, and does.
  public var onOffer: ((String, String, @escaping () -> Void) -> Void)?

  /// What somebody was writing is gone: what the button says that brings it back, and does.
  public var onRegret: ((String, String, @escaping () -> Void) -> Void)?

  private(set) var measuring: (any TextMeasuring)?
  private(set) var cache: LayoutCache
  /// What is laid out on another thread still; only its top is shown.
  private var arriving: PreparedJourney?
  var draft: CanvasDraft?
  var linkPopover: LinkPopover?
  /// What is being written, as it was when that began.
  var edited: (any Entity)?
  /// The current stretch of typing: one step of undo.
  var typing = UUID()
  /// Of the stretch that begins next, when what is written is one step with what was done before.
  var nextTyping: UUID?
  /// A draft of this stretch is in the workspace.
  var hasAddedDraft = false
  var cameFrom: ItemSubject?

  /// - Parameter prepared: what was laid out beforehand.
  init(session: Session, theme: Theme, prepared: PreparedJourney? = nil) {
    self.session = session
    self.theme = theme
    // The top is in light colours, and stands where nothing is filtered.
    if let prepared, prepared.top != nil, theme == .light {
      measuring = prepared.fonts
      cache = LayoutCache()
      arriving = prepared
    } else {
      let tools = prepared?.wait()
      measuring = tools?.measuring ?? PangoTextMeasuring()
      cache = tools?.cache ?? LayoutCache()
    }
    canvas.delegate = self
  }

  /// Shows the top of what is laid out meanwhile, if that is all that there is yet.
  func showTop() -> Bool {
    guard let arriving, let top = arriving.top else { return false }
    canvas.accent = theme.accent
    canvas.scene = top
    onChanged?()
    arriving.onFinished { [weak self] in
      Task { @MainActor in if self?.arriving != nil { self?.refresh() } }
    }
    return true
  }

  /// Takes over what was laid out on another thread. Waits for it, if somebody is that quick.
  private func arrive() {
    guard let tools = arriving?.wait() else { return }
    arriving = nil
    measuring = tools.measuring
    cache = tools.cache
    // What the first look was made with is free again, here and there among what stays.
    // A thread of its own: a task's pool of threads is looked after every second from then on.
    Thread.detachNewThread { Memory.giveBack() }
  }

  // MARK: What a subclass says

  func makeScene(_ measuring: any TextMeasuring) -> Scene { fatalMissing() }
  /// Takes in a change; false when it does not say enough.
  func apply(_ change: WorkspaceChange) -> Bool { fatalMissing() }
  /// Reads everything again; false when it is gone.
  func reload() -> Bool { fatalMissing() }
  func text(of reference: EntityReference) -> String? { fatalMissing() }
  func settingText(of reference: EntityReference, to text: String) -> Edit? { fatalMissing() }
  func deleting(_ references: [EntityReference]) -> Edit? { fatalMissing() }
  func moving(_ references: [EntityReference], _ direction: UpliftCore.Direction) -> Edit? {
    fatalMissing()
  }
  func isStop(_ subject: ItemSubject) -> Bool { true }
  /// Why something is not to be linked with anything now; nil when it may.
  func linkRefusal(of reference: EntityReference) -> String? { nil }
  /// Whether nobody may read the text of something now, whoever edits it.
  func isHidden(_ reference: EntityReference) -> Bool { false }
  /// What typing at a place that holds nothing adds; nil when nothing can stand there.
  func draft(at subject: ItemSubject) -> CanvasDraft? { nil }
  /// A card or note after the one that is selected; nil when there is none.
  func draftBelowCurrent() -> CanvasDraft? { nil }
  func textStyle(of reference: EntityReference) -> TextStyle { theme.type.card }
  /// Somebody takes hold of something; nil: it stays where it is.
  func drag(from grip: CanvasGrip) -> (any CanvasDrag)? { nil }
  func hasEdges(_ subject: ItemSubject) -> Bool { false }
  func cursor(over grip: CanvasGrip) -> String? { nil }
  /// Opens what a subject that is no text is edited with; false when there is nothing.
  func open(_ subject: ItemSubject, typing: Character?) -> Bool { false }
  func canResize(_ subject: ItemSubject) -> Bool { false }
  /// - Parameter length: points.
  func resize(_ subject: ItemSubject, to length: Double) {}
  /// Keys of the subclass's own.
  func pressed(_ key: Key, _ modifiers: Modifiers) -> Bool { false }
  /// Keys of the subclass's own while a text is being written.
  func pressedWhileEditing(_ key: Key, _ modifiers: Modifiers) -> Bool { false }
  /// Something was written, or taken back; what comes next is yet to come.
  func finished(_ subject: ItemSubject, _ ending: EditEnding) {}
  /// Whether its text is none that somebody wrote: it is selected when it is to be written.
  func isProposed(_ reference: EntityReference) -> Bool { false }
  /// What Enter leads to after `subject` was edited.
  func goOn(after subject: ItemSubject) { canvas.goToNext(backwards: false) }
  /// What is selected, for a clipboard; nil when there is nothing.
  var copied: ClipboardOffer? { nil }
  var isNothingSelected: Bool { canvas.selection.isEmpty }
  /// What is selected, or else everything, as a picture.
  var copiedPicture: ClipboardOffer? { nil }
  /// Takes away what `copied` offers.
  var cutting: Edit? { deleting(selectedReferences) }
  /// How something from a clipboard gets to where the selection is now; see `carryOut`.
  var planning: Planning { { _ in throw PasteRefusal.noPlace } }
  /// Goes where a mark leads.
  func follow(_ subject: ItemSubject) {}
  public func duplicate() {}

  private func fatalMissing() -> Never {
    preconditionFailure("a controller is a map's or a board's")
  }

  // MARK: Following the workspace

  /// Called after every change of the workspace; false: what is shown is gone.
  public func follow(_ change: WorkspaceChange) -> Bool {
    let next = successor(after: change)
    if !apply(change) {
      guard reload() else { return false }
      if let draft { _ = apply(draft.change) }
    }
    refresh()
    if let next, canvas.selection.isEmpty, canvas.item(next) != nil { canvas.select(next) }
    followEdited()
    return true
  }

  /// Where the keyboard goes, when what it is at goes with this change.
  private func successor(after change: WorkspaceChange) -> ItemSubject? {
    guard let reference = currentRecord, change.deletions.contains(reference) else { return nil }
    return successor(of: reference, gone: Set(change.deletions))
  }

  /// What takes the place of something that goes; it may be there only then.
  func successor(of reference: EntityReference, gone: Set<EntityReference>) -> ItemSubject? {
    neighbourAfterDeletion()
  }

  /// Selects what an undo or redo has brought back, or else changed.
  func select(whatCameBackIn change: WorkspaceChange) {
    let subjects = { (records: [any Entity]) in
      records.map { ItemSubject.record($0.reference) }.filter { self.canvas.item($0) != nil }
    }
    let new = subjects(change.upserts.filter { !change.updatedIDs.contains($0.id) })
    let found = new.isEmpty ? subjects(change.upserts) : new
    guard let first = found.first, found.count <= Self.mostSelected else { return }
    canvas.select(Set(found), current: first)
    canvas.reveal(first)
  }

  /// More that came back at once is nobody's selection.
  private static let mostSelected = 200

  /// The text that is open in the editor may have been changed in another window.
  private func followEdited() {
    guard draft == nil, let reference = canvas.editing?.subject.reference, !isHidden(reference),
      let text = text(of: reference), !canvas.takeOver(text)
    else { return }
    onSay?(
      tr("This text was just changed in another window too. What you type is written over it."))
  }

  func refresh() {
    arrive()
    guard let measuring else { return }
    canvas.accent = theme.accent
    canvas.scene = makeScene(measuring)
    onChanged?()
  }

  // MARK: Selection

  /// The selected records, in the order of the picture.
  public var selectedReferences: [EntityReference] {
    let selection = canvas.selection
    guard selection.count > 1 else { return selection.first?.reference.map { [$0] } ?? [] }
    return canvas.scene?.items.compactMap { item in
      item.subject.flatMap { selection.contains($0) ? $0.reference : nil }
    } ?? []
  }

  /// What is selected, in the order of the picture.
  var orderedSelection: [ItemSubject] {
    let selection = canvas.selection
    guard selection.count > 1 else { return Array(selection) }
    return canvas.scene?.items.compactMap(\.subject).filter(selection.contains) ?? []
  }

  /// The record where the keyboard is.
  var currentRecord: EntityReference? { canvas.current?.reference }

  public func select(_ reference: EntityReference) {
    if arriving != nil { refresh() }
    canvas.select(.record(reference))
  }

  // MARK: Editing

  @discardableResult
  func perform(_ edit: Edit?) -> Bool { session.perform(edit) }

  /// What Insert and Ctrl+Enter add: another one of what is selected.
  public func addBelow() { begin(draftBelowCurrent()) }

  public func deleteSelection() {
    if let edit = deleting(selectedReferences) { remove(edit, named: .delete) }
  }

  func remove(_ edit: Edit, named name: EditName) {
    var edit = edit
    edit.name = name
    session.perform(edit, saying: tr("Deleting…"))
  }

  /// Where the selection goes when what is selected is gone.
  func neighbourAfterDeletion() -> ItemSubject? {
    guard let current = canvas.current, let item = canvas.item(current) else { return nil }
    let travel = canvas.travel
    let index = canvas.index(of: current)
    for direction in [SceneTravel.Direction.down, .up, .right, .left] {
      guard let index,
        let target = travel.neighbour(of: index, frame: item.frame, direction),
        let subject = canvas.view.scene.items[target].subject, !canvas.selection.contains(subject)
      else { continue }
      return subject
    }
    return nil
  }

  func moveSelection(_ direction: UpliftCore.Direction) {
    session.perform(moving(selectedReferences, direction), saying: tr("Moving…")) {
      [weak self] isDone in
      guard let self, isDone, let current = canvas.current else { return }
      canvas.reveal(current)
    }
  }

  public func commitTyping() { canvas.commitEditing() }

  /// Takes what is on the clipboard when that is a picture and this is a place for one.
  func pastesPicture() -> Bool { false }
}

extension ItemSubject {
  /// The record that it stands for by itself.
  public var reference: EntityReference? {
    if case .record(let reference) = self { reference } else { nil }
  }
}
