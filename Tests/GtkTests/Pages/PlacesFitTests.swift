import Foundation
import Gtk
import UpliftCore
import XCTest

@testable import UpliftApp

/// A window of 800 by 600 has room for every page, in every one of its views.
@MainActor
final class PlacesFitTests: GtkTestCase {
  /// There is one in a process, as long as that lives.
  static let program = Result { () throws -> UpliftProgram in
    let application = Application(id: UpliftProgram.identifier, isUnique: false)
    try application.register()
    application.hold()
    return UpliftProgram(application)
  }

  private func window(_ template: String) async throws -> MainWindow {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
    let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../data").standardizedFileURL
    let found = try Template.named(
      template,
      in: DataFolder(
        executable: folder.appendingPathComponent("uplift"),
        environment: ["UPLIFT_DATA": data.path]))
    let workspace = try Workspace.create(
      at: folder.appendingPathComponent("a.uplift"), contents: found.contents(title: "Test"))
    let program = try Self.program.get()
    let window = MainWindow(program)
    window.setDefaultSize(width: 800, height: 600)
    window.lastWidth = 800
    window.show(try Session(workspace), at: .overview)
    window.present()
    await wait(for: "the window") { window.view.isMapped && window.view.width > 0 }
    return window
  }

  private func places(_ session: Session) -> [Place] {
    let outline = session.outline
    var all: [Place] = [
      .overview, .people, .metrics, .dialogues, .promises, .initiatives, .barriers, .planDocument,
    ]
    all += Practice.allCases.map { .practice($0) }
    all += outline.journeyMaps.prefix(2).map { .journey($0.id) }
    for group in outline.groups.prefix(2) {
      all.append(.group(group.id))
      all += outline.boards(of: group.id).prefix(1).map { .board($0.id) }
    }
    return all
  }

  private func checkPlaces(_ template: String, width: Int, height: Int) async throws {
    let window = try await window(template)
    defer { window.close() }
    if width != 800 {
      window.setDefaultSize(width: width, height: height)
      window.widthChanged(width)
    }
    let session = try XCTUnwrap(window.session)
    for place in places(session) {
      window.open(place)
      await settle(milliseconds: 20)
      let tabs = (window.page as? PracticePage)?.tabs.map(\.title) ?? [""]
      for (index, tab) in tabs.enumerated() {
        (window.page as? PracticePage)?.choose(index)
        await settle(milliseconds: 20)
        let least = window.minimumSize(forWidth: width)
        XCTAssertLessThanOrEqual(least.width, width, "\(place) \(tab)")
        XCTAssertLessThanOrEqual(least.height, height, "\(place) \(tab)")
      }
    }
  }

  func testThePagesOfTheSampleFit() async throws {
    try await checkPlaces("sample", width: 800, height: 600)
  }

  func testThePagesOfAnEmptyWorkspaceFit() async throws {
    try await checkPlaces("blank", width: 800, height: 600)
  }

  /// Otherwise it would never fold away when somebody pulls at the window's edge.
  func testThePagesFitBesideTheSidebarUntilItFolds() async throws {
    try await checkPlaces("sample", width: MainWindow.widthForSidebar, height: 768)
  }

  /// The panels are there, and something is selected.
  func testThePagesFitBesideTheirInspector() async throws {
    try await checkPlaces("sample", width: 1024, height: 768)
  }

  /// In no table of the sample, whether it is sorted by a column or not.
  func testNoHeadingIsCutAtTheUsualSize() async throws {
    let window = try await window(Template.sampleName)
    defer { window.close() }
    window.setDefaultSize(width: 1440, height: 900)
    window.widthChanged(1440)
    let session = try XCTUnwrap(window.session)
    var tables = 0
    for place in places(session) {
      window.open(place)
      await settle(milliseconds: 20)
      guard let practice = window.page as? PracticePage else { continue }
      for index in practice.tabs.indices {
        practice.choose(index)
        await settle(milliseconds: 20)
        guard let page = practice.current as? any HeadedPage else { continue }
        tables += 1
        let header = page.header
        for column in [nil] + header.labels.indices.map(Optional.some) {
          header.show(column, isDescending: true)
          await settle(milliseconds: 4)
          for label in header.labels where label.isMapped {
            XCTAssertFalse(label.isCut, "\(place): \(label.text) cut, sorted by \(column ?? -1)")
          }
        }
      }
    }
    XCTAssertGreaterThan(tables, 30)
  }

  /// Wherever the keyboard is in the window.
  func testAltAndANumberChooseAViewOfEveryPage() async throws {
    let window = try await window("blank")
    defer { window.close() }
    let session = try XCTUnwrap(window.session)
    for place in places(session) {
      window.open(place)
      await settle(milliseconds: 20)
      guard let practice = window.page as? PracticePage, practice.tabs.count > 1 else {
        XCTAssertFalse(window.page?.turn(to: 1) ?? true, "\(place)")
        continue
      }
      window.clearFocus()
      for index in practice.tabs.indices.reversed() {
        XCTAssertTrue(window.chooseView(.character(Character("\(index + 1)")), .alt))
        XCTAssertEqual(practice.shown, index)
      }
      XCTAssertFalse(window.chooseView(.character("9"), .alt))
      XCTAssertFalse(window.chooseView(.character("1"), []))
    }
  }

  /// What says that there is nothing yet has a button with which one begins.
  func testEmptyGridsAndLeaderboardsHaveAButtonToBegin() async throws {
    let window = try await window("blank")
    defer { window.close() }
    let session = try XCTUnwrap(window.session)
    for (place, subject, kind) in [
      (Place.practice(.talent), GridSubject.scorecards, EntityKind.workRole),
      (.practice(.priorities), .gutScores, .opportunity),
    ] {
      window.open(place)
      let practice = try XCTUnwrap(window.page as? PracticePage)
      practice.choose(try XCTUnwrap(practice.tabs.firstIndex { $0.title == subject.title }))
      let page = try XCTUnwrap(practice.current as? GridPage)
      await settle(milliseconds: 20)
      XCTAssertTrue(page.addFirst.isMapped, subject.title)
      page.takeFocus()
      XCTAssertTrue(page.addFirst.isFocused)
      page.addFirst.activate()
      await wait(for: "the first") { (try? session.workspace.records(of: kind).count) == 1 }
    }
    window.open(.practice(.recognition))
    let practice = try XCTUnwrap(window.page as? PracticePage)
    practice.choose(1)
    await settle(milliseconds: 60)
    let board = try XCTUnwrap(practice.current as? FigurePage)
    XCTAssertTrue(try XCTUnwrap(board.beginning).isMapped)
  }

  /// Going to something by its name finds every view of every practice, and shows it.
  func testEveryViewIsFoundByItsName() async throws {
    let window = try await window(Template.sampleName)
    let session = try XCTUnwrap(window.session)
    let views = window.namedViews(of: session)
    XCTAssertGreaterThan(views.count, 120)
    func found(_ query: String) -> [NamedView] {
      let words = TypedWords(query)
      return views.filter { words.fit($0.allWords) }
    }
    for (query, place) in [
      ("goals", Place.practice(.vision)), ("turnover", .practice(.profitChain)),
      ("pilots", .initiatives), ("dots", .practice(.departments)),
      ("ladder", .practice(.wayUp)), ("RACI", .practice(.roles)), ("ratchet", .metrics),
      ("cost of turnover", .practice(.profitChain)), ("climate", .practice(.culture)),
    ] {
      XCTAssertTrue(found(query).contains { $0.place == place }, query)
    }
    for view in views {
      window.show(view)
      let page = try XCTUnwrap(window.page as? PracticePage)
      XCTAssertEqual(page.place, view.place)
      XCTAssertEqual(page.shown, view.index, view.title)
      XCTAssertFalse(view.title.isEmpty)
    }
    window.destroy()
  }
}
