import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// The pages of the plan as they will be printed, one at a time.
@MainActor final class PlanPreview {
  /// Pixels that a page is drawn within; more than it is shown in, for sharp screens.
  private static let bounds = Size(1200, 1500)

  let widget: Box
  private let session: Session
  private let previewer = PagePreviewer()
  private let sheet = Picture()
  private let caption = Label("", classes: ["dim"])
  private let backButton = Button(
    icon: "go-previous-symbolic", name: tr("Previous page (Page Up)"))
  private let forwardButton = Button(
    icon: "go-next-symbolic", name: tr("Next page (Page Down)"))
  private(set) var pages: PrintedPages?
  private(set) var page = 0
  /// Whose first page was asked for; it is shown wherever it stands after the next change.
  private var section: PlanSection?
  private var waiting: Timeout?
  private var setup = PlanDocument.Setup()
  /// The pages have been set anew.
  var onSet: (() -> Void)?

  init(_ session: Session) {
    self.session = session
    sheet.expandsVertically = true
    sheet.addClass("export-page")
    caption.expandsHorizontally = true
    caption.setEllipsis(.end)
    caption.setAccessibleRole(.status)
    let row = Box(.horizontal, spacing: 8, [backButton, caption, forwardButton])
    widget = Box(.vertical, spacing: 10, [sheet, row])
    widget.addClass("export-preview")
    widget.expandsHorizontally = true
    widget.expandsVertically = true
    widget.setSizeRequest(width: 320)
    backButton.onClicked { [weak self] in self?.turn(by: -1) }
    forwardButton.onClicked { [weak self] in self?.turn(by: 1) }
    let wheel = ScrollController()
    wheel.onScroll { [weak self] _, dy in
      guard let self, dy != 0 else { return false }
      turn(by: dy > 0 ? 1 : -1)
      return true
    }
    sheet.addController(wheel)
  }

  /// Sets the pages anew, a moment later, so that several changes are one.
  func show(_ setup: PlanDocument.Setup, soon: Bool) {
    self.setup = setup
    if pages == nil { caption.text = tr("Setting the pages…") }
    waiting = Timeout.after(milliseconds: soon ? 250 : 1) { [weak self] in self?.layOut() }
  }

  func stop() {
    waiting = nil
    previewer.cancel()
  }

  private func layOut() {
    let (workspace, setup) = (session.workspace, setup)
    previewer.layOut { goesOn in
      try PrintedPages(
        .document(.plan(of: try workspace.contents(), setup), fitsOnePage: false), theme: .print,
        setup: PageSetup(paper: setup.page == .letter ? .letter : .a4, orientation: .upright),
        goesOn: goesOn)
    } done: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success(let pages):
        self.pages = pages
        page = min(section.flatMap { firstPage(of: $0) } ?? page, pages.count - 1)
        draw()
        onSet?()
      case .failure(let error): show(error)
      }
    }
  }

  /// Nil when the section has nothing to say.
  func firstPage(of section: PlanSection) -> Int? {
    pages?.headings.first { $0.level == 1 && $0.text.hasSuffix("  \(section.title)") }?.page
  }

  func turn(to section: PlanSection) {
    self.section = section
    guard let target = firstPage(of: section), target != page else { return }
    page = target
    draw()
  }

  func turn(by step: Int) {
    guard let pages else { return }
    section = nil
    let target = min(max(page + step, 0), pages.count - 1)
    guard target != page else { return }
    page = target
    draw()
  }

  private func draw() {
    guard let pages else { return }
    backButton.isSensitive = page > 0
    forwardButton.isSensitive = page < pages.count - 1
    let place = tr("Page {number} of {count}", ["number": page + 1, "count": pages.count])
    let section = pages.headings.last { $0.level == 1 && $0.page <= page }?.text
    caption.text = [place, section].compactMap(\.self).joined(separator: " · ")
    sheet.setDescription(caption.text)
    previewer.draw(page, of: pages, within: Self.bounds) { [weak self] result in
      switch result {
      case .success(let png): self?.sheet.setTexture(try? Texture(data: png))
      case .failure(let error): self?.show(error)
      }
    }
  }

  private func show(_ error: any Error) {
    caption.text = (error as? any LocalizedError)?.errorDescription ?? "\(error)"
  }
}
