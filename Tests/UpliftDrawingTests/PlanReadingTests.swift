import Foundation
import Testing

@testable import UpliftCore
@testable import UpliftDrawing

/// What whoever signs the plan finds in it, and that nothing is said twice or comes too late.
@Suite(.serialized) struct PlanReadingTests {
  private static let today = CalendarDay(year: 2026, month: 11, day: 22) ?? CalendarDay(Date())

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  private func plan(
    _ contents: WorkspaceContents, _ setup: PlanDocument.Setup? = nil
  ) -> TextDocument {
    .plan(of: contents, setup, today: Self.today)
  }

  private func pages(_ document: TextDocument) throws -> [DocumentPage] {
    DocumentLayout.pages(
      of: document, measuring: try #require(PangoTextMeasuring(keepsLayouts: true)),
      theme: .print, paper: PageSetup.Paper.a4.size)
  }

  private func texts(_ page: DocumentPage) -> [String] { page.scene.items.flatMap(\.content.texts) }

  private func grid(_ caption: String, in document: TextDocument) throws -> TextDocument.Grid {
    try #require(
      document.blocks.lazy.compactMap {
        if case .grid(let grid) = $0, grid.caption == caption { grid } else { nil }
      }.first)
  }

  // MARK: Nothing yet

  @Test func aPlanWithNothingInItSaysWhatItNeeds() throws {
    let contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    let pages = try pages(plan(contents))
    #expect(pages.count == 2, "a cover and what it needs; no contents page of one line")
    let said = texts(pages[1]).joined(separator: "\n")
    for section in PlanSection.allCases { #expect(said.contains(section.title)) }
    let none = texts(try self.pages(plan(contents, PlanDocument.Setup(only: [])))[1])
    #expect(none.contains { $0.hasPrefix("No section is chosen") })
    #expect(!none.contains { $0.hasPrefix("Where we are") })
  }

  @Test(arguments: [
    ("Larkfield", "Larkfield"), ("F.uplift", "F"), ("/home/jo/Plan of ours.Uplift", "Plan of ours"),
    ("Uplift", "Uplift"),
  ]) func theCoverNamesNoFile(title: String, shown: String) {
    let cover = plan(WorkspaceContents(workspace: WorkspaceInfo(title: title))).cover
    #expect(cover?.organisation == shown)
    #expect(cover?.title == PlanDocument.usualTitle)
  }

  @Test func theCoverSaysWhatWasChosen() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    var kept = PlanDocument(rank: .middle, title: "Easy back", subtitle: "For 2027")
    kept.setup.day = try day("2027-01-04")
    contents.planDocuments = [kept]
    let cover = try #require(plan(contents).cover)
    #expect([cover.title, cover.subtitle] == ["Easy back", "For 2027"])
    #expect(cover.date == DayFormat.local.text(try day("2027-01-04")))
    let old = PlanDocument.Setup()
    var new = old
    new.day = Self.today
    #expect(old.editName(to: new) == .editDetails)
  }

  // MARK: In its place

  @Test func aFigureIsReadAfterItsName() throws {
    let pages = try pages(plan(try Fixture.sample(), PlanDocument.Setup(only: [.state])))
    let items = pages.flatMap(\.scene.items)
    let name = try #require(items.firstIndex { $0.content.texts == ["promises kept"] })
    let value = items[name + 1]
    #expect(value.content.texts.first?.hasSuffix("%") == true)
    #expect(value.frame.maxY <= items[name].frame.minY + 0.5, "it stands over its name")
  }

  @Test func theRulesOfTheTrendsStandWithTheLastOfThem() throws {
    let pages = try pages(plan(try Fixture.sample()))
    let page = try #require(
      pages.first { texts($0).contains { $0.hasPrefix("A bar through a reading") } })
    #expect(!page.figures.isEmpty)
    let said = texts(page)
    #expect(said.contains { $0.contains("NPS: per cent") })
    #expect(said.contains { $0.contains("The older CES") })
    #expect(said.contains { $0.hasPrefix("Contribution of an order") })
  }

  @Test func everySegmentSaysItsPeriodAndN() throws {
    let metric = Metric(rank: .middle, title: "NPS", measure: .nps)
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    contents.metrics = [metric]
    contents.readings = [
      Reading(metricID: metric.id, day: try day("2026-08-31"), value: 20, sampleSize: 200),
      Reading(metricID: metric.id, day: try day("2026-11-20"), value: 24, sampleSize: 224),
      Reading(
        metricID: metric.id, day: try day("2026-11-20"), value: 30, sampleSize: 41,
        segment: "Families"),
      Reading(
        metricID: metric.id, day: try day("2026-08-31"), value: 11, sampleSize: 17,
        segment: "Students"),
    ]
    let page = try pages(plan(contents, PlanDocument.Setup(only: [.evidence])))
      .flatMap(\.figures).flatMap(\.scene.items).flatMap(\.content.texts)
    for (segment, on, count) in [("Families", "2026-11-20", 41), ("Students", "2026-08-31", 17)] {
      let shown = DayFormat.local.text(try day(on))
      #expect(page.contains("\(segment) · \(shown) · n \(count)"), "\(page)")
    }
    #expect(page.contains { $0.hasPrefix("all customers") && $0.hasSuffix("n 224") })
  }

  @Test func mapsLeaveNoPageHalfEmpty() throws {
    let pages = try pages(plan(try Fixture.sample()))
    #expect(pages.count <= 38)
    let across = pages.indices.filter {
      pages[$0].scene.size.width > pages[$0].scene.size.height
    }
    // Between two maps there is a page of text, or none.
    for page in across.first.map({ $0..<(across.last ?? $0) }) ?? 0..<0
    where !across.contains(page) {
      let lowest = pages[page].scene.items.filter { $0.role != .decoration }.map(\.frame.maxY).max()
      let figures = pages[page].figures.map { $0.origin.y + $0.scene.size.height * $0.scale }.max()
      #expect(
        max(lowest ?? 0, figures ?? 0) > pages[page].scene.size.height * 0.7, "page \(page)")
    }
  }

  // MARK: Once, and all of it

  @Test func leadersAreSummedUpOnce() throws {
    let document = plan(try Fixture.sample(), PlanDocument.Setup(only: [.vision]))
    let signed = document.blocks.filter {
      if case .paragraph(let text) = $0 { text.hasPrefix("Signed:") } else { false }
    }
    #expect(signed.count == 1)
    let rules = document.blocks.filter { $0 == .rule(LeaderFigures.rule) }
    #expect(rules.count == 1)
  }

  @Test func pilotsSayWhatIsTriedAndWhatCameOfIt() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    let metric = Metric(rank: .middle, title: "Ease")
    let goal = Goal(rank: .middle, title: "Easy", measure: "5.5 of 7", metricID: metric.id)
    contents.metrics = [metric]
    contents.goals = [goal]
    let opportunity = Opportunity(rank: .middle, title: "A label in the box")
    contents.opportunities = [opportunity]
    let ranks = Rank.spread(3)
    contents.initiatives = [
      Initiative(
        rank: ranks[0], title: "Label", startDay: try day("2026-10-01"),
        endDay: try day("2027-06-30"), status: .running, goalID: goal.id,
        opportunityID: opportunity.id, pilotStart: try day("2026-10-01"),
        pilotEnd: try day("2026-10-20"), pilotLearned: "Nine in ten could be scanned."),
      Initiative(
        rank: ranks[1], title: "Gate", startDay: try day("2027-01-10"),
        endDay: try day("2027-09-30"), status: .planned, pilotStart: try day("2027-01-10"),
        pilotEnd: try day("2027-02-01"), notes: "One of three scanners."),
      Initiative(rank: ranks[2], title: "Vouchers", status: .running),
    ]
    let document = plan(contents, PlanDocument.Setup(only: [.initiatives]))
    let rows = try grid("What is tried before the long run", in: document).rows
    func shown(_ text: String) throws -> String { DayFormat.local.text(try day(text)) }
    #expect(
      rows == [
        [
          "Label", "A label in the box",
          try "\(shown("2026-10-01")) – \(shown("2026-10-20")), over", "Ease: 5.5 of 7",
          "Nine in ten could be scanned.",
        ],
        [
          "Gate", "One of three scanners.",
          try "\(shown("2027-01-10")) – \(shown("2027-02-01")), still ahead", "", "",
        ],
      ])
    #expect(
      document.blocks.contains {
        if case .list(let items) = $0 { items.map(\.text) == ["Vouchers"] } else { false }
      })
  }

  @Test func aRecommendationSaysAtWhichMeetingItWasAskedFor() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "Group")
    let meeting = Meeting(
      groupID: group.id, rank: .middle, title: "Why do returns hurt?",
      day: try day("2026-10-12"))
    let ranks = Rank.spread(2)
    contents.advisoryGroups = [group]
    contents.meetings = [meeting]
    contents.recommendations = [
      Recommendation(
        groupID: group.id, meetingID: meeting.id, rank: ranks[0], text: "Labels",
        askedOn: try day("2026-10-12")),
      Recommendation(
        groupID: group.id, rank: ranks[1], text: "Counters", askedOn: try day("2026-11-02")),
    ]
    let document = plan(contents, PlanDocument.Setup(only: [.groups]))
    let grids = document.blocks.compactMap { block -> TextDocument.Grid? in
      if case .grid(let grid) = block { grid } else { nil }
    }
    let rows = try #require(grids.first { $0.columns.contains { $0.title == "Asked at" } }).rows
    let at = try #require(rows.first { $0[0] == "Labels" })[2]
    #expect(at.contains("Why do returns hurt?"))
    // The day is said once.
    let shown = DayFormat.local.text(try day("2026-10-12"))
    #expect(at.components(separatedBy: shown).count == 2, "\(at)")
    #expect(
      rows.first { $0[0] == "Counters" }?[2] == DayFormat.local.text(try day("2026-11-02")))
  }

  @Test func customersWhoWereNotAskedAreNamed() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    contents.initiatives = [
      Initiative(rank: .middle, title: "Vouchers", owner: "Jo", status: .running)
    ]
    let document = plan(contents, PlanDocument.Setup(only: [.groups]))
    let voice = CustomerVoice(contents)
    #expect(document.blocks.contains(.paragraph(voice.count)))
    #expect(document.blocks.contains(.rule(CustomerVoice.rule)))
    let rows = document.blocks.flatMap { block -> [[String]] in
      if case .grid(let grid) = block { grid.rows } else { [] }
    }
    #expect(rows.contains(["Vouchers", Initiative.Status.running.title, "Jo"]))
  }

  // MARK: Scripts and pages

  @Test func aDayKeepsItsOrderAmongArabicWords() throws {
    var document = TextDocument(title: "خطة")
    document.cover = .init(title: "خطة العملاء", date: "2026-11-22")
    document.blocks = [.heading(2, "الوعود"), .paragraph("وعد في 2026-11-22 للعميل")]
    let said = try pages(document).flatMap(texts)
    #expect(said.contains("وعد في \u{200E}2026-11-22 للعميل"))
    #expect(said.contains("خطة العملاء · \u{200E}2026-11-22"), "the foot of each page")
  }

  @Test func namesWithoutSpacesStandOverTheirColumns() throws {
    let table = HeatTable(
      columns: (0..<8).map { _ in "顾客在商店收到包裹以后" },
      rows: [.init("仓库", (0..<8).map { _ in .init("1") })])
    let scene = table.scene(
      measuring: try #require(PangoTextMeasuring()), theme: .print,
      options: ChartOptions(width: 700, isTight: true))
    let said = scene.items.flatMap(\.content.texts)
    #expect(said.count { $0 == "顾客在商店收到包裹以后" } == 8)
    #expect(!said.contains("8"), "no numbers that a key would have to explain")
  }

  /// The rule under a list stands with its last item, and no row of a table alone on a page.
  @Test func nothingIsLeftAloneOnTheNextPage() throws {
    for count in 40...80 {
      var list = TextDocument(title: "Book")
      list.cover = .init(title: "Book")
      list.blocks = [
        .heading(2, "Section"),
        .list(
          (0..<count).map { .init(text: "Item \($0) \(String(repeating: "and so on ", count: 9))") }
        ),
        .rule("By this rule."),
      ]
      let page = try #require(try pages(list).first { texts($0).contains("By this rule.") })
      #expect(texts(page).contains { $0.hasPrefix("Item ") }, "\(count) items")
      var table = list
      table.blocks = [
        .heading(2, "Section"),
        .grid(
          .init(
            "", [.init("What"), .init("Why")],
            (0..<count).map { ["Row \($0)", String(repeating: "because ", count: 8)] })),
      ]
      for page in try pages(table).dropFirst() {
        #expect(texts(page).count { $0.hasPrefix("Row ") } != 1, "\(count) rows")
      }
    }
  }

  // MARK: Sheets

  @Test func aPersonasSheetLooksLikeTheOrganisations() throws {
    var contents = try Fixture.sample()
    contents.organisations[0].brandColour = "#102030"
    contents.organisations[0].brandFont = "Cantarell"
    let persona = try #require(contents.personas.first)
    let profile = try #require(PersonaProfile(persona.id, in: contents))
    let measuring = try #require(PangoTextMeasuring())
    let scenes = PersonaSheet.pages(
      for: profile, measuring: measuring, theme: .print, paper: PageSetup.Paper.a4.size)
    let scene = try #require(scenes.first)
    let primitives = scene.items.flatMap(\.content.primitives)
    let blocks = primitives.compactMap {
      if case .text(let block) = $0 { block } else { nil }
    }
    #expect(blocks.allSatisfy { $0.style.family == "Cantarell" })
    #expect(blocks.contains { $0.text == "Goals" && $0.color == Color(hex: 0x102030) })
    let pictures = primitives.count { if case .image = $0 { true } else { false } }
    #expect(pictures == (profile.portrait == nil ? 1 : 2), "its portrait and the logo")
  }
}
