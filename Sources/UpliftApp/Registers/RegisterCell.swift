import Foundation
import Gtk
import UpliftCore

/// How a column stands in the table.
struct RegisterLayout {
  var title: String
  var rule: String
  var kind: RegisterCellKind
  /// Logical pixels.
  var width: Int
  var grows: Bool
  var isFigure: Bool
  var leads: Bool
  /// It draws a little line instead of its text.
  var isLine = false
}

/// What a cell looks like.
enum RegisterCellKind {
  case plain, rating, computed
}

/// A cell of a register: a text, and in its place a field while it is edited.
@MainActor final class RegisterCell {
  let box = Box(.horizontal)
  /// Lies over the cell, so that what it says does not make the cell wider or narrower.
  private let content = Box(.horizontal)
  let label = Label()
  private var line: TrendLine?
  private var arrow: Button?
  private(set) var editor: LineEditor?
  private let layout: RegisterLayout

  /// Logical pixels.
  static let leastHeight = 32
  private static let arrowWidth = 24
  private static let padding = 20
  private static let lineHeight = 22
  /// Of a letter, on the average; rather too much.
  private static let letterWidth = 8

  /// - Parameter opens: somebody wants to go where it leads.
  init(_ layout: RegisterLayout, opens: @escaping () -> Void) {
    self.layout = layout
    let overlay = Overlay(Box(.horizontal))
    overlay.addOverlay(content)
    overlay.expandsHorizontally = true
    box.append(overlay)
    box.setAccessibleRole(.gridCell)
    box.addClass("register-cell")
    box.setClass("computed", layout.kind == .computed)
    box.setSizeRequest(width: layout.width)
    box.isFocusable = true
    box.expandsHorizontally = layout.grows
    label.alignment = layout.isFigure ? 1 : 0
    label.wraps = true
    label.setLines(3)
    label.setEllipsis(.end)
    // At least as wide as the ellipsis that it may become: GTK complains of less.
    label.setWidthInCharacters(minimum: 4, maximum: 4)
    label.expandsHorizontally = true
    label.verticalAlignment = .start
    content.append(label)
    if layout.isLine {
      let line = TrendLine(width: layout.width - Self.padding, height: Self.lineHeight)
      line.verticalAlignment = .start
      content.append(line)
      self.line = line
      label.isVisible = false
    }
    if layout.leads {
      let button = PageParts.small("go-jump-symbolic", tr("Go there"), opens)
      button.verticalAlignment = .start
      button.isFocusable = false
      arrow = button
      content.append(button)
    }
  }

  func show(
    _ text: String, of name: String, isMarked: Bool, leads: Bool, line values: RegisterLine? = nil
  ) {
    line?.show(values?.values ?? [], target: values?.target)
    // The mark is for those who do not see the colour.
    let line = (isMarked ? "⚠\u{00A0}" : "") + shown(text)
    if label.text != line { label.text = line }
    let hints = [
      text.count > 24 ? text : "", isMarked || layout.kind == .computed ? layout.rule : "",
    ]
    box.tooltip = hints.filter { !$0.isEmpty }.joined(separator: "\n\n")
    box.setClass("marked", isMarked)
    isLeading = leads
    let said = isMarked ? tr("{text}, wants attention", ["text": text]) : text
    box.setAccessibleLabel(
      text.isEmpty && !isMarked
        ? tr("{heading} of {name}: empty", ["heading": layout.title, "name": name])
        : tr(
          "{heading} of {name}: {text}", ["heading": layout.title, "name": name, "text": said]))
    arrow?.isVisible = leads
    arrow?.setAccessibleLabel(tr("Go to {text}", ["text": text]))
  }

  private func shown(_ text: String) -> String {
    guard layout.kind == .rating, let rating = Int(text), (0...5).contains(rating) else {
      let line = DayFormat.unbroken(text.replacingNewlines())
      // From right to left a day whose marks do not break would be turned around.
      return box.isRightToLeft && line != text ? "\u{200E}" + line : line
    }
    // On one line: a row of dots that is broken says nothing.
    return text + "\u{A0}" + String(repeating: "●", count: rating)
      + String(repeating: "○", count: 5 - rating)
  }

  private var isLeading = false

  /// What its text needs, in logical pixels.
  ///
  /// - Parameter room: of its column; nil: the least.
  func textHeight(_ room: Int?) -> Int {
    if layout.isLine { return Self.leastHeight }
    let width = (room ?? layout.width) - (isLeading ? Self.arrowWidth : 0)
    // Most texts are short, and measuring takes its time.
    if label.text.utf8.count * Self.letterWidth <= width - Self.padding { return Self.leastHeight }
    return label.naturalSize(forWidth: width).height
  }

  /// Without measuring; rather too much than too little.
  static func estimatedHeight(_ text: String, width: Int) -> Int {
    let letters = max(1, (width - padding) / 7)
    let lines = min(3, max(1, (text.count + letters - 1) / letters))
    return max(leastHeight, 14 + lines * 18) + 1
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

extension RegisterColumn {
  /// Logical pixels; one that grows is at least as wide. A mark needs room as well.
  /// No word of its heading is cut off.
  var width: Int {
    RegisterHeader.width(Int(weight * 98) + (hasMarks ? 26 : 0), for: title)
  }

  var layout: RegisterLayout {
    RegisterLayout(
      title: title, rule: rule,
      kind: kind == .rating ? .rating : kind == .computed ? .computed : .plain, width: width,
      grows: grows, isFigure: isFigure, leads: leads, isLine: line != nil)
  }
}
