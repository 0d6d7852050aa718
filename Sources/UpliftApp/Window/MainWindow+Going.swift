import Foundation
import Gtk
import UpliftCore

/// Going to records, and back to where one was.
extension MainWindow {
  /// More are forgotten, the oldest first.
  private static let longestWay = 100

  private var visit: Visit? { page.map { Visit(place: $0.place, reference: $0.currentRecord) } }

  /// Remembers where somebody is, before they go elsewhere.
  func leaveTrace() {
    guard let visit, visit != back.last else { return }
    back.append(visit)
    if back.count > Self.longestWay { back.removeFirst() }
    forward = []
  }

  /// Goes to a record, wherever it is.
  func go(to reference: EntityReference) {
    guard let session else { return }
    if PlanRecordDialog.shows(reference.kind) {
      PlanRecordDialog.show(reference, over: self, session: session) { [weak self] in
        self?.go(to: $0)
      }
      return
    }
    goToPlace(of: reference)
  }

  /// Goes to the page on which a record is kept, and to the record there.
  func goToPlace(of reference: EntityReference) {
    guard let session else { return }
    let place = session.read { try session.workspace.place(of: reference) }
    guard let target = Place(showing: reference, in: place) else { return }
    go(to: target, reference)
  }

  func go(to place: Place, _ reference: EntityReference?) {
    guard let session else { return }
    leaveTrace()
    if page?.place != place { show(place, of: session) } else { page?.takeFocus() }
    if let reference { page?.reveal(reference) }
    arrival = reference == nil ? nil : visit
    refreshWay()
  }

  func goBack() { goAlong(from: \.back, to: \.forward) }
  func goForward() { goAlong(from: \.forward, to: \.back) }

  private func goAlong(
    from: ReferenceWritableKeyPath<MainWindow, [Visit]>,
    to: ReferenceWritableKeyPath<MainWindow, [Visit]>
  ) {
    guard let session else { return }
    let here = visit
    // What is gone, and where one is already, are no places to go to.
    while let next = self[keyPath: from].popLast() {
      guard session.outline.contains(next.place), next != here else { continue }
      if let here { self[keyPath: to].append(here) }
      if page?.place != next.place { show(next.place, of: session) } else { page?.takeFocus() }
      if let reference = next.reference, isThere(reference, session) { page?.reveal(reference) }
      arrival = visit
      break
    }
    refreshWay()
  }

  private func isThere(_ reference: EntityReference, _ session: Session) -> Bool {
    session.read { try session.workspace.record(reference) } != nil
  }

  /// The button that goes back, as it can be used now.
  func refreshWay() {
    backButton.isSensitive = !back.isEmpty
    backButton.tooltip =
      back.last.flatMap { title(of: $0.place) }.map { tr("Back to {title} (Alt+[)", ["title": $0]) }
      ?? tr("Back (Alt+[)")
  }

  func title(of place: Place) -> String? {
    guard let outline = session?.outline else { return nil }
    let title: String?
    switch place {
    case .journey(let id): title = outline.journeyMaps.first { $0.id == id }?.title
    case .group(let id): title = outline.groups.first { $0.id == id }?.title
    case .board(let id): title = outline.boards.first { $0.id == id }?.title
    default: title = pages[place]?.title
    }
    return title.flatMap { $0.isEmpty ? nil : "“\($0)”" }
  }

  /// Alt+← and Alt+→ right after one came to something, before anything was done there. Later they
  /// move what is selected.
  func addArrivalController() {
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, modifiers in
      guard let self, let arrival, arrival == visit else { return false }
      switch (key, modifiers) {
      case (.left, .alt), (.keypadLeft, .alt): goBack()
      case (.right, .alt), (.keypadRight, .alt): goForward()
      case (.leftAlt, _), (.rightAlt, _): return false
      default:
        self.arrival = nil
        return false
      }
      return true
    }
    addController(keys)
  }

  /// Alt and a number choose a view of the page, wherever the keyboard is in the window: before a
  /// picture, a field or a map takes them, and not while something lies over the window.
  func addViewController() {
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, modifiers in
      self?.chooseView(key, modifiers) ?? false
    }
    addController(keys)
  }

  /// - Returns: false when the key has another meaning, or there is no such view.
  func chooseView(_ key: Key, _ modifiers: Modifiers) -> Bool {
    guard modifiers == .alt, !hasFocusInPopover, let number = key.character?.wholeNumberValue
    else { return false }
    return page?.turn(to: number) ?? false
  }

  /// Alt+← and Alt+→ where nothing is there for them to move, and the pointer's own buttons.
  func addWayControllers() {
    let keys = Shortcuts()
    keys.add("<Alt>Left", action: "win.back")
    keys.add("<Alt>KP_Left", action: "win.back")
    keys.add("<Alt>Right", action: "win.forward")
    keys.add("<Alt>KP_Right", action: "win.forward")
    addController(keys)
    for (button, action) in [(PointerButton.back, "win.back"), (.forward, "win.forward")] {
      let click = ClickController(button: button)
      click.setPhase(.capture)
      click.onPressed { [weak self] _, _, _ in self?.activateAction(action) }
      addController(click)
    }
  }
}
