import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// Shows a map or board as it will come onto paper, sheet by sheet; then the system's dialog asks
/// for the printer.
public final class PrintDialog: Dialog {
  /// Pixels that a sheet is drawn within; more than it is shown in, for sharp screens.
  private static let bounds = Size(1100, 900)

  private let session: Session
  private let subject: ExportSubject
  private let preferences: Preferences
  private var content: ExportContent
  private let part: MapPart?
  private let filter: JourneyFilter
  private var printsPart = false
  private var choices: PrintChoices
  private let previewer = PagePreviewer()
  private let sheet = Picture()
  private let caption = Label("", classes: ["dim"])
  private let message = Label()
  private let backButton: Button
  private let forwardButton: Button
  let printButton = Button(label: tr("Print…"))
  private(set) var pages: PrintedPages?
  private(set) var page = 0
  private var listening: Listening?
  private var redrawing: Timeout?

  /// Does nothing when the subject is gone; a failure to read it is shown in the windows.
  ///
  /// - Parameters:
  ///   - part: what is selected of a map.
  ///   - filter: what of it does not match is as pale as on the screen.
  public static func show(
    over window: Window, session: Session, subject: ExportSubject, part: MapPart? = nil,
    filter: JourneyFilter = JourneyFilter(), preferences: Preferences = .shared
  ) {
    existing(over: window)?.window.close()
    guard
      let content = session.read({
        try ExportContent(subject, of: session.workspace, filter: filter)
      }),
      content.picture != nil
    else { return }
    PrintDialog(window, session, subject, part, filter, content, preferences).present()
  }

  private init(
    _ parent: Window, _ session: Session, _ subject: ExportSubject, _ part: MapPart?,
    _ filter: JourneyFilter, _ content: ExportContent, _ preferences: Preferences
  ) {
    self.filter = filter
    self.session = session
    self.subject = subject
    self.part = part
    self.content = content
    self.preferences = preferences
    choices = preferences.printing
    backButton = Button(icon: "go-previous-symbolic", name: tr("Previous page (Page Up)"))
    forwardButton = Button(icon: "go-next-symbolic", name: tr("Next page (Page Down)"))
    super.init(
      tr("Print “{title}”", ["title": content.title]), over: parent, width: 860, height: 620)
    let form = makeForm()
    form.setSizeRequest(width: 232)
    let body = Box(.horizontal, spacing: 20, [form, makePreview()])
    body.setMargins(top: 8, bottom: 16, start: 20, end: 20)
    body.expandsVertically = true
    message.alignment = 0
    message.wraps = true
    message.expandsHorizontally = true
    message.setAccessibleRole(.status)
    printButton.addClass("suggested")
    let actions = Box(.horizontal, spacing: 8, [message, printButton])
    actions.addClass("dialog-actions")
    window.setChild(Box(.vertical, [body, actions]))
    window.setDefaultWidget(printButton)
    addKeys()
    printButton.onClicked { [weak self] in self?.print() }
    backButton.onClicked { [weak self] in self?.turn(by: -1) }
    forwardButton.onClicked { [weak self] in self?.turn(by: 1) }
    printButton.grabFocus()
    listening = session.onChange { [weak self] _ in self?.layOutSoon(milliseconds: 400) }
    layOut()
  }

  override func closed() {
    listening = nil
    redrawing = nil
    previewer.cancel()
  }

  /// What is told below the preview.
  var text: String { message.text }

  // MARK: Form

  private func makeForm() -> Box {
    let form = Box(.vertical, spacing: 2)
    func add<Value: CaseIterable & Equatable>(
      _ title: String, _ type: Value.Type, _ names: (Value) -> String,
      _ path: WritableKeyPath<PrintChoices, Value>
    ) {
      let all = Array(type.allCases)
      form.append(
        ChoiceField.make(
          title, all.map(names), selected: all.firstIndex(of: choices[keyPath: path]) ?? 0
        ) { [weak self] index in
          self?.choices[keyPath: path] = all[index]
          self?.layOutSoon(milliseconds: 30)
        })
    }
    if let part {
      form.append(
        ChoiceField.make(
          tr("What"), [tr("The whole map"), ExportContent.title(of: part)], selected: 0
        ) { [weak self] index in
          self?.printsPart = index == 1
          self?.layOutSoon(milliseconds: 30)
        })
    }
    add(tr("Paper"), PageSetup.Paper.self, \.title, \.setup.paper)
    add(tr("Orientation"), PageSetup.Orientation.self, \.title, \.setup.orientation)
    add(tr("Size"), PageSetup.Fit.self, \.title, \.setup.fit)
    add(tr("Colours"), ExportChoices.Style.self, \.title, \.style)
    return form
  }

  private func makePreview() -> Box {
    sheet.expandsVertically = true
    sheet.addClass("export-page")
    caption.setEllipsis(.end)
    caption.expandsHorizontally = true
    let row = Box(.horizontal, spacing: 8, [backButton, caption, forwardButton])
    let preview = Box(.vertical, spacing: 10, [sheet, row])
    preview.addClass("export-preview")
    preview.expandsHorizontally = true
    preview.expandsVertically = true
    preview.setSizeRequest(width: 300)
    return preview
  }

  private func addKeys() {
    let keys = Shortcuts()
    keys.setScope(.window)
    for (name, step) in [
      ("Page_Up", -1), ("KP_Page_Up", -1), ("Page_Down", 1), ("KP_Page_Down", 1),
    ] {
      keys.add(name) { [weak self] in
        self?.turn(by: step)
        return true
      }
    }
    keys.add("<Control>p") { [weak self] in
      self?.print()
      return true
    }
    window.addController(keys)
  }

  // MARK: Preview

  private func layOutSoon(milliseconds: Int) {
    redrawing = Timeout.after(milliseconds: milliseconds) { [weak self] in
      guard let self, readAgain() else { return }
      layOut()
    }
  }

  /// False when what is to be printed is gone, and the dialog with it.
  private func readAgain() -> Bool {
    let found = session.read {
      try ExportContent(subject, of: session.workspace, filter: filter)
    }
    guard let found, found.picture != nil else {
      window.destroy()
      return false
    }
    content = found
    return true
  }

  private func layOut() {
    guard let picture = content.only(printsPart ? part : nil).picture else { return }
    caption.text = tr("Drawing the preview…")
    printButton.isSensitive = false
    let choices = choices
    previewer.layOut { goesOn in
      try PrintedPages(picture, theme: choices.style.theme, setup: choices.setup, goesOn: goesOn)
    } done: { [weak self] result in
      guard let self else { return }
      switch result {
      case .success(let pages):
        self.pages = pages
        page = min(page, pages.count - 1)
        printButton.isSensitive = true
        printButton.grabFocus()
        draw()
      case .failure(let error): show(error)
      }
    }
  }

  private func turn(by step: Int) {
    guard let pages else { return }
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
    caption.text = place
    sheet.setDescription(place)
    previewer.draw(page, of: pages, within: Self.bounds) { [weak self] result in
      switch result {
      case .success(let png): self?.sheet.setTexture(try? Texture(data: png))
      case .failure(let error): self?.show(error)
      }
    }
  }

  private func show(_ error: any Error) {
    message.text = (error as? any LocalizedError)?.errorDescription ?? "\(error)"
    message.addClass("export-failure")
  }

  // MARK: Printing

  /// The operation that prints what the preview shows.
  func makeOperation() -> PrintOperation? {
    guard let pages else { return nil }
    let name = SuggestedFileName.make(of: content.title, pathExtension: "pdf")
    let operation = PrintOperation(
      content.title, file: String(name.dropLast(".pdf".count)),
      folder: session.workspace.url.deletingLastPathComponent().path,
      paperWidth: pages.paper.width, paperHeight: pages.paper.height)
    operation.pageCount = pages.count
    operation.onDraw { page, cairo in
      do {
        try pages.paint(page, on: cairo)
        return nil
      } catch {
        return (error as? any LocalizedError)?.errorDescription ?? "\(error)"
      }
    }
    return operation
  }

  private func print() {
    guard printButton.isSensitive, let operation = makeOperation() else { return }
    preferences.printing = choices
    message.removeClass("export-failure")
    message.text = ""
    printButton.isSensitive = false
    operation.run(over: window) { [weak self] outcome in
      guard let self else { return }
      printButton.isSensitive = true
      switch outcome {
      case .printed(let count):
        message.text = ntr("{count} page was sent.", "{count} pages were sent.", count)
      case .previewed, .cancelled: message.text = ""
      case .failed(let reason):
        message.text = tr("Nothing was printed: {reason}", ["reason": reason])
        message.addClass("export-failure")
      }
    }
  }
}
