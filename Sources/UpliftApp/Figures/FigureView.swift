import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// A figure on the screen, as wide and high as there is room. Arrows and Tab walk through what
/// stands in it, each thing is read aloud with its figures, and what the hand allows is dragged.
@MainActor final class FigureView: SceneCanvasDelegate {
  let view = CanvasView(bar: .elsewhere)
  var canvas: SceneCanvas { view.canvas }
  private let hand: (any FigureHand)?
  private let tooltip: PassingTooltip
  private let measuring = PangoTextMeasuring()
  private(set) var chart: (any Chart)?
  private var theme: Theme
  private var room = Size(0, 0)
  private var fitting: Timeout?
  private var opening: Timeout?
  /// What is read aloud; of that, what is about records.
  private var spoken: Set<ItemSubject> = []
  private var stops: Set<ItemSubject> = []
  /// No record stands in it.
  private(set) var isEmpty = false
  /// Somebody wants to go to what is selected.
  var onOpen: ((ItemSubject) -> Void)?
  /// It was drawn anew, maybe in another size.
  var onDrawn: (() -> Void)?
  var onSelected: (() -> Void)?

  init(theme: Theme, hand: (any FigureHand)? = nil) {
    self.hand = hand
    self.theme = theme
    tooltip = PassingTooltip(of: view.canvas)
    canvas.delegate = self
    canvas.bottomMargin = 0
    canvas.onSize = { [weak self] in self?.fit(to: $0) }
    hand?.onChange = { [weak self] in self?.draw() }
  }

  func show(_ chart: any Chart) {
    self.chart = chart
    hand?.take(chart)
    draw()
  }

  func setTheme(_ theme: Theme) {
    self.theme = theme
    draw()
  }

  /// After the size is given out: a scene must not change while it is.
  private func fit(to size: Size) {
    guard abs(size.width - room.width) >= 1 || abs(size.height - room.height) >= 1 else { return }
    room = size
    fitting = Timeout.after(milliseconds: 1) { [weak self] in self?.draw() }
  }

  /// As it is on the screen.
  var options: ChartOptions {
    ChartOptions(
      width: max(ChartOptions.leastWidth, min(room.width > 0 ? room.width : 900, 1400)),
      height: room.height > 0 ? min(room.height, 1000) : nil, showsTitle: false)
  }

  private func draw() {
    guard let chart, let measuring else { return }
    var scene =
      hand?.scene(measuring: measuring, theme: theme, options: options)
      ?? chart.scene(measuring: measuring, theme: theme, options: options)
    // Names of columns stand still; only those of a map's stages go along when it is scrolled.
    for index in scene.items.indices where scene.items[index].role == .stageHeader {
      scene.items[index].role = .stepHeader
    }
    spoken = Set(scene.items.lazy.filter(\.isReadAloud).compactMap(\.subject))
    stops = spoken.filter { !chart.references(of: $0).isEmpty }
    isEmpty = stops.isEmpty
    // In a table one goes from cell to cell, also to the empty ones.
    if stops.isEmpty || scene.items.contains(where: { $0.role == .cell }) { stops = spoken }
    canvas.accent = theme.accent
    canvas.scene = scene
    onDrawn?()
  }

  /// The records behind what is selected.
  var selected: [EntityReference] {
    guard let chart, let current = canvas.current, canvas.selection.contains(current) else {
      return []
    }
    return chart.references(of: current)
  }

  /// What is selected, in words.
  var selectedWords: String { canvas.words(of: canvas.current) ?? "" }

  // MARK: Canvas

  func canvasSelectionChanged(_ canvas: SceneCanvas) { onSelected?() }
  func canvas(_ canvas: SceneCanvas, isStop subject: ItemSubject) -> Bool {
    stops.contains(subject)
  }
  func canvas(_ canvas: SceneCanvas, isSpoken subject: ItemSubject) -> Bool {
    spoken.contains(subject)
  }
  func canvas(_ canvas: SceneCanvas, pointsAt subject: ItemSubject?) {
    tooltip.text = canvas.words(of: subject) ?? ""
  }

  func canvas(_ canvas: SceneCanvas, textToEditAt subject: ItemSubject) -> EditableText? {
    // After the click or key that asks for it: what it leads to may take this canvas away.
    opening = Timeout.after(milliseconds: 1) { [weak self] in self?.onOpen?(subject) }
    return nil
  }

  func canvas(_ canvas: SceneCanvas, commit text: String, for subject: ItemSubject) -> Bool {
    true
  }

  func canvas(
    _ canvas: SceneCanvas, endedEditing subject: ItemSubject, _ ending: EditEnding
  ) {}

  func canvas(_ canvas: SceneCanvas, dragFrom grip: CanvasGrip) -> (any CanvasDrag)? {
    hand?.drag(from: grip)
  }

  func canvas(_ canvas: SceneCanvas, cursorOver grip: CanvasGrip) -> String? {
    hand?.cursor(over: grip)
  }

  func canvas(_ canvas: SceneCanvas, pressed key: Key, _ modifiers: Modifiers) -> Bool {
    if hand?.pressed(key, modifiers, on: canvas.current) ?? false { return true }
    // A text that is typed begins nothing here.
    return key != .enter && key != .keypadEnter && key != .f2 && key.beginsText && key != .space
      && !modifiers.contains(.control) && !modifiers.contains(.alt)
  }

  func canvas(
    _ canvas: SceneCanvas, pressedWhileEditing key: Key, _ modifiers: Modifiers
  ) -> Bool { false }
}
