import Foundation
import Gtk
import UpliftCore

/// A cell of a register: a text, and in its place a field while it is edited.
@MainActor final class RegisterCell {
  let box = Box(.horizontal)
  /// Lies over the cell, so that what it says does not make the cell wider or narrower.
  private let content = Box(.horizontal)
  let label = Label()
  private var arrow: Button?
  private(set) var editor: LineEditor?
  private let width: Int

  /// - Parameters:
  ///   - width: logical pixels.
  ///   - opens: somebody wants to go where it leads.
  init(width: Int, grows: Bool, leads: Bool, opens: @escaping () -> Void) {
    self.width = width
    let overlay = Overlay(Box(.horizontal))
    overlay.addOverlay(content)
    overlay.expandsHorizontally = true
    box.append(overlay)
    box.setAccessibleRole(.gridCell)
    box.addClass("register-cell")
    box.setSizeRequest(width: width)
    box.isFocusable = true
    box.expandsHorizontally = grows
    label.alignment = 0
    label.wraps = true
    label.setLines(3)
    label.setEllipsis(.end)
    label.setWidthInCharacters(maximum: 1)
    label.expandsHorizontally = true
    label.verticalAlignment = .start
    content.append(label)
    if leads {
      let button = PageParts.small("go-jump-symbolic", tr("Go there"), opens)
      button.verticalAlignment = .start
      arrow = button
      content.append(button)
    }
  }

  func show(_ text: String, heading: String, of name: String, isMarked: Bool, leads: Bool) {
    // The mark is for those who do not see the colour.
    let line = (isMarked ? "⚠ " : "") + text.replacingNewlines()
    if label.text != line { label.text = line }
    box.tooltip = text.count > 24 ? text : ""
    box.setClass("marked", isMarked)
    isLeading = leads
    box.setAccessibleLabel(
      text.isEmpty
        ? tr("{heading} of {name}: empty", ["heading": heading, "name": name])
        : tr("{heading} of {name}: {text}", ["heading": heading, "name": name, "text": text]))
    arrow?.isVisible = leads
    arrow?.setAccessibleLabel(tr("Go to {text}", ["text": text]))
  }

  private var isLeading = false

  /// Logical pixels.
  private static let arrowWidth = 24

  /// What its text needs at its least width, in logical pixels.
  var textHeight: Int {
    label.naturalSize(forWidth: width - (isLeading ? Self.arrowWidth : 0)).height
  }

  func edit(_ new: LineEditor, _ text: String, name: String) {
    editor = new
    new.setName(name)
    new.entry.addClass("table-cell")
    new.entry.setMaximumWidthInCharacters(1)
    new.entry.expandsHorizontally = true
    new.entry.verticalAlignment = .start
    label.isVisible = false
    arrow?.isVisible = false
    box.addClass("edited")
    content.prepend(new.entry)
    new.begin(text)
    new.entry.grabFocus()
  }

  /// The text stands there again.
  func endEditing() {
    guard let editor else { return }
    self.editor = nil
    editor.commitTyping()
    content.remove(editor.entry)
    box.removeClass("edited")
    label.isVisible = true
    arrow?.isVisible = isLeading
  }
}
