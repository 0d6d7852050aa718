import Foundation
import Gtk
import UpliftCore

/// What somebody wants to see of a map, to be chosen by the click.
@MainActor final class FilterForm {
  let widget = Box(.vertical, spacing: 8)
  var close: (() -> Void)?

  private let controller: JourneyCanvasController
  private let field = SearchEntry()
  private let sections = Box(.vertical, spacing: 2)
  private let scroller = ScrolledWindow()
  private let saved: SavedFiltersList
  private let count = Label("", classes: ["dim"])
  private let clear = Button(label: tr("Clear"))
  private let manageTags = Button(label: tr("Edit tags…"))
  private var chips: [FilterSection] = []
  private var isShowing = false

  private static let width = 320

  init(_ controller: JourneyCanvasController) {
    self.controller = controller
    saved = SavedFiltersList(controller.session)
    field.setPlaceholder(tr("Words of a card"))
    field.setAccessibleLabel(tr("Words of a card"))
    field.onSearch { [weak self] in
      guard let self, !isShowing else { return }
      change { $0.text = self.field.text }
    }
    field.onStop { [weak self] in self?.close?() }
    field.onActivate { [weak self] in
      guard let self else { return }
      change { $0.text = self.field.text }
      close?()
      controller.goToMatch(backwards: false)
      controller.canvas.grabFocus()
    }
    manageTags.hasFrame = false
    manageTags.addClass("link-button")
    manageTags.horizontalAlignment = .start
    manageTags.onClicked { [weak self] in
      self?.close?()
      self?.controller.canvas.activateAction("win.tags")
    }
    let body = Box(.vertical, spacing: 8, [saved.widget, sections, manageTags])
    scroller.setChild(body)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.overlaysBars = false
    scroller.setPropagatesNaturalSize(width: false, height: true)
    count.alignment = 0
    count.expandsHorizontally = true
    clear.onClicked { [weak self] in
      self?.controller.setFilter(JourneyFilter())
      self?.field.grabFocus()
    }
    widget.append(field)
    widget.append(scroller)
    widget.append(saved.naming)
    widget.append(Box(.horizontal, spacing: 8, [count, clear]))
    widget.setSizeRequest(width: Self.width)
    saved.onChosen = { [weak self] in self?.apply($0) }
    saved.current = { [weak controller] in controller?.focus.filter ?? JourneyFilter() }
  }

  /// Pixels over and under the sections: the field, the filter's name, the count, the popover's
  /// edges.
  private static let roomAround = 184
  /// Pixels in which the sections of most maps stand.
  private static let roomForAll = 440

  /// The popover is on the screen.
  func opened() {
    // All of the sections, or as much of them as the map leaves room for.
    scroller.setContentSize(
      minimumHeight: 120,
      maximumHeight: min(Self.roomForAll, max(160, controller.canvas.height - Self.roomAround)))
    rebuild()
    show()
    scroller.verticalAdjustment.value = 0
    field.grabFocus()
  }

  private func change(_ change: (inout JourneyFilter) -> Void) {
    var filter = controller.focus.filter
    change(&filter)
    controller.setFilter(filter)
  }

  private func apply(_ filter: JourneyFilter) {
    let contents = controller.contents
    controller.setFilter(
      filter.keeping(
        personas: contents.personas, departments: contents.departments,
        tags: contents.extras.tags, channels: contents.extras.channels))
  }

  // MARK: Sections

  private func rebuild() {
    let contents = controller.contents
    let kinds = Set(contents.lanes.map(\.laneKind).filter(\.holdsCards))
      .union(contents.cards.values.compactMap(\.cardKind))
    chips = []
    add(
      tr("Evidence"), EvidenceLevel.allCases.map { ($0, Words.name($0)) }, \.evidence)
    add(
      tr("Kind"),
      Lane.Kind.ofCards.filter(kinds.contains).map { ($0, Words.oneCard($0)) }, \.kinds)
    add(tr("Tags"), contents.extras.tags.map { ($0.id, $0.name) }, \.tags)
    add(tr("Departments"), contents.departments.map { ($0.id, $0.name) }, \.departments)
    add(tr("Channels"), contents.extras.channels.map { ($0.id, $0.name) }, \.channels)
    add(tr("Personas"), contents.personas.map { ($0.id, Words.name($0)) }, \.personas)
    sections.removeAll()
    for section in chips { sections.append(section.widget) }
    manageTags.isVisible = !controller.session.isReadOnly
    saved.rebuild()
  }

  private func add<Value: Hashable>(
    _ title: String, _ choices: [(Value, String)],
    _ field: WritableKeyPath<JourneyFilter, Set<Value>>
  ) {
    guard !choices.isEmpty else { return }
    chips.append(
      FilterSection(
        title, choices.map(\.1),
        isChosen: { [weak controller] index in
          controller?.focus.filter[keyPath: field].contains(choices[index].0) ?? false
        },
        choose: { [weak self] index, isOn in
          self?.change { filter in
            if isOn {
              filter[keyPath: field].insert(choices[index].0)
            } else {
              filter[keyPath: field].remove(choices[index].0)
            }
          }
        }))
  }

  /// The filter as it is now.
  func show() {
    guard widget.isMapped else { return }
    isShowing = true
    let filter = controller.focus.filter
    if field.text != filter.text { field.text = filter.text }
    for section in chips { section.show() }
    isShowing = false
    clear.isSensitive = !filter.isEmpty
    saved.naming.isVisible = !filter.isEmpty && !controller.session.isReadOnly
    if let match = controller.focus.match {
      count.text = ntr(
        "{matches} of {count} card", "{matches} of {count} cards", match.cardCount,
        ["matches": match.cards.count])
    } else {
      count.text = tr("Everything is shown")
    }
  }
}
