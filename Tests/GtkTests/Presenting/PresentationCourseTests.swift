import Foundation
import UpliftDrawing
import XCTest

@testable import UpliftApp

@MainActor
final class PresentationCourseTests: XCTestCase {
  private let stages = (0..<3).map { _ in PresentationStop.stage(UUID()) }
  private let lanes = (0..<2).map { _ in PresentationStop.lane(UUID()) }

  private func course(at stop: PresentationStop = .overview) -> PresentationCourse {
    PresentationCourse(
      [.stages: [.overview] + stages, .lanes: [.overview] + lanes], order: .stages, stop: stop)
  }

  /// The second stage takes three pages.
  private func pageCount(_ stop: PresentationStop) -> Int { stop == stages[1] ? 3 : 1 }

  func testItGoesOnPageByPageAndStopsAtTheEnd() async {
    var course = course()
    var seen: [String] = []
    repeat {
      seen.append("\(course.position?.number ?? 0).\(course.page)")
    } while course.goForward(pageCount: pageCount)
    XCTAssertEqual(seen, ["0.0", "1.0", "2.0", "2.1", "2.2", "3.0"])
    seen = []
    repeat {
      seen.append("\(course.position?.number ?? 0).\(course.page)")
    } while course.goBack(pageCount: pageCount)
    XCTAssertEqual(seen, ["3.0", "2.2", "2.1", "2.0", "1.0", "0.0"])
  }

  func testLanesAreComeBackToWhereTheyWereLeft() async {
    var course = course(at: stages[1])
    course.change(to: .lanes)
    XCTAssertEqual(course.stop, lanes[0])
    _ = course.goForward(pageCount: pageCount)
    course.change(to: .stages)
    XCTAssertEqual(course.stop, stages[1])
    course.change(to: .stages)
    XCTAssertEqual(course.stop, stages[1])
    course.change(to: .lanes)
    XCTAssertEqual(course.stop, lanes[1])
    course.change(to: .columns)
    XCTAssertEqual(course.stop, lanes[1])
  }

  func testTheOverviewLeadsBack() async {
    var course = course(at: stages[2])
    course.toggleOverview()
    XCTAssertEqual(course.stop, .overview)
    XCTAssertNil(course.position)
    course.toggleOverview()
    XCTAssertEqual(course.stop, stages[2])
    course.goToStart()
    XCTAssertEqual(course.stop, .overview)
    course.goToEnd(pageCount: pageCount)
    XCTAssertEqual(course.stop, stages[2])
  }

  func testWhatIsGoneGivesWayToItsNeighbour() async {
    var course = course(at: stages[1])
    course.follow([.stages: [.overview, stages[0], stages[2]]], pageCount: pageCount)
    XCTAssertEqual(course.stop, stages[2])
    course.follow([.stages: [.overview, stages[0]]], pageCount: pageCount)
    XCTAssertEqual(course.stop, stages[0])
    course.follow([.stages: [.overview]], pageCount: pageCount)
    XCTAssertEqual(course.stop, .overview)
  }

  func testAPageThatIsGoneGivesWayToTheLastOne() async {
    var course = course(at: stages[1])
    _ = course.goForward(pageCount: pageCount)
    _ = course.goForward(pageCount: pageCount)
    XCTAssertEqual(course.page, 2)
    course.follow([.stages: [.overview] + stages]) { _ in 2 }
    XCTAssertEqual(course.page, 1)
  }

  func testAnUnknownStopIsTheOverview() async {
    XCTAssertEqual(course(at: .stage(UUID())).stop, .overview)
  }
}
