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
    frame.addClass("canvas-frame")
    frame.expandsVertically = true
    view.onOpen = { subject in
      if case .record(let reference) = subject { go(reference) }
    }
    view.canvas.onSize = { [weak self] in self?.fit(to: $0.width) }
    read()
  }

  private func read() {
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
    ChartOptions(width: max(ChartOptions.leastWidth, min(width > 0 ? width : 900, 1400)))
  }

  private func draw() {
    guard let chart, let measuring else { return }
    view.show(
      chart.scene(measuring: measuring, theme: theme, options: options), accent: theme.accent)
  }

  var widget: Widget { frame }

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
