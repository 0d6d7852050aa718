import Foundation
import Gtk
import UpliftCore

/// The filters that the workspace keeps, for all its maps: to be chosen, renamed and deleted; and
/// the line that keeps another one.
@MainActor final class SavedFiltersList {
  let widget = Box(.vertical)
  /// A name and a button, for a filter that is to be kept.
  let naming: Box
  var onChosen: ((JourneyFilter) -> Void)?
  /// The filter that would be kept.
  var current: () -> JourneyFilter = { JourneyFilter() }

  private let session: Session
  private let rows = Box(.vertical)
  private let name = Entry()
  private let message = Label("", classes: ["field-error"])
  private var kept: [AnyObject] = []
  private var renaming: Entry?

  init(_ session: Session) {
    self.session = session
    let save = Button(label: tr("Save"))
    name.setPlaceholder(tr("Name, to use it again"))
    name.setAccessibleLabel(tr("Save this filter as"))
    name.expandsHorizontally = true
    naming = Box(.horizontal, spacing: 6, [name, save])
    naming.setMargins(top: 4)
    let heading = Label(tr("Saved filters"), classes: ["field-label"])
    heading.alignment = 0
    message.alignment = 0
    message.wraps = true
    message.isVisible = false
    widget.append(heading)
    widget.append(rows)
    widget.append(message)
    save.onClicked { [weak self] in self?.save() }
    name.onActivate { [weak self] in self?.save() }
  }

  private func save() {
    guard session.perform(session.outline.savedFilters.saving(current(), as: name.text)) else {
      return
    }
    name.text = ""
    rebuild()
  }

  func rebuild() {
    let filters = session.outline.savedFilters
    widget.isVisible = !filters.isEmpty
    message.isVisible = false
    rows.removeAll()
    kept = []
    for filter in filters { rows.append(row(filter)) }
  }

  private func row(_ filter: SavedFilter) -> Widget {
    let title = Label(filter.title)
    title.alignment = 0
    title.setEllipsis(.end)
    let choose = Button(child: title)
    choose.hasFrame = false
    choose.addClass("link-row")
    choose.expandsHorizontally = true
    choose.setAccessibleLabel(tr("Use the filter “{title}”", ["title": filter.title]))
    choose.onClicked { [weak self] in self?.choose(filter) }
    let line = Box(.horizontal, [choose])
    guard !session.isReadOnly else { return line }
    let rename = PageParts.small(
      "document-edit-symbolic", tr("Rename the filter “{title}”", ["title": filter.title])
    ) { [weak self, weak line] in
      guard let self, let line else { return }
      edit(filter, in: line)
    }
    let delete = PageParts.small(
      "user-trash-symbolic", tr("Delete the filter “{title}”", ["title": filter.title])
    ) { [weak self] in
      self?.session.perform(Edit.deleting([filter.reference]))
      self?.rebuild()
    }
    line.append(rename)
    line.append(delete)
    kept.append(line)
    return line
  }

  private func choose(_ filter: SavedFilter) {
    guard let wanted = JourneyFilter(definition: filter.definition) else {
      message.text = tr(
        "“{title}” cannot be read. Delete it and save it again.", ["title": filter.title])
      message.isVisible = true
      return
    }
    message.isVisible = false
    onChosen?(wanted)
  }

  private func edit(_ filter: SavedFilter, in line: Box) {
    line.removeAll()
    let entry = Entry(filter.title)
    entry.expandsHorizontally = true
    entry.setAccessibleLabel(tr("Name of the filter"))
    renaming = entry
    entry.onActivate { [weak self] in self?.finishRenaming(filter.id, isKept: true) }
    let keys = KeyController()
    keys.setPhase(.capture)
    keys.onPressed { [weak self] key, _ in
      guard key == .escape else { return false }
      self?.finishRenaming(filter.id, isKept: false)
      return true
    }
    entry.addController(keys)
    line.append(entry)
    entry.grabFocus()
    entry.selectAll()
  }

  private func finishRenaming(_ id: UUID, isKept: Bool) {
    if isKept, let renaming {
      session.perform(session.outline.savedFilters.renaming(id, to: renaming.text))
    }
    renaming = nil
    rebuild()
  }
}
