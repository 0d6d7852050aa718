import Foundation
import Gtk
import UpliftCore

/// The Compare button, and what stands in its menu.
extension MainWindow {
  func addComparing() {
    compareButton.beforeOpening { [weak self] in
      guard let self else { return }
      compareButton.setMenu(menuOfCounterparts())
    }
    compareButton.addClass("text-button")
    compareButton.isVisible = false
    addTextAction("compare") { [weak self] in self?.compare(with: $0) }
    addAction("compare-counterpart") { [weak self] in self?.compareWithCounterpart() }
    addAction("make-future") { [weak self] in self?.makeFuture() }
  }

  private var mapID: UUID? {
    guard case .journey(let id) = page?.place else { return nil }
    return id
  }

  func refreshComparing() {
    compareButton.isVisible = session != nil && mapID != nil && hasRoomForButtons
  }

  /// The maps that the one which is open can be compared with.
  func menuOfCounterparts() -> Menu {
    let menu = Menu()
    guard let session, let mapID else { return menu }
    let (related, others) = session.outline.counterparts(of: mapID)
    func section(_ maps: [JourneyMap]) -> Menu {
      let section = Menu()
      for map in maps {
        section.append(
          map.title.isEmpty ? tr("Untitled map") : map.title, action: "win.compare",
          value: map.id.uuidString)
      }
      return section
    }
    if !related.isEmpty {
      menu.append(section: section(related), title: tr("Current and future"))
    }
    if !others.isEmpty { menu.append(section: section(others), title: tr("Other maps")) }
    if !session.isReadOnly {
      menu.append(
        section: Menu().append(tr("Make future map"), action: "win.make-future"))
    }
    return menu
  }

  private func compare(with text: String) {
    guard let session, let mapID, let other = UUID(uuidString: text) else { return }
    let (old, new) = session.outline.ordered(mapID, other)
    open(.comparison(MapVersion(old), MapVersion(new)))
  }

  /// Ctrl+Shift+D: with the map's future or current state; where there is none, one chooses. In a
  /// register the same key duplicates rows.
  private func compareWithCounterpart() {
    if page?.duplicateRows() == true { return }
    guard let session, let mapID else { return say(tr("Open a journey map to compare it.")) }
    let (related, others) = session.outline.counterparts(of: mapID)
    if let counterpart = related.first {
      compare(with: counterpart.id.uuidString)
    } else if others.isEmpty {
      say(tr("There is no other map to compare this one with. Make a future map first."))
    } else if compareButton.isVisible {
      compareButton.popUp()
    } else {
      say(tr("Choose the other map under Compare in the menu (F10)."))
    }
  }

  private func makeFuture() {
    guard let session, let mapID else { return }
    page?.endTyping()
    session.makeFutureMap(of: mapID) { [weak self] future in
      guard let self else { return }
      open(.journey(future))
      sayDone(tr("This is the future map. Compare shows what is different from today."))
    }
  }

  /// The map or board that is open.
  var lastMapOrBoard: EntityReference? {
    switch page?.place {
    case .journey(let id): EntityReference(.journeyMap, id)
    case .board(let id): EntityReference(.board, id)
    default: nil
    }
  }

  /// Back to where one looked at an older version from.
  func leavePast() {
    if back.isEmpty { open(.overview) } else { goBack() }
  }

  /// Back to where the comparison was asked for, else to its newer map.
  func leaveComparison(_ new: MapVersion) {
    if back.isEmpty { open(.journey(new.mapID)) } else { goBack() }
  }
}
