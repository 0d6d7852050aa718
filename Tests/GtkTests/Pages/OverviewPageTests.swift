import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

@MainActor
final class OverviewPageTests: GtkTestCase {
  private var listening: Listening?

  private let late = CalendarDay(Date()).advanced(by: -3)

  func testRowsGoToTheirRecordAndTilesToTheirPlace() async throws {
    let promises = Rank.spread(2).enumerated().map { index, rank in
      Promise(
        rank: rank, title: "Late \(index)", owner: "Jo", due: late.advanced(by: -index))
    }
    let session = try session { $0.promises = promises }
    var places: [Place] = []
    var records: [EntityReference] = []
    let page = OverviewPage(session, go: { places.append($0) }, show: { records.append($0) })
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    let window = await show(page.widget, width: 1000, height: 800)
    await wait(for: "the rows") { page.attention.rows.count == 2 }
    // The later one first.
    XCTAssertEqual(page.attention.rows.map(\.title), ["Late 1", "Late 0"])
    page.attention.activate(1)
    XCTAssertEqual(records, [promises[0].reference])
    XCTAssertEqual(page.currentRecord, promises[0].reference)
    page.tiles.activate(.promises)
    XCTAssertEqual(places, [.promises])
    page.tiles.activate(.readiness)
    XCTAssertEqual(places, [.promises, .practice(.readiness)])
    window.destroy()
  }

  func testItFollowsWhatHappensAndUndo() async throws {
    let promise = Promise(rank: .middle, title: "Late", due: late)
    let session = try session { $0.promises = [promise] }
    let page = OverviewPage(session) { _ in }
    listening = session.onChange { [weak page] in _ = page?.follow($0) }
    let window = await show(page.widget, width: 1000, height: 800)
    await wait(for: "the row") { page.attention.rows.count == 1 }
    session.perform(Edit.changing(promise, .editDetails) { $0.outcome = .kept })
    await wait(for: "nothing that needs anybody") { page.attention.rows.isEmpty }
    session.undo()
    await wait(for: "the row again") { page.attention.rows.count == 1 }
    window.destroy()
  }

  func testItIsLookedThroughOnceForEveryStateAndOnlyWhileItIsSeen() async throws {
    let session = try session {
      $0.promises = [Promise(rank: .middle, title: "Late", due: self.late)]
    }
    XCTAssertNil(session.overview.findings)
    let page = OverviewPage(session) { _ in }
    await settle()
    XCTAssertNil(session.overview.findings, "nobody sees it")
    let first = await show(page.widget, width: 800, height: 600)
    await wait(for: "the findings") { session.overview.isFresh }
    // A second window has them at once.
    let second = OverviewPage(session) { _ in }
    let window = await show(second.widget, width: 800, height: 600)
    XCTAssertEqual(second.attention.rows.count, 1)
    first.destroy()
    window.destroy()
    await settle()
    session.perform(Edit(.addPromise, [.insert(Promise(rank: .middle, title: "Late", due: late))]))
    await settle(milliseconds: 500)
    XCTAssertFalse(session.overview.isFresh)
    XCTAssertEqual(session.overview.findings?.attention.n, 1)
  }

  func testWhatIsNoPartOfItIsNotLookedThroughFor() async throws {
    let session = try session()
    let page = OverviewPage(session) { _ in }
    let window = await show(page.widget, width: 800, height: 600)
    await wait(for: "the findings") { session.overview.isFresh }
    session.perform(Edit(.addTag, [.insert(Tag(rank: .middle, name: "T"))]))
    XCTAssertTrue(session.overview.isFresh)
    session.perform(Edit(.addBarrier, [.insert(Barrier(rank: .middle, title: "B"))]))
    XCTAssertFalse(session.overview.isFresh)
    await wait(for: "the barrier") { page.attention.rows.map(\.title) == ["B"] }
    window.destroy()
  }

  func testOneComesBackToTheRowThatOneWentFrom() async throws {
    let session = try session { contents in
      contents.promises = Rank.spread(30).map {
        Promise(rank: $0, title: "P", due: self.late)
      }
    }
    let page = OverviewPage(session) { _ in }
    let window = await show(page.widget, width: 800, height: 600)
    await wait(for: "the rows") { page.attention.rows.count == 10 }
    XCTAssertTrue(page.attention.takeFocus())
    let last = session.outline.promises[29]
    page.reveal(last.reference)
    // It is unfolded for that.
    XCTAssertEqual(page.attention.rows.count, 30)
    XCTAssertEqual(page.currentRecord, last.reference)
    window.destroy()
  }

  func testEverySubjectHasAPlace() async throws {
    let session = try session { contents in
      contents.journeyMaps = [JourneyMap(rank: .middle, title: "M")]
      contents.advisoryGroups = [
        AdvisoryGroup(rank: .middle, kind: .focusGroup, title: "G")
      ]
    }
    for subject in PracticeStates.Subject.allCases {
      XCTAssertNotNil(subject.place(in: session.outline), "\(subject)")
    }
  }
}
