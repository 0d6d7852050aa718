import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

/// What is made where it is chosen, what is said at a field, and how headings stand over cells.
@MainActor
final class MakingTests: GtkTestCase {
  private func audiences(_ session: Session) throws -> [Audience] {
    try session.workspace.contents().audiences.inOrder()
  }

  func testWhatIsNotThereIsOfferedBelowWhatIsFound() async {
    let list = ChoiceList(
      "Goal", ["", "Easy"], now: "", typed: "Fast", offer: { "Add goal “\($0)”" })
    var made: [String] = []
    list.onMade = { made.append($0) }
    let window = await show(list.box)
    list.choose(.staying)
    XCTAssertEqual(made, ["Fast"])
    let known = ChoiceList(
      "Goal", ["", "Easy"], now: "", typed: "easy", offer: { "Add goal “\($0)”" })
    var chosen: [String?] = []
    known.onMade = { made.append($0) }
    known.onChosen = { choice, _ in chosen.append(choice) }
    known.choose(.staying)
    XCTAssertEqual(made, ["Fast"])
    XCTAssertEqual(chosen, ["Easy"])
    window.destroy()
  }

  func testAnAudienceIsMadeInTheFormOfAMessageAndTakenBackAtOnce() async throws {
    let session = try session { $0.messages = [Message(rank: .middle, title: "Labels")] }
    let message = try XCTUnwrap(try session.workspace.contents().messages.first)
    let context = session.registerContext()
    let form = RegisterForm(session, Message.register(in: context)) { _ in }
    form.show(message)
    let window = await show(form.widget, width: 400, height: 700)
    let chooser = try XCTUnwrap(
      form.form.others.lazy.compactMap { $0 as? SeveralChooser }.first)
    chooser.find("Night shift")
    XCTAssertTrue(chooser.offersNew)
    chooser.enter()
    XCTAssertEqual(try audiences(session).map(\.title), ["Night shift"])
    XCTAssertEqual(
      try session.workspace.contents().messageAudiences.map(\.messageID), [message.id])
    context.forget()
    form.show(message)
    chooser.find("night SHIFT")
    XCTAssertFalse(chooser.offersNew)
    session.undo()
    XCTAssertEqual(try audiences(session), [])
    XCTAssertEqual(try session.workspace.contents().messageAudiences, [])
    window.destroy()
  }

  func testDaysTheWrongWayRoundAreSaidUnderTheirField() async throws {
    let session = try session {
      $0.initiatives = [
        Initiative(
          rank: .middle, title: "Labels", startDay: CalendarDay("2026-05-01"),
          endDay: CalendarDay("2026-01-01"))
      ]
    }
    let initiative = try XCTUnwrap(session.outline.initiatives.first)
    let form = RegisterForm(session, Initiative.register(in: session.registerContext())) { _ in }
    form.show(initiative)
    let window = await show(form.widget, width: 400, height: 900)
    func faults() -> [String] {
      form.dayFaults.filter(\.isVisible).map(\.text)
    }
    XCTAssertEqual(faults().count, 1)
    XCTAssertTrue(faults()[0].contains("Start"))
    var new = initiative
    new.endDay = CalendarDay("2026-06-01")
    form.show(new)
    XCTAssertEqual(faults(), [])
    window.destroy()
  }

  /// Each heading stands over its cells, and none is cut off.
  func testHeadingsStandOverTheirCellsWhole() async throws {
    let session = try session {
      $0.customers = [Customer(rank: .middle, name: "Amara", isKey: true)]
      $0.cultureValues = [CultureValue(rank: .middle, title: "We mend")]
    }
    func check<Record: RegisterRecord>(_ type: Record.Type) async throws {
      let page = RegisterPage(
        session, .overview, Record.register(in:),
        records: { session in session.read { try session.workspace.registered(type) } ?? [] },
        go: { _ in })
      let window = await show(page.widget)
      await settle()
      let table = page.table
      let row = try XCTUnwrap(table.rows.first)
      for (place, cell) in row.cells.enumerated() {
        let heading = try XCTUnwrap(table.header.buttons[place].frame(in: table.table))
        let below = try XCTUnwrap(cell.box.frame(in: table.table))
        XCTAssertEqual(heading.x, below.x, accuracy: 1, table.columns[place].title)
        XCTAssertEqual(heading.width, below.width, accuracy: 1, table.columns[place].title)
        for word in table.columns[place].title.split(separator: " ") {
          XCTAssertGreaterThanOrEqual(
            Int(below.width), RegisterHeader.leastWidth(of: String(word)), "\(word)")
        }
      }
      window.destroy()
    }
    try await check(Customer.self)
    try await check(CultureValue.self)
  }

  /// The keyboard goes from a deleted row to the next one; what is seen of the columns stays.
  func testDeletingARowDoesNotScrollToOtherColumns() async throws {
    let session = try session { contents in
      contents.messages = ["One", "Two", "Three"].map { Message(rank: .middle, title: $0) }
    }
    let page = RegisterPage(
      session, .overview, Message.register(in:),
      records: { session in session.read { try session.workspace.registered(Message.self) } ?? [] },
      go: { _ in })
    let listening = session.onChange { [weak page] in _ = page?.follow($0) }
    let window = await show(page.widget, width: 500)
    let table = page.table
    let first = try XCTUnwrap(table.shown.first)
    table.focus(first.id, 1)
    await settle()
    let scroller = try XCTUnwrap(table.list.verticalScroller)
    let before = scroller.horizontalAdjustment.value
    table.deleteSelected()
    await settle()
    XCTAssertEqual(table.shown.count, 2)
    XCTAssertEqual(scroller.horizontalAdjustment.value, before, accuracy: 1)
    _ = listening
    window.destroy()
  }
}
