import Foundation
import Gtk
import UpliftCore

/// What a workspace holds of a person: other words that may name them, to be chosen, and every place,
/// each of which can be looked at.
@MainActor final class ErasureView {
  let widget = Box(.vertical, spacing: 8)
  /// Other forms were chosen.
  var onForms: () -> Void = {}
  private(set) var chosenForms: [String] = []
  /// What is listed, in words.
  private(set) var lines: [String] = []

  private let go: (EntityReference) -> Void
  private let summary = Label("")
  private let forms = FlowBox(rowSpacing: 2, columnSpacing: 12)
  private let formsTitle = Label(
    tr("Also erase these, if they mean the person"), classes: ["field-label"])
  private let list = ListBox()
  private var references: [EntityReference] = []

  /// More places are only counted.
  private static let most = 2_000
  private static let mostForms = 16

  init(go: @escaping (EntityReference) -> Void) {
    self.go = go
    summary.wraps = true
    summary.alignment = 0
    summary.setAccessibleRole(.status)
    formsTitle.alignment = 0
    formsTitle.isVisible = false
    forms.setChildrenPerLine(minimum: 1, maximum: 6)
    list.setSelection(.single)
    list.activatesOnSingleClick = false
    list.setAccessibleLabel(tr("Places that name the person"))
    list.addClass("history")
    list.onRowActivated { [weak self] place in
      guard let self, references.indices.contains(place) else { return }
      go(references[place])
    }
    let scroller = ScrolledWindow(list)
    scroller.setPolicy(horizontal: .never, vertical: .automatic)
    scroller.expandsVertically = true
    scroller.addClass("field-box")
    for child in [summary, formsTitle, forms, scroller] as [Widget] { widget.append(child) }
    widget.expandsHorizontally = true
  }

  func forgetForms() { chosenForms = [] }

  func showNobody() {
    summary.text = tr(
      "Choose or write a name. All places that name the person are listed here before anything is erased."
    )
    fill([], nil)
    showForms([])
  }

  /// What was found before is another's, or not true any more.
  func showLooking(for person: PersonName) {
    summary.text = tr("Looking for {name}…", ["name": person.text.isolated])
    fill([], nil)
    showForms([])
  }

  func show(_ error: any Error) {
    summary.text = String(describing: error)
    fill([], nil)
  }

  func show(_ erasure: Erasure, of person: PersonName?) {
    let hint =
      erasure.places.isEmpty ? "" : " " + tr("Double-click or Enter shows a place.")
    summary.text =
      erasure.isEmpty
      ? tr(
        "Nothing in this workspace names the person. Its free pages may still, if records were deleted earlier: erasing overwrites them."
      )
      : erasure.summary.joined(separator: " ") + hint
    showForms(erasure.possible)
    fill(erasure.places, person)
  }

  func showDone(_ erasure: Erasure, of person: PersonName) {
    summary.text = (erasure.summary + Erasure.reminders).joined(separator: " ")
    showForms([])
    fill(
      erasure.places.map { place in
        var place = place
        place.excerpt = ""
        place.record =
          person.isAll(of: place.record)
          ? "" : person.erased(from: place.record) ?? place.record
        return place
      }, nil)
  }

  /// Their closures know them only weakly.
  private var checks: [CheckButton] = []

  private func showForms(_ possible: [PossibleForms.Form]) {
    forms.removeAll()
    checks = []
    let others = possible.filter { !chosenForms.contains($0.text) }
    let offered =
      chosenForms.map { PossibleForms.Form(text: $0, count: 0) } + others.prefix(Self.mostForms)
    formsTitle.isVisible = !offered.isEmpty
    forms.isVisible = !offered.isEmpty
    for form in offered {
      let isChosen = chosenForms.contains(form.text)
      let label =
        isChosen
        ? form.text.isolated
        : tr("{word} ({count})", ["word": form.text.isolated, "count": form.count])
      let check = CheckButton(label: label)
      check.isActive = isChosen
      check.onToggled { [weak self, weak check] in
        guard let self, let check else { return }
        chosenForms.removeAll { $0 == form.text }
        if check.isActive { chosenForms.append(form.text) }
        onForms()
      }
      checks.append(check)
      forms.appendControl(check)
    }
    guard others.count > Self.mostForms else { return }
    let more = others.dropFirst(Self.mostForms)
    forms.append(
      Label(
        ntr("… and {count} more.", "… and {count} more.", more.count), classes: ["dim"]))
  }

  private func fill(_ places: [ErasurePlace], _ person: PersonName?) {
    list.removeAll()
    references = []
    lines = []
    for place in places.prefix(Self.most) { append(place) }
    guard places.count > Self.most else { return }
    let more = Label(
      ntr("… and {count} more.", "… and {count} more.", places.count - Self.most))
    let row = ListBoxRow(more)
    row.addClass("history-row")
    list.append(row)
  }

  private func append(_ place: ErasurePlace) {
    let title = Label(
      [place.title, place.record.isEmpty ? "" : "“\(place.record)”".isolated]
        .filter { !$0.isEmpty }.joined(separator: " "))
    title.alignment = 0
    title.setEllipsis(.end)
    title.expandsHorizontally = true
    let action = Label(
      place.count > 1 ? "\(place.action.title) (\(place.count) ×)" : place.action.title,
      classes: ["chip"])
    let content = Box(.vertical, spacing: 2, [Box(.horizontal, spacing: 12, [title, action])])
    if !place.excerpt.isEmpty {
      let excerpt = Label(place.excerpt.isolated, classes: ["dim"])
      excerpt.alignment = 0
      excerpt.setEllipsis(.end)
      content.append(excerpt)
    }
    let row = ListBoxRow(content)
    row.addClass("history-row")
    let line = [title.text, place.action.title, place.excerpt].filter { !$0.isEmpty }
      .joined(separator: ", ")
    row.setAccessibleLabel(line)
    lines.append(line)
    references.append(place.reference)
    list.append(row)
  }
}
