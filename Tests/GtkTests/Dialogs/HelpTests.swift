import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class HelpTests: DialogTestCase {
  func testMarkdownBecomesBlocks() async {
    let text = """
      # Keys

      Two lines
      of one paragraph.

      - first
        goes on
        - inner
      2. second

      | key | does |
      |---|---|
      | `a|b` | x |

      ```
      make run
      ```
      > Careful
      """
    XCTAssertEqual(
      HelpReader.blocks(of: text),
      [
        .heading(level: 1, text: "Keys"), .paragraph("Two lines of one paragraph."),
        .item(level: 0, marker: "•", text: "first goes on"),
        .item(level: 1, marker: "•", text: "inner"),
        .item(level: 0, marker: "2.", text: "second"),
        .table(header: ["key", "does"], rows: [["`a|b`", "x"]]), .code("make run"),
        .quote("Careful"),
      ])
  }

  func testMarksAreEscaped() async {
    XCTAssertEqual(
      HelpMarkup.pango("**a** <b> & `x<y`"), "<b>a</b> &lt;b&gt; &amp; <tt>x&lt;y</tt>")
    XCTAssertEqual(
      HelpMarkup.pango("[*keys*](keys.md)"), "<a href=\"keys.md\"><i>keys</i></a>")
    XCTAssertEqual(HelpMarkup.pango("2 * 3 * 4, a ** b"), "2 * 3 * 4, a ** b")
  }

  func testEveryPageOfTheGuideIsShownAndItsLinksLeadSomewhere() async throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let pages = try HelpPage.all(in: root.appendingPathComponent("data/help"))
    XCTAssertGreaterThan(pages.count, 3)
    XCTAssertEqual(pages.first?.name, "getting-started.md")
    for page in pages {
      let text = try String(
        contentsOf: root.appendingPathComponent("data/help/\(page.name)"), encoding: .utf8)
      for match in text.matches(of: /\]\(([^)#]+)/) where !match.output.1.contains("://") {
        XCTAssertTrue(
          pages.contains { $0.name == match.output.1 }, "\(page.name): \(match.output.1)")
      }
      let label = Label("")
      for case .paragraph(let paragraph) in page.blocks {
        label.setMarkup(HelpMarkup.pango(paragraph))
        XCTAssertFalse(label.text.isEmpty, paragraph)
      }
    }
  }

  func testADialogIsOpenOnceAndClosesWithItsWindow() async throws {
    let parent = await showParent()
    ShortcutsDialog.show(over: parent)
    let dialog = try XCTUnwrap(ShortcutsDialog.existing(over: parent))
    ShortcutsDialog.show(over: parent)
    XCTAssertTrue(ShortcutsDialog.existing(over: parent) === dialog)
    await wait(for: "the window") { dialog.window.isMapped }
    dialog.window.close()
    await wait(for: "the window to go") { ShortcutsDialog.existing(over: parent) == nil }
    for show in [
      { HelpDialog.show(over: parent) }, { AboutDialog.show(over: parent) },
      { PreferencesDialog.show(over: parent, preferences: self.makePreferences()) },
    ] { show() }
    await settle()
    parent.destroy()
    await wait(for: "all to go") {
      HelpDialog.existing(over: parent) == nil && AboutDialog.existing(over: parent) == nil
        && PreferencesDialog.existing(over: parent) == nil
    }
  }
}
