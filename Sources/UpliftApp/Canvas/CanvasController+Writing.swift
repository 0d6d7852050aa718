import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// From the first letter of a text to what it is when somebody goes on.
extension CanvasController {
  /// Adds a draft to the picture and begins to write it.
  func begin(_ draft: CanvasDraft?) {
    guard let draft, !session.isReadOnly, canvas.tool == nil else { return }
    canvas.endEditing()
    // A stretch of typing of its own: one step of undo.
    typing = UUID()
    hasAddedDraft = false
    start(draft)
    canvas.beginEditing(
      EditableText(
        subject: .record(draft.reference), text: "", style: textStyle(of: draft.reference),
        isHidden: isHidden(draft.reference)))
  }

  /// Somebody tries to change what cannot be changed.
  func sayReadOnly() {
    onSay?(session.workspace.readOnlyReason ?? tr("This workspace is read-only."))
  }

  private func start(_ draft: CanvasDraft) {
    cameFrom = canvas.current
    self.draft = draft
    edited = draft.record
    _ = apply(draft.change)
    refresh()
  }

  public func canvas(_ canvas: SceneCanvas, textToEditAt subject: ItemSubject) -> EditableText? {
    guard !session.isReadOnly else {
      sayReadOnly()
      return nil
    }
    typing = nextTyping ?? UUID()
    nextTyping = nil
    hasAddedDraft = false
    if let reference = subject.reference, let text = text(of: reference) {
      edited = session.read { try session.workspace.record(reference) }
      return EditableText(
        subject: subject, text: text, style: textStyle(of: reference),
        isHidden: isHidden(reference), isProposed: isProposed(reference))
    }
    guard let draft = draft(at: subject) else { return nil }
    start(draft)
    return EditableText(
      subject: .record(draft.reference), text: "", style: textStyle(of: draft.reference),
      isHidden: isHidden(draft.reference))
  }

  public func canvas(_ canvas: SceneCanvas, commit text: String, for subject: ItemSubject) -> Bool {
    guard let reference = subject.reference else { return true }
    if let draft, draft.reference == reference {
      guard !text.allSatisfy(\.isWhitespace) else { return true }
      guard session.perform(draft.edit(saying: text, typing: typing)) else { return false }
      self.draft = nil
      hasAddedDraft = true
      return true
    }
    guard let edit = settingText(of: reference, to: text) else { return true }
    return session.perform(edit)
  }

  public func canvas(
    _ canvas: SceneCanvas, endedEditing subject: ItemSubject, _ ending: EditEnding
  ) {
    let wasEmpty = finish(subject, ending)
    if !wasEmpty { finished(subject, ending) }
    switch ending {
    case .keptForNext where !wasEmpty: goOn(after: subject)
    case .keptForAnother where !wasEmpty: addBelow()
    case .keptForNextCell: canvas.goToNext(backwards: false)
    case .keptForPreviousCell: canvas.goToNext(backwards: true)
    default: break
    }
  }

  /// Takes away what was not to be; true when nothing was written.
  private func finish(_ subject: ItemSubject, _ ending: EditEnding) -> Bool {
    defer { hasAddedDraft = false }
    if let draft {
      self.draft = nil
      _ = apply(draft.removal)
      refresh()
      if let cameFrom, canvas.item(cameFrom) != nil { canvas.select(cameFrom) }
      return true
    }
    guard let reference = subject.reference else { return false }
    let isBlank = text(of: reference)?.allSatisfy(\.isWhitespace) ?? false
    if hasAddedDraft, isBlank || ending.isCancelled {
      let written = session.read { try session.workspace.record(reference) }
      let text = text(of: reference) ?? ""
      // Added and taken away in one stretch of typing: as if it had never been.
      var edit = deleting([reference])
      edit?.coalescing = CanvasDraft.key(typing)
      perform(edit)
      if let cameFrom, canvas.item(cameFrom) != nil { canvas.select(cameFrom) }
      if let written { offerBack(text, of: written) }
      return true
    }
    if case .cancelled(let original) = ending {
      perform(settingText(of: reference, to: original))
    }
    return isBlank
  }
}

extension EditEnding {
  fileprivate var isCancelled: Bool { if case .cancelled = self { true } else { false } }
}
