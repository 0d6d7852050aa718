import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

/// Somebody writes while another window or program deletes what they write on.
final class LostTextTests: GtkTestCase {
  private struct Offer {
    var sentence: String
    var label: String
    var accept: () -> Void
  }

  private func write(
    _ references: (CanvasFixture) -> [EntityReference]
  ) async throws -> (CanvasFixture, JourneyCanvasController, Offer?) {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    var offer: Offer?
    controller.onOffer = { offer = Offer(sentence: $0, label: $1, accept: $2) }
    controller.canvas.select(.record(fixture.order.reference))
    XCTAssertTrue(controller.canvas.beginEditing())
    controller.canvas.type(", both blue")
    let other = try Workspace.open(at: fixture.session.workspace.url)
    let journey = try XCTUnwrap(other.journey(fixture.map.id))
    try other.perform(try XCTUnwrap(journey.deleting(references(fixture))))
    try other.close()
    try fixture.session.workspace.noticeOutsideChanges()
    await wait(for: "the end of writing") { !controller.canvas.isEditing }
    return (fixture, controller, offer)
  }

  func testTheTextIsOfferedAndPutBack() async throws {
    let (fixture, controller, offer) = try await write { [$0.order.reference] }
    let made = try XCTUnwrap(offer)
    XCTAssertEqual(made.label, "Put it back")
    XCTAssertFalse(try fixture.cards().contains { $0.hasPrefix("Orders") })
    made.accept()
    XCTAssertTrue(try fixture.cards().contains("Orders two sizes, both blue"))
    XCTAssertEqual(controller.canvas.current, .record(fixture.order.reference))
    fixture.close()
  }

  func testWithoutItsLaneTheTextCanBeCopied() async throws {
    let (fixture, _, offer) = try await write { [$0.actions.reference] }
    let made = try XCTUnwrap(offer)
    XCTAssertEqual(made.label, "Copy the text")
    made.accept()
    var text: String?
    Clipboard.standard?.readText { text = $0 }
    await wait(for: "the clipboard") { text != nil }
    XCTAssertEqual(text, "Orders two sizes, both blue")
    fixture.close()
  }

  func testWhatIsOnlyOutOfSightIsKept() async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    var offers = 0
    controller.onOffer = { _, _, _ in offers += 1 }
    controller.canvas.select(.record(fixture.order.reference))
    XCTAssertTrue(controller.canvas.beginEditing())
    controller.canvas.type("!")
    var hidden = fixture.actions
    hidden.isHidden = true
    fixture.session.perform(
      Edit(.setLaneDisplay, [.update(from: fixture.actions, to: hidden)]))
    XCTAssertFalse(controller.canvas.isEditing)
    XCTAssertEqual(offers, 0)
    XCTAssertTrue(try fixture.cards().contains("Orders two sizes!"))
    fixture.close()
  }

  func testAnotherCardIsBegunWhileOneIsWritten() async throws {
    let fixture = try CanvasFixture()
    let controller = try await fixture.showMap(in: self)
    controller.canvas.select(.record(fixture.order.reference))
    XCTAssertTrue(controller.pressedOnMap(.character("p"), [.control, .shift]))
    controller.canvas.type("No box")
    XCTAssertTrue(controller.canvas.pressedInEditor(.character("O"), [.control, .shift]))
    controller.canvas.type("Send one")
    controller.canvas.endEditing()
    XCTAssertTrue(try fixture.cards().contains("No box"))
    XCTAssertTrue(try fixture.cards().contains("Send one"))
    let journey = try XCTUnwrap(fixture.session.workspace.journey(fixture.map.id))
    let card = journey.cards.values.first { $0.text == "Send one" }
    XCTAssertEqual(card?.stepID, fixture.steps[0].id)
    fixture.close()
  }
}
