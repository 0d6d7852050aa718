import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

extension CanvasController {
  /// Bytes of one format that are read from a clipboard.
  private static let longestPaste = 64_000_000

  public func copy() {
    guard let offer = copied else { return }
    Clipboard.standard?.offer(offer.types, offer.make)
  }

  public func cut() {
    guard !session.isReadOnly, copied != nil, let edit = cutting else { return }
    copy()
    remove(edit, named: .cut)
  }

  /// What is selected, or else everything, for a document or a slide.
  public func copyPicture() {
    guard let offer = copiedPicture else { return }
    Clipboard.standard?.offer(offer.types, offer.make)
    onSay?(
      isNothingSelected
        ? tr("All of it is on the clipboard as a picture.")
        : tr("The selection is on the clipboard as a picture."))
  }

  public func paste() {
    guard !session.isReadOnly else { return say(tr("This workspace is read-only.")) }
    if !pastesPicture() { pasteTexts() }
  }

  func pasteTexts() {
    guard let clipboard = Clipboard.standard else { return }
    canvas.endEditing()
    // Where it goes is where one was when one pasted.
    let planning = planning
    Task { [weak self] in
      do throws(PasteRefusal) {
        let content = try await Self.content(of: clipboard)
        self?.carryOut(content, planning)
      } catch {
        self?.say(error.sentence)
      }
    }
  }

  /// A text of another program that was let go over something: as if it were pasted there.
  func drop(_ text: String, at subject: ItemSubject) {
    guard !session.isReadOnly else { return }
    canvas.endEditing()
    let data = Data(text.utf8)
    guard data.count <= Self.longestPaste else {
      return say(PasteRefusal.tooLarge(limit: Self.longestPaste).sentence)
    }
    canvas.select(subject)
    carryOut(.texts(html: nil, text: data), planning)
  }

  private func say(_ sentence: String) { onSay?(sentence) }

  /// Our own format first, then what a spreadsheet offers, then any text.
  private static func content(of clipboard: Clipboard) async throws(PasteRefusal) -> PastedContent {
    let types = clipboard.types
    if types.contains(MapClip.mediaType) {
      return .clip(try await read(MapClip.mediaType, from: clipboard))
    }
    var html: Data?
    if types.contains(ClipboardOffer.html) {
      html = try await read(ClipboardOffer.html, from: clipboard)
    }
    let text = [ClipboardOffer.text, ClipboardOffer.plainText].first(where: types.contains)
    guard let text else {
      guard html != nil else { throw .nothing }
      return .texts(html: html, text: nil)
    }
    return .texts(
      html: html, text: try await read(text, from: clipboard),
      form: types.contains(ClipboardOffer.notes)
        ? .list : types.contains(ClipboardOffer.tabs) ? .table : .any)
  }

  private static func read(
    _ type: String, from clipboard: Clipboard
  ) async throws(PasteRefusal) -> Data {
    switch await clipboard.read(type, limit: longestPaste) {
    case .success(let bytes): return Data(bytes)
    case .failure(.tooLarge): throw .tooLarge(limit: longestPaste)
    case .failure(.broken): throw .nothing
    }
  }

  typealias Planning = @Sendable (PastedContent) throws -> PastePlan

  /// What is small is there at once; what is large is read and written on another thread.
  func carryOut(_ content: PastedContent, _ planning: @escaping Planning) {
    guard content.isLarge else {
      do {
        let plan = try planning(content)
        // All of it may stand there already.
        if plan.edit.changes.isEmpty || perform(plan.edit) { show(plan) }
      } catch {
        refuse(error)
      }
      return
    }
    session.work(tr("Pasting…")) { workspace, work in
      let plan = try planning(content)
      try work.check()
      try workspace.perform(plan.edit, progress: work.report)
      return plan
    } done: { [weak self] result in
      switch result {
      case .success(let plan): self?.show(plan)
      case .failure(let error): self?.refuse(error)
      }
    }
  }

  private func show(_ plan: PastePlan) {
    if let remark = plan.remark { say(remark) }
    guard let first = plan.subjects.first else { return }
    canvas.select(Set(plan.subjects), current: first)
    canvas.reveal(first)
  }

  private func refuse(_ error: any Error) {
    switch error {
    case is CancellationError: say(tr("The paste was cancelled. Nothing was pasted."))
    case let refusal as PasteRefusal: say(refusal.sentence)
    case let error as ImportError: say(PasteRefusal.damaged(error.description).sentence)
    default: session.report(error)
    }
  }
}
