import Foundation
import Gtk
import UpliftCore

/// What a group is warned of, each with its rule; a warning can be put aside with a reason, and
/// taken back.
@MainActor final class WarningsView {
  private let session: Session
  private let box = Box(.vertical, spacing: 8)
  var widget: Widget { box }
  private let standing = Box(.vertical, spacing: 8)
  private let toggle = ToggleButton(label: "")
  private let title = Label("", classes: ["dim"])
  private let arrow = Image(icon: "pan-end-symbolic")
  private let putAside = Box(.vertical, spacing: 6)
  private var group: GroupContents?
  private var shown: GroupWarnings?
  /// Controls of the notices, which answer as long as they are kept.
  private var kept: [Widget] = []

  init(_ session: Session) {
    self.session = session
    title.alignment = 0
    title.wraps = true
    toggle.setChild(Box(.horizontal, spacing: 4, [arrow, title]))
    toggle.hasFrame = false
    toggle.addClass("gap-toggle")
    toggle.horizontalAlignment = .start
    toggle.onToggled { [weak self] in self?.unfold() }
    putAside.isVisible = false
    for child in [standing, toggle, putAside] as [Widget] { box.append(child) }
  }

  private func unfold() {
    arrow.setIcon(toggle.isActive ? "pan-down-symbolic" : "pan-end-symbolic")
    putAside.isVisible = toggle.isActive
  }

  func show(_ group: GroupContents, _ warnings: GroupWarnings, calm: String) {
    self.group = group
    guard warnings != shown else { return }
    let hadFocus = box.containsFocus
    shown = warnings
    standing.removeAll()
    kept = []
    for warning in warnings.standing { standing.append(notice(warning)) }
    if warnings.standing.isEmpty, !group.currentMembers.isEmpty {
      let label = line(calm)
      let calmBox = Box(.vertical, [label])
      calmBox.addClass("notice")
      calmBox.addClass("calm")
      standing.append(calmBox)
    }
    toggle.isVisible = !warnings.putAside.isEmpty
    title.text = ntr(
      "{count} warning put aside", "{count} warnings put aside", warnings.putAside.count)
    toggle.setAccessibleLabel(title.text)
    putAside.removeAll()
    for entry in warnings.putAside { putAside.append(asideRow(entry)) }
    if hadFocus { box.focusFirst() }
  }

  private func line(_ text: String, _ classes: [String] = []) -> Label {
    let label = Label(text, classes: classes)
    label.alignment = 0
    label.wraps = true
    // As wide as what it stands in, not as its text.
    label.setWidthInCharacters(maximum: 1)
    return label
  }

  private func notice(_ warning: GroupWarning) -> Widget {
    let notice = Box(.vertical, spacing: 4)
    notice.addClass("notice")
    notice.append(line(warning.sentence))
    notice.append(line(warning.rule, ["notice-rule"]))
    guard !session.isReadOnly else { return notice }
    let reason = Entry()
    reason.setPlaceholder(tr("Why may it stay so?"))
    reason.setAccessibleLabel(
      tr("Reason why “{warning}” may stay so", ["warning": warning.sentence]))
    reason.addClass("field-box")
    reason.expandsHorizontally = true
    reason.setWidthInCharacters(8)
    let confirm = Button(label: tr("Put aside"))
    confirm.addClass("small-text-button")
    confirm.isSensitive = false
    let form = Box(.horizontal, spacing: 6, [reason, confirm])
    form.isVisible = false
    let open = Button(label: tr("Put aside…"))
    kept += [reason, confirm, form, open]
    open.addClass("small-text-button")
    open.horizontalAlignment = .start
    open.setAccessibleLabel(tr("Put aside: {warning}", ["warning": warning.sentence]))
    open.onClicked { [weak open, weak form, weak reason] in
      open?.isVisible = false
      form?.isVisible = true
      reason?.grabFocus()
    }
    reason.onChanged { [weak reason, weak confirm] in
      confirm?.isSensitive = reason?.text.contains { !$0.isWhitespace } ?? false
    }
    let dismiss = { [weak self, weak reason] in
      guard let self, let reason else { return }
      session.perform(
        group?.dismissing(warning, because: reason.text, on: CalendarDay(Date())))
    }
    reason.onActivate(dismiss)
    confirm.onClicked(dismiss)
    let keys = KeyController()
    keys.onPressed { [weak open, weak form] key, _ in
      guard key == .escape else { return false }
      form?.isVisible = false
      open?.isVisible = true
      open?.grabFocus()
      return true
    }
    form.addController(keys)
    notice.append(open)
    notice.append(form)
    return notice
  }

  private func asideRow(_ entry: GroupWarnings.PutAside) -> Widget {
    let day = entry.dismissal.day.map(DayFormat.local.text) ?? ""
    let reason = [entry.dismissal.reason, day].filter { !$0.isEmpty }.joined(separator: " · ")
    let texts = Box(.vertical, spacing: 2, [line(entry.warning.sentence, ["dim"]), line(reason)])
    texts.expandsHorizontally = true
    let back = Button(label: tr("Take back"))
    back.addClass("small-text-button")
    back.verticalAlignment = .start
    back.setAccessibleLabel(tr("Take back: {warning}", ["warning": entry.warning.sentence]))
    back.isSensitive = !session.isReadOnly
    back.onClicked { [weak self] in
      guard let self else { return }
      session.perform(group?.takingBack(entry.dismissal))
    }
    return Box(.horizontal, spacing: 8, [texts, back])
  }
}
