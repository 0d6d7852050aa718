import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// What is different between two maps, or two versions of one: as a list, on one map, or side by
/// side. It follows what happens to either.
@MainActor final class ComparisonPage: Page {
  enum Way: Int, CaseIterable {
    case list, overlay, sides

    var title: String {
      switch self {
      case .list: tr("List")
      case .overlay: tr("Overlay")
      case .sides: tr("Side by side")
      }
    }
  }

  let old: MapVersion
  let new: MapVersion
  let widget: Widget
  let bars: [Widget]
  var place: Place { .comparison(old, new) }

  private let session: Session
  private let go: (EntityReference) -> Void
  private let leave: () -> Void
  private(set) var comparison: JourneyComparison
  private var theme: Theme
  private let measuring = PangoTextMeasuring()
  private let ways: SegmentedEditor<Way>
  let filter = ComparisonFilterBar()
  let list = ComparisonList()
  let overlay = ReadOnlyCanvas()
  let sides = ComparisonSides()
  private let stack = Stack()
  private(set) var way: Way
  private var isStale = Set(Way.allCases)
  private var reading: Timeout?
  /// The number of differences is another one.
  var onChanged: (() -> Void)?

  /// The way that was chosen last, for the next comparison.
  private static var lastWay = Way.overlay

  /// Nil when one of the maps is not there.
  ///
  /// - Parameter known: what was read beforehand; nil to read it now.
  init?(
    _ session: Session, _ old: MapVersion, _ new: MapVersion, known: JourneyComparison? = nil,
    isDark: Bool, go: @escaping (EntityReference) -> Void, leave: @escaping () -> Void
  ) {
    let found =
      known ?? session.read { try session.workspace.comparison(from: old, to: new) }
    guard let comparison = found else { return nil }
    self.session = session
    self.old = old
    self.new = new
    self.comparison = comparison
    self.go = go
    self.leave = leave
    theme = isDark ? .dark : .light
    way = Self.lastWay
    var choose: (Way) -> Void = { _ in }
    ways = SegmentedEditor(Way.allCases.map { ($0, $0.title) }) { choose($0) }
    let back = Button(icon: "go-previous-symbolic", name: tr("Back (Escape)"))
    back.onClicked(leave)
    ways.setName(tr("How differences are shown"))
    ways.widget.verticalAlignment = .center
    ways.widget.expandsHorizontally = false
    let filters = ScrolledWindow(filter.widget)
    filters.setPolicy(horizontal: .automatic, vertical: .never)
    filters.expandsHorizontally = true
    filters.setPropagatesNaturalSize(width: false, height: true)
    let bar = Box(.horizontal, spacing: 10, [back, ways.widget, filters])
    bar.addClass("comparison-bar")
    bars = [bar]
    ways.widget.tooltip = tr("Alt+1, Alt+2, Alt+3")
    widget = Box(.vertical, [bar, stack])
    stack.expandsVertically = true
    stack.expandsHorizontally = true
    let frame = Overlay(overlay.view.widget)
    frame.addClass("canvas-frame")
    stack.add(list.widget, name: "list")
    stack.add(frame, name: "overlay")
    stack.add(sides.widget, name: "sides")
    choose = { [weak self] in self?.show($0) }
    filter.onChange = { [weak self] in self?.changed() }
    list.onOpen = { [weak self] in self?.open($0) }
    for canvas in [overlay, sides.older, sides.newer] {
      canvas.onOpen = { [weak self] in self?.open($0) }
    }
    addKeys()
    ways.show(way)
    show(way)
  }

  private func addKeys() {
    let keys = KeyController()
    keys.onPressed { [weak self] key, modifiers in
      guard let self else { return false }
      if key == .escape, modifiers.isEmpty {
        leave()
        return true
      }
      return false
    }
    widget.addController(keys)
  }

  func turn(to number: Int) -> Bool {
    guard let way = Way(rawValue: number - 1) else { return false }
    show(way)
    takeFocus()
    return true
  }

  // MARK: Page

  var title: String {
    old.sequence != nil && old.mapID == new.mapID
      ? tr("{title}: then and now", ["title": comparison.new.map.title]) : comparison.title
  }
  var subtitle: String { ComparisonWords.count(comparison.differences.count) }

  var exportSubject: ExportSubject? { .comparison(old, new, filter.shown) }

  func takeFocus() {
    switch way {
    case .list: list.takeFocus()
    case .overlay: overlay.canvas.grabFocus()
    case .sides: sides.newer.canvas.grabFocus()
    }
  }

  func reveal(_ reference: EntityReference) {
    if way == .list { show(.overlay) }
    let canvas = way == .overlay ? overlay.canvas : sides.newer.canvas
    canvas.select(.record(reference))
    canvas.reveal(.record(reference))
  }

  /// Read again a moment after the last change: both maps may be large.
  func follow(_ change: WorkspaceChange) -> Bool {
    reading = Timeout.after(milliseconds: 120) { [weak self] in self?.readAgain() }
    return true
  }

  private func readAgain() {
    reading = nil
    let found = session.read {
      try session.workspace.refreshed(comparison, from: old, to: new)
    }
    guard let found else { return }
    guard found != comparison else { return }
    comparison = found
    changed()
    onChanged?()
  }

  func appearanceChanged(isDark: Bool) {
    theme = isDark ? .dark : .light
    changed()
  }

  // MARK: Showing

  func show(_ way: Way) {
    self.way = way
    Self.lastWay = way
    ways.show(way)
    refresh()
    switch way {
    case .list: stack.show(list.widget)
    case .overlay: stack.visibleName = "overlay"
    case .sides: stack.show(sides.widget)
    }
  }

  private func changed() {
    isStale = Set(Way.allCases)
    refresh()
  }

  private func refresh() {
    filter.show(comparison.counts)
    guard isStale.remove(way) != nil, let measuring else { return }
    switch way {
    case .list:
      list.show(
        comparison.differences.filter { filter.shown.contains($0.sort) },
        hint: comparison.differences.isEmpty
          ? tr("There are no differences. What is changed on either map will be listed here.")
          : tr("No difference of the sorts that are chosen above."))
    case .overlay:
      overlay.show(
        ComparisonLayout.scene(
          for: comparison, shown: filter.shown, measuring: measuring, theme: theme),
        accent: theme.accent)
    case .sides:
      sides.show(
        comparison, titles: (title(of: old, comparison.old), title(of: new, comparison.new)),
        shown: filter.shown, measuring: measuring, theme: theme)
    }
  }

  private func title(of version: MapVersion, _ journey: JourneyContents) -> String {
    let state = JourneyWords.name(of: journey.map.state)
    let when = version.sequence == nil ? state : tr("as it was")
    return [journey.map.title, when].joined(separator: " · ")
  }

  // MARK: Going

  private func open(_ difference: Difference) {
    // What is not there any more is shown where it was.
    let isInOld = difference.newID == nil
    guard let subject = difference.subject else { return }
    if (isInOld ? old : new).sequence == nil {
      go(subject)
    } else {
      show(.overlay)
      reveal(subject)
      overlay.canvas.grabFocus()
    }
  }

  private func open(_ subject: ItemSubject) {
    let reference: EntityReference? =
      switch subject {
      case .record(let reference): reference
      case .emotion(let step, _): step
      default: nil
      }
    guard let reference else { return }
    let isInNew =
      comparison.oldID(of: reference.id) != nil || comparison.newID(of: reference.id) == nil
    guard (isInNew ? new : old).sequence == nil else { return }
    go(reference)
  }
}
