import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A picture of what is worked out of records, as wide as there is room. What stands in it leads to
/// its record; each thing is read aloud with its figures.
@MainActor final class FigurePage: Page {
  let place: Place
  var title: String { figure.title }
  private let session: Session
  private let figure: PlanFigure
  private let view = ReadOnlyCanvas()
  private let frame: Overlay
  private let list = Box(.vertical, spacing: 4)
  private let words: ScrolledWindow
  private let measuring = PangoTextMeasuring()
  private var theme: Theme
  private var chart: (any Chart)?
  private var width = 0.0
  private var say: ((String) -> Void)?

  init(
    _ session: Session, _ place: Place, _ figure: PlanFigure, isDark: Bool,
    go: @escaping (EntityReference) -> Void
  ) {
    self.session = session
    self.place = place
    self.figure = figure
    theme = isDark ? .dark : .light
    frame = Overlay(view.view.widget)
    words = ScrolledWindow(list)
    words.setPolicy(horizontal: .never, vertical: .automatic)
    list.setMargins(top: 14, bottom: 14, start: 14, end: 14)
    frame.addClass("canvas-frame")
    frame.expandsVertically = true
    view.onOpen = { subject in
      if case .record(let reference) = subject { go(reference) }
    }
    view.canvas.onSize = { [weak self] in self?.fit(to: $0.width) }
    read()
  }

  fileprivate func read() {
    guard let contents = session.read({ try session.workspace.contents(of: figure.kinds) }) else {
      return
    }
    chart = figure.chart(contents, today: CalendarDay(Date()))
    draw()
  }

  /// After the size is given out: a scene must not change while it is.
  private func fit(to width: Double) {
    guard abs(width - self.width) >= 1 else { return }
    self.width = width
    fitting = Timeout.after(milliseconds: 1) { [weak self] in self?.draw() }
  }

  private var fitting: Timeout?

  private var options: ChartOptions {
    ChartOptions(
      width: max(ChartOptions.leastWidth, min(width > 0 ? width : 900, 1400)), showsTitle: false)
  }

  private func draw() {
    guard let chart, let measuring else { return }
    fillList(chart.table)
    view.show(
      chart.scene(measuring: measuring, theme: theme, options: options), accent: theme.accent)
  }

  /// The same as a table, in words.
  private func fillList(_ table: TextDocument.Grid) {
    list.removeAll()
    let heading = Label(table.columns.first?.title ?? "", classes: ["inspector-heading"])
    heading.alignment = 0
    heading.wraps = true
    if !heading.text.isEmpty { list.append(heading) }
    for row in table.rows {
      let name = Label(row.first ?? "", classes: ["figure-name"])
      name.alignment = 0
      name.wraps = true
      list.append(name)
      let values = zip(table.columns, row).dropFirst().filter { !$0.1.isEmpty }.map {
        column, text in
        column.title.isEmpty
          ? text : tr("{column}: {value}", ["column": column.title, "value": text])
      }
      if !values.isEmpty { list.append(PageParts.dim(values.joined(separator: " · "))) }
    }
  }

  var widget: Widget { frame }
  var inspector: Widget? { words }

  func connect(say: @escaping (String) -> Void) { self.say = say }

  func follow(_ change: WorkspaceChange) -> Bool {
    if change.isWholesale || change.touches(figure.kinds) { read() }
    return true
  }

  func copyPicture() {
    guard let chart else { return }
    let options = options
    let offer = ClipboardOffer.picture { .chart(chart, options) }
    Clipboard.standard?.offer(offer.types, offer.make)
    say?(tr("All of it is on the clipboard as a picture."))
  }

  func takeFocus() { view.canvas.grabFocus() }
  func reveal(_ reference: EntityReference) { view.canvas.select(.record(reference)) }

  func appearanceChanged(isDark: Bool) {
    theme = isDark ? .dark : .light
    draw()
  }
}

extension FigurePage: RegisterPageExtra {
  func refresh() { read() }
}
