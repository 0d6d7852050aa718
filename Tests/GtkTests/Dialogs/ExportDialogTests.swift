import Foundation
import Gtk
import UpliftCore
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class ExportDialogTests: DialogTestCase {
  private func open() async throws -> (dialog: ExportDialog, parent: Window, session: Session) {
    let (session, map) = try makeSession()
    let parent = await showParent()
    ExportDialog.show(
      over: parent, session: session, subject: .journey(map.id), preferences: makePreferences())
    let dialog = try XCTUnwrap(ExportDialog.existing(over: parent))
    return (dialog, parent, session)
  }

  private func export(_ dialog: ExportDialog, to name: String, _ choices: ExportChoices) async {
    dialog.export(to: folder.appendingPathComponent(name), choices)
    await wait(for: "the end of the export") { !dialog.isExporting }
  }

  func testEveryKindIsWritten() async throws {
    let (dialog, parent, session) = try await open()
    // Of a map; JSON Canvas holds boards.
    let kinds = ExportKind.allCases.filter { $0 != .canvas }
    for kind in kinds {
      var choices = ExportChoices()
      choices.kind = kind
      let name = "map." + kind.pathExtension
      await export(dialog, to: name, choices)
      let data = try? Data(contentsOf: folder.appendingPathComponent(name))
      XCTAssertGreaterThan(data?.count ?? 0, 20, name)
      XCTAssertTrue(dialog.status.text.contains(name), dialog.status.text)
    }
    XCTAssertEqual(files.count, kinds.count)
    parent.destroy()
    session.close()
  }

  func testAnExportThatIsCancelledLeavesNothing() async throws {
    let (session, map) = try makeSession()
    let content = try XCTUnwrap(ExportContent(.journey(map.id), of: session.workspace))
    for kind in [ExportKind.pdf, .svg, .png, .markdown] {
      var choices = ExportChoices()
      choices.kind = kind
      let job = ExportJob()
      job.cancel()
      var outcome: ExportJob.Outcome?
      let target = ExportTarget(
        chosen: folder.appendingPathComponent("map." + kind.pathExtension), kind: kind,
        allowed: content.kinds)
      job.start(
        content, to: target, choices: choices, progress: { _ in }, done: { outcome = $0 })
      await wait(for: "the outcome") { outcome != nil }
      guard case .cancelled? = outcome else {
        XCTFail("\(kind) was not cancelled")
        continue
      }
    }
    XCTAssertEqual(files, [])
    session.close()
  }

  func testWhatGoesWrongIsSaidWithThePath() async throws {
    let (dialog, parent, session) = try await open()
    await export(dialog, to: "missing/map.pdf", ExportChoices())
    XCTAssertTrue(dialog.status.text.contains("missing"), dialog.status.text)
    await export(dialog, to: "Larkfield.uplift", ExportChoices())
    XCTAssertFalse(dialog.status.text.isEmpty)
    XCTAssertEqual(session.read { try session.workspace.contents().cards.count }, 1)
    parent.destroy()
    session.close()
  }

  func testAFileThatNobodyChoseIsNotReplaced() async throws {
    let (dialog, parent, session) = try await open()
    let other = folder.appendingPathComponent("map.pdf")
    try Data("mine".utf8).write(to: other)
    await export(dialog, to: "map", ExportChoices())
    XCTAssertEqual(try Data(contentsOf: other), Data("mine".utf8))
    XCTAssertTrue(dialog.status.text.contains("map.pdf"), dialog.status.text)
    parent.destroy()
    session.close()
  }

  func testADeletedMapClosesTheDialog() async throws {
    let (_, parent, session) = try await open()
    let map = try XCTUnwrap(session.outline.journeyMaps.first)
    XCTAssertTrue(session.perform(Edit(.delete, [.delete(map.reference)])))
    await wait(for: "the dialog to go") { ExportDialog.existing(over: parent) == nil }
    parent.destroy()
    session.close()
  }

  func testThePreviewKnowsTheNumberOfPages() async throws {
    let (session, map) = try makeSession()
    let content = try XCTUnwrap(ExportContent(.journey(map.id), of: session.workspace))
    let picture = try XCTUnwrap(content.picture)
    for page in PageFormat.allCases {
      let preview = try ExportPreview.make(
        picture, theme: .print, format: .pdf, page: page, within: Size(300, 300))
      XCTAssertEqual(preview.pageCount, 1)
      let texture = try Texture(data: preview.png)
      XCTAssertLessThanOrEqual(max(texture.width, texture.height), 300)
      XCTAssertGreaterThanOrEqual(max(texture.width, texture.height), 299)
    }
    session.close()
  }

  func testNamesAreLegalEverywhere() async {
    XCTAssertEqual(
      SuggestedFileName.make(of: "Returns: why / how?", pathExtension: "pdf"),
      "Returns– why – how.pdf")
    XCTAssertEqual(SuggestedFileName.make(of: "..", pathExtension: "svg"), tr("Untitled") + ".svg")
    XCTAssertEqual(SuggestedFileName.make(of: "a\nb\0c", pathExtension: "png"), "a b c.png")
    XCTAssertEqual(SuggestedFileName.make(of: "返品の旅", pathExtension: "pdf"), "返品の旅.pdf")
    let long = SuggestedFileName.make(
      of: String(repeating: "顧客", count: 300), pathExtension: "pdf")
    XCTAssertLessThan(long.utf8.count, 200)
  }

  func testTheTypedEndingDecides() async {
    func target(_ name: String) -> ExportTarget {
      ExportTarget(
        chosen: URL(fileURLWithPath: "/x/" + name), kind: .pdf, allowed: [.pdf, .svg, .markdown])
    }
    XCTAssertEqual(target("a.pdf").url.lastPathComponent, "a.pdf")
    XCTAssertEqual(target("a.SVG").kind, .svg)
    XCTAssertEqual(target("a.markdown").kind, .markdown)
    XCTAssertEqual(target("a").url.lastPathComponent, "a.pdf")
    XCTAssertEqual(target("v1.5").url.lastPathComponent, "v1.5.pdf")
    XCTAssertEqual(target("a.png").url.lastPathComponent, "a.png.pdf")
    XCTAssertTrue(target("a").isNewName)
    XCTAssertFalse(target("a.svg").isNewName)
  }
}
