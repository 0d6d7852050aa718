import Foundation
import Gtk
import UpliftCore

/// A search among the steps of all journeys: type a word of a step, stage or map, pick one.
@MainActor final class StepPicker {
  private let box = Box(.vertical, spacing: 8)
  var widget: Widget { box }
  var onChosen: ((StepPlace) -> Void)?
  /// Escape was pressed in the search.
  var onStop: (() -> Void)?

  private let session: Session
  private let field = SearchEntry()
  private let list = ListBox()
  private let nothing = Label("", classes: ["dim"])
  private var all: [StepPlace] = []
  private var shown: [StepPlace] = []
  private var preferred: UUID?

  private static let width = 320
  private static let mostShown = 60

  init(_ session: Session) {
    self.session = session
    field.setPlaceholder(tr("Search for a step, stage or map"))
    field.setAccessibleLabel(tr("Search for a step, stage or map"))
    list.setAccessibleLabel(tr("Steps"))
    list.setSelection(.single)
    list.activatesOnSingleClick = true
    nothing.wraps = true
    nothing.setWidthInCharacters(maximum: 30)
    nothing.setMargins(8)
    list.setPlaceholder(nothing)
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.setContentSize(minimumHeight: 180, maximumHeight: 320)
    scroller.setPropagatesNaturalSize(width: false, height: true)
    scroller.expandsVertically = true
    box.append(field)
    box.append(scroller)
    box.setSizeRequest(width: Self.width)
    field.onSearch { [weak self] in self?.search() }
    field.onActivate { [weak self] in
      guard let self else { return }
      choose(list.selectedIndex ?? 0)
    }
    field.onStop { [weak self] in self?.onStop?() }
    list.onRowActivated { [weak self] in self?.choose($0) }
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, _ in
      guard let self, key == .down else { return false }
      return list.row(at: list.selectedIndex ?? 0)?.grabFocus() ?? false
    }
    field.addController(keys)
  }

  /// Reads the steps anew.
  ///
  /// - Parameter preferred: stands first, and is what Enter takes.
  func begin(preferred: UUID? = nil) {
    self.preferred = preferred
    all = session.read { try session.workspace.stepPlaces() } ?? []
    if let preferred, let index = all.firstIndex(where: { $0.stepID == preferred }) {
      all.insert(all.remove(at: index), at: 0)
    }
    field.text = ""
    search()
    field.grabFocus()
  }

  private func search() {
    let words = field.text.split(whereSeparator: \.isWhitespace)
    shown = Array(
      all.lazy.filter { place in
        words.allSatisfy { word in
          [place.step, place.stage, place.map].contains {
            $0.range(of: word, options: [.caseInsensitive, .diacriticInsensitive]) != nil
          }
        }
      }.prefix(Self.mostShown))
    list.removeAll()
    nothing.text =
      all.isEmpty ? tr("There is no journey map yet. Add one first.") : tr("Nothing found")
    for place in shown {
      let title = Label(place.step.isEmpty ? tr("Without a text") : place.step)
      title.alignment = 0
      title.setEllipsis(.end)
      let detailText = [place.stage, place.map].filter { !$0.isEmpty }.joined(separator: " · ")
      let detail = Label(detailText, classes: ["search-place"])
      detail.alignment = 0
      detail.setEllipsis(.end)
      let row = ListBoxRow(Box(.vertical, [title, detail]))
      row.addClass("search-hit")
      row.tooltip = [place.step, detailText].joined(separator: " · ")
      row.setAccessibleLabel(tr("{title}, {detail}", ["title": place.step, "detail": detailText]))
      list.append(row)
    }
    list.selectedIndex = shown.isEmpty ? nil : 0
  }

  private func choose(_ index: Int) {
    guard shown.indices.contains(index) else { return }
    onChosen?(shown[index])
  }
}

/// A button that opens the search.
@MainActor final class StepButton {
  let button: MenuButton
  private let picker: StepPicker
  private let popover = Popover()
  /// What stands first.
  var preferred: () -> UUID? = { nil }
  var onChosen: ((StepPlace) -> Void)?

  init(_ session: Session, label: String) {
    picker = StepPicker(session)
    button = MenuButton(label: label)
    button.hasFrame = false
    button.addClass("add-link")
    button.horizontalAlignment = .start
    button.isSensitive = !session.isReadOnly
    popover.setChild(picker.widget)
    popover.addClass("search-popover")
    button.setPopover(popover)
    popover.onMap { [weak self] in
      guard let self else { return }
      picker.begin(preferred: preferred())
    }
    picker.onStop = { [weak self] in self?.popover.popDown() }
    picker.onChosen = { [weak self] place in
      self?.popover.popDown()
      self?.onChosen?(place)
    }
  }
}

/// Asks at which step of which journey something is to stand.
@MainActor final class StepDialog: Dialog {
  private let picker: StepPicker

  static func show(
    _ title: String, addsCard: Bool = false, over parent: Window, session: Session,
    preferred: UUID?, choose: @escaping (StepPlace) -> Void
  ) {
    let dialog = StepDialog(title, addsCard: addsCard, over: parent, session: session)
    dialog.picker.onStop = { [weak dialog] in dialog?.window.close() }
    dialog.picker.onChosen = { [weak dialog] place in
      dialog?.window.close()
      choose(place)
    }
    dialog.present()
    dialog.picker.begin(preferred: preferred)
  }

  private init(_ title: String, addsCard: Bool, over parent: Window, session: Session) {
    picker = StepPicker(session)
    super.init(title, over: parent, width: 460, height: 460)
    let question = Label(
      addsCard ? tr("At which step of a journey?") : tr("Which step of a journey is it about?"))
    question.alignment = 0
    question.wraps = true
    let hint = Label(
      addsCard
        ? tr("Enter takes the step that is marked. A lane that the map lacks is added.")
        : tr("Enter takes the step that is marked."),
      classes: ["dim"])
    hint.alignment = 0
    hint.wraps = true
    let box = Box(.vertical, spacing: 10, [question, picker.widget, hint])
    picker.widget.expandsVertically = true
    box.setMargins(16)
    window.setChild(box)
  }
}
