import Foundation
import Gtk
import UpliftCore

/// Pages that show what was. The history may be long and the file large: it is read on another
/// thread, and the window can go on without it.
extension MainWindow {
  /// False: the place shows nothing that was.
  func showOlder(_ place: Place, of session: Session) -> Bool {
    let title = tr("Reading the older version…")
    switch place {
    case .past(let sequence):
      let first = lastMapOrBoard
      session.work(title) { workspace, work in
        try work.leaving { try workspace.contents(at: sequence) }
      } done: { [weak self] result in
        guard let self, let contents = read(result) else { return }
        show(makePast(session, sequence, contents, first), at: place)
      }
    case .comparison(let old, let new) where old.sequence != nil || new.sequence != nil:
      session.work(title) { workspace, work in
        try work.leaving { try workspace.comparison(from: old, to: new) }
      } done: { [weak self] result in
        guard let self, let known = read(result).flatMap({ $0 }),
          let page = makeComparison(session, old, new, known)
        else { return }
        show(page, at: place)
      }
    default: return false
    }
    return true
  }

  private func read<Product>(_ result: Result<Product, any Error>) -> Product? {
    switch result {
    case .success(let product): return product
    case .failure(is CancellationError): break
    case .failure(let error): session?.report(error)
    }
    // A new window shows nothing yet.
    if let session, page == nil { show(.overview, of: session) }
    return nil
  }

  private func makePast(
    _ session: Session, _ sequence: Int64, _ contents: WorkspaceContents, _ first: EntityReference?
  ) -> PastPage {
    PastPage(
      session, sequence, contents, first: first, isDark: program.style.isDark,
      open: { [weak self] in self?.open($0) },
      say: { [weak self] in self?.say($0) }, sayDone: { [weak self] in self?.sayDone($0) },
      leave: { [weak self] in self?.leavePast() })
  }

  func makeComparison(
    _ session: Session, _ old: MapVersion, _ new: MapVersion, _ known: JourneyComparison? = nil
  ) -> ComparisonPage? {
    let page = ComparisonPage(
      session, old, new, known: known, isDark: program.style.isDark,
      go: { [weak self] in self?.go(to: $0) },
      leave: { [weak self] in self?.leaveComparison(new) })
    page?.onChanged = { [weak self] in self?.refreshHeader() }
    return page
  }
}
