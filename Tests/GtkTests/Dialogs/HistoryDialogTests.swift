import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class HistoryDialogTests: DialogTestCase {
  func testItFollowsUndoAndRedo() async throws {
    let (session, map) = try makeSession()
    let contents = try XCTUnwrap(session.read { try session.workspace.journey(map.id) })
    let step = try XCTUnwrap(contents.steps.first)
    session.perform(contents.settingText(of: step.reference, to: "Looks"))
    session.perform(contents.togglingMomentOfTruth(of: step.id))
    let parent = await showParent()
    HistoryDialog.show(over: parent, session: session)
    let dialog = try XCTUnwrap(HistoryDialog.existing(over: parent))
    XCTAssertEqual(
      dialog.steps.map(\.title),
      [
        EditName.setMomentOfTruth.title, EditName.rename.title,
      ])
    XCTAssertTrue(dialog.undoButton.isSensitive)
    XCTAssertFalse(dialog.redoButton.isSensitive)
    dialog.undo()
    XCTAssertEqual(dialog.steps.map(\.state), [.undone, .done])
    XCTAssertTrue(dialog.redoButton.isSensitive)
    XCTAssertTrue(dialog.redoButton.tooltip.contains(EditName.setMomentOfTruth.title))
    session.perform(contents.settingText(of: contents.map.reference, to: "New title"))
    XCTAssertEqual(dialog.steps.map(\.state), [.done, .abandoned, .done])
    parent.destroy()
    session.close()
  }

  func testAVersionIsNamedLookedAtAndRestored() async throws {
    let (session, map) = try makeSession()
    let contents = try XCTUnwrap(session.read { try session.workspace.journey(map.id) })
    let step = try XCTUnwrap(contents.steps.first)
    session.perform(contents.settingText(of: step.reference, to: "Looks"))
    session.perform(contents.togglingMomentOfTruth(of: step.id))
    let parent = await showParent()
    var seen: [Int64] = []
    HistoryDialog.show(over: parent, session: session) { seen.append($0) }
    let dialog = try XCTUnwrap(HistoryDialog.existing(over: parent))
    // A day, two steps, and the beginning.
    XCTAssertEqual(dialog.rows.compactMap { $0 }, [2, 1, 0])
    XCTAssertFalse(dialog.restoreButton.isSensitive)
    dialog.choose(1)
    dialog.beginNaming()
    dialog.nameEntry.text = " Workshop "
    dialog.keepName()
    XCTAssertEqual(try session.workspace.namedVersions().map(\.title), ["Workshop"])
    XCTAssertTrue(dialog.restoreButton.isSensitive)
    dialog.restore()
    XCTAssertEqual(session.undoTitle, EditName.restore.title)
    let restored = try XCTUnwrap(session.workspace.journey(map.id)?.steps.first)
    XCTAssertFalse(restored.isMomentOfTruth)
    XCTAssertEqual(restored.title, "Looks")
    dialog.beginNaming()
    dialog.nameEntry.text = ""
    dialog.keepName()
    XCTAssertEqual(try session.workspace.namedVersions(), [])
    parent.destroy()
    session.close()
  }

  func testPreferencesAreRememberedAndTold() async throws {
    let preferences = makePreferences()
    var told = 0
    let listening = preferences.onChange { told += 1 }
    preferences.appearance = .dark
    preferences.appearance = .dark
    preferences.export.kind = .svg
    XCTAssertEqual(told, 2)
    let again = makePreferences()
    XCTAssertEqual(again.appearance, .dark)
    XCTAssertEqual(again.export.kind, .svg)
    let file = folder.appendingPathComponent("config/preferences.json")
    try Data("{ broken".utf8).write(to: file)
    XCTAssertEqual(makePreferences().appearance, .system)
    withExtendedLifetime(listening) {}
    XCTAssertTrue(Appearance.dark.isDark(systemIsDark: false))
    XCTAssertTrue(Appearance.system.isDark(systemIsDark: true))
    XCTAssertFalse(Appearance.light.isDark(systemIsDark: true))
  }
}
