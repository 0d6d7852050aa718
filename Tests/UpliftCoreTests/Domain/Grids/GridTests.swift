import Foundation
import Testing

@testable import UpliftCore

/// Grids as somebody fills them: each change is one edit, and the records say what stands there.
@Suite struct GridTests {
  private let today = CalendarDay("2026-11-22") ?? CalendarDay(Date())

  private func empty() -> WorkspaceContents {
    WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
  }

  private func decisions() -> WorkspaceContents {
    var contents = empty()
    contents.decisions = zip(["Refunds", "Hours"], Rank.spread(2)).map {
      Decision(rank: $1, title: $0)
    }
    contents.workRoles = zip(["Lead", "Store", "Finance"], Rank.spread(3)).map {
      WorkRole(rank: $1, title: $0)
    }
    return contents
  }

  /// The contents after an edit.
  private func applied(_ edit: Edit?, to contents: WorkspaceContents) throws -> WorkspaceContents {
    let edit = try #require(edit)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let workspace = try Workspace.create(
      at: folder.appendingPathComponent("a.uplift"), contents: contents)
    defer { try? workspace.close() }
    try workspace.perform(edit)
    return try workspace.contents()
  }

  private func letters(_ contents: WorkspaceContents) -> [[String]] {
    let grid = RACIGrid(contents)
    return grid.rows.indices.filter { !grid.rows[$0].isNew }.map { row in
      grid.columns.indices.filter { !grid.columns[$0].isNew }.map {
        grid.cell(at: GridPlace(row, $0)).text
      }
    }
  }

  @Test func aLetterSetsAPartAndNothingTakesItAway() throws {
    var contents = decisions()
    contents = try applied(
      RACIGrid(contents).setting("a", at: GridPlace(0, 1)).edit, to: contents)
    #expect(contents.decisionRoles.map(\.part) == [.accountable])
    contents = try applied(
      RACIGrid(contents).setting("A/R", at: GridPlace(0, 1)).edit, to: contents)
    #expect(contents.decisionRoles.map(\.part) == [.accountableAndResponsible])
    #expect(letters(contents) == [["", "A/R", ""], ["", "", ""]])
    let refused = RACIGrid(contents).setting("x", at: GridPlace(0, 1))
    #expect(refused.edit == nil)
    #expect(refused.refused.map(\.text) == ["x"])
    #expect(!refused.sentence.isEmpty)
    contents = try applied(
      RACIGrid(contents).clearing(GridSelection(GridPlace(0, 1))).edit, to: contents)
    #expect(contents.decisionRoles.isEmpty)
  }

  @Test func faultsStandAtTheirRowWithWhoIsOneTooMany() throws {
    var contents = decisions()
    let grid = RACIGrid(contents)
    contents = try applied(
      grid.pasting([["A", "A", "R"]], at: GridSelection(GridPlace(0, 0))).edit, to: contents)
    contents = try applied(
      RACIGrid(contents).pasting([["A", "R"]], at: GridSelection(GridPlace(1, 0))).edit,
      to: contents)
    let now = RACIGrid(contents)
    #expect(now.rows[0].isMarked)
    #expect(now.rows[0].detail.contains("Lead"))
    #expect(!now.rows[1].isMarked)
    #expect((0..<3).map { now.cell(at: GridPlace(0, $0)).mark.isEmpty } == [false, false, true])
  }

  @Test func aBlockWithHeadingsMakesTheRowsAndColumnsThatAreMissing() throws {
    let block = [
      ["", "Lead", "Legal"],
      ["Hours", "R", "A"],
      ["Returns", "I", ""],
    ]
    var contents = decisions()
    contents = try applied(
      RACIGrid(contents).pasting(block, at: GridSelection(GridPlace(0, 0))).edit, to: contents)
    #expect(contents.decisions.inOrder().map(\.title) == ["Refunds", "Hours", "Returns"])
    #expect(contents.workRoles.inOrder().map(\.title) == ["Lead", "Store", "Finance", "Legal"])
    #expect(
      letters(contents) == [["", "", "", ""], ["R", "", "", "A"], ["I", "", "", ""]])
    // The same into a workspace in which there is nothing yet.
    contents = try applied(
      RACIGrid(empty()).pasting(block, at: GridSelection(GridPlace(0, -1))).edit, to: empty())
    #expect(letters(contents) == [["R", "A"], ["I", ""]])
  }

  @Test func copyingAndPastingABlockGivesTheSame() throws {
    let before = decisions()
    var contents = before
    let values = [["R", "A", ""], ["", "A/R", "I"]]
    contents = try applied(
      RACIGrid(contents).pasting(values, at: GridSelection(GridPlace(0, 0))).edit, to: contents)
    let grid = RACIGrid(contents)
    let text = grid.text(
      of: GridSelection(GridPlace(1, 2), anchor: GridPlace(0, 0)))
    #expect(TextTable(text).rows == values)
    let other = try applied(
      RACIGrid(before).pasting(
        TextTable(grid.wholeText).rows, at: GridSelection(GridPlace(0, 0))
      ).edit, to: before)
    #expect(letters(other) == values)
    // A block that is too large says what has no place.
    let outcome = grid.pasting(
      [["R", "R", "R", "R", "R"]], at: GridSelection(GridPlace(0, 0)))
    #expect(outcome.surplus == 1)
    #expect(outcome.refused.count == 1)
  }

  @Test func fillingDownTakesTheFirstRowOrTheOneAbove() throws {
    var contents = decisions()
    contents = try applied(
      RACIGrid(contents).pasting([["R", "C"]], at: GridSelection(GridPlace(0, 0))).edit,
      to: contents)
    contents = try applied(
      RACIGrid(contents).fillingDown(GridSelection(GridPlace(1, 0))).edit, to: contents)
    #expect(letters(contents) == [["R", "C", ""], ["R", "", ""]])
    let edit = RACIGrid(contents).fillingDown(
      GridSelection(GridPlace(1, 1), anchor: GridPlace(0, 0))
    ).edit
    #expect(edit?.name == .fillDown)
    contents = try applied(edit, to: contents)
    #expect(letters(contents) == [["R", "C", ""], ["R", "C", ""]])
  }

  @Test func skillsHaveALevelNeededAndOnePresentAndGapsAreMarked() throws {
    var contents = decisions()
    contents.skills = [Skill(rank: .middle, title: "Listening")]
    contents = try applied(
      SkillGrid(contents).pasting([["4", "1", "2", ""]], at: GridSelection(GridPlace(0, 0))).edit,
      to: contents)
    let levels = contents.skillLevels
    #expect(levels.count == 2)
    #expect(Set(levels.map(\.needed)) == [4, 2])
    let grid = SkillGrid(contents)
    #expect(grid.cell(at: GridPlace(0, 1)).tone == .poor)
    #expect(grid.cell(at: GridPlace(0, 3)).tone == .missing)
    #expect(grid.setting("5", at: GridPlace(0, 0)).refused.count == 1)
    // Both taken away, nothing is left of it.
    contents = try applied(
      grid.clearing(GridSelection(GridPlace(0, 1), anchor: GridPlace(0, 0))).edit, to: contents)
    #expect(contents.skillLevels.count == 1)
  }

  @Test func ratersComeAsNamesAndEvidenceStaysWithItsScore() throws {
    var contents = empty()
    let round = ReadinessRound(rank: .middle, title: "Now", day: today)
    contents.readinessRounds = [round]
    let named = ReadinessGrid(contents, round: round).setting("Amina", at: GridPlace(-1, 0))
    #expect(named.edit == nil)
    #expect(named.pending == ["Amina"])
    var grid = ReadinessGrid(contents, round: round, pending: named.pending)
    contents = try applied(
      grid.setting("4: they all signed", at: GridPlace(0, 0)).edit, to: contents)
    #expect(contents.readinessRatings.map(\.score) == [4])
    #expect(contents.readinessRatings.map(\.evidence) == ["they all signed"])
    grid = ReadinessGrid(contents, round: round, pending: ["Jonas"])
    contents = try applied(grid.setting("1", at: GridPlace(0, 1)).edit, to: contents)
    grid = ReadinessGrid(contents, round: round)
    #expect(grid.cell(at: GridPlace(0, 3)).text == "2.5")
    #expect(grid.cell(at: GridPlace(0, 4)).text == "3")
    #expect(grid.rows[0].isMarked)
    // A score alone leaves the evidence; a name of somebody else is refused.
    contents = try applied(grid.setting("5", at: GridPlace(0, 0)).edit, to: contents)
    #expect(contents.readinessRatings.first { $0.rater == "Amina" }?.evidence == "they all signed")
    #expect(grid.setting("jonas", at: GridPlace(-1, 0)).refused.count == 1)
    contents = try applied(
      ReadinessGrid(contents, round: round).setting("Amina K.", at: GridPlace(-1, 0)).edit,
      to: contents)
    #expect(Set(contents.readinessRatings.map(\.rater)) == ["Amina K.", "Jonas"])
    contents = try applied(
      ReadinessGrid(contents, round: round).removing(column: 0), to: contents)
    #expect(contents.readinessRatings.map(\.rater) == ["Jonas"])
  }

  @Test func scorecardsRankCandidatesByTheWeightsInTheirFirstRow() throws {
    var contents = decisions()
    let role = contents.workRoles[0]
    contents.criteria = zip(["Warmth", "Speed"], Rank.spread(2)).map {
      Criterion(roleID: role.id, rank: $1, title: $0, weight: 1)
    }
    contents.candidates = zip(["Ada", "Ben"], Rank.spread(2)).map {
      Candidate(roleID: role.id, rank: $1, name: $0)
    }
    func grid(_ interviewer: String) -> ScorecardGrid {
      ScorecardGrid(contents, role: role, interviewer: interviewer)
    }
    contents = try applied(
      grid("Lea").pasting([["5", "1"], ["2", "4"]], at: GridSelection(GridPlace(1, 3))).edit,
      to: contents)
    // What is worked out stands beside the names.
    #expect(
      grid("Lea").columns.map(\.title) == [
        "Place", "Score of all", "This interviewer", "Warmth", "Speed", "Add criterion",
      ])
    func places() -> [String] { [1, 2].map { grid("Lea").cell(at: GridPlace($0, 0)).text } }
    #expect(places() == ["1", "1"])
    contents = try applied(
      grid("Lea").setting("40", at: GridPlace(0, 4)).edit, to: contents)
    #expect(contents.criteria.inOrder().map(\.weight) == [1, 40])
    #expect(places() == ["2", "1"])
    #expect(grid("Lea").setting("101", at: GridPlace(0, 4)).refused.count == 1)
    // The means of all cannot be typed; a new candidate belongs to the role.
    #expect(!grid("").isEditable(GridPlace(1, 2)))
    contents = try applied(grid("Lea").setting("Cem", at: GridPlace(3, -1)).edit, to: contents)
    #expect(contents.candidates.first { $0.name == "Cem" }?.roleID == role.id)
  }

  @Test func contributionsDrawLinesAndNameWhoHasNone() throws {
    var contents = empty()
    let map = JourneyMap(rank: .middle, title: "Returning")
    let stage = Stage(mapID: map.id, rank: .middle, title: "After")
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = zip(["Ask", "Send"], Rank.spread(2)).map {
      Step(stageID: stage.id, rank: $1, title: $0)
    }
    contents.departments = zip(["IT", "Stores"], Rank.spread(2)).map {
      Department(rank: $1, name: $0)
    }
    var grid = ContributionGrid(contents, map: map)
    #expect(grid.columns.map(\.isMarked) == [true, true])
    contents = try applied(
      grid.pasting([["keeps the form short", "✓"]], at: GridSelection(GridPlace(0, 0))).edit,
      to: contents)
    grid = ContributionGrid(contents, map: map)
    #expect(Set(contents.stepDepartments.map(\.contribution)) == ["keeps the form short", ""])
    #expect(grid.cell(at: GridPlace(0, 1)).text == ContributionGrid.bare)
    #expect(grid.columns.map(\.isMarked) == [false, false])
    #expect(grid.rows.map(\.isMarked) == [false, true, false])
    contents = try applied(
      grid.clearing(GridSelection(GridPlace(0, 1))).edit, to: contents)
    #expect(contents.stepDepartments.count == 1)
  }

  @Test func aTargetWhoseDayHasComeIsTheMetrics() throws {
    var contents = empty()
    let metric = Metric(rank: .middle, title: "NPS", measure: .nps, target: 20)
    contents.metrics = [metric]
    func grid() -> TargetGrid {
      TargetGrid(contents.metrics[0], changes: contents.targetChanges, today: today)
    }
    contents = try applied(
      grid().pasting(
        [["2026-10-01"]], at: GridSelection(GridPlace(0, -1))
      ).edit, to: contents)
    #expect(contents.targetChanges.map(\.target) == [nil])
    contents = try applied(
      grid().pasting([["30", "better", "Ingrid"]], at: GridSelection(GridPlace(0, 0))).edit,
      to: contents)
    #expect(contents.metrics[0].target == 30)
    #expect(contents.metrics[0].agreedBy == "Ingrid")
    // One for later changes nothing today.
    contents = try applied(grid().setting("2027-01-01", at: GridPlace(1, -1)).edit, to: contents)
    contents = try applied(grid().setting("50", at: GridPlace(1, 0)).edit, to: contents)
    #expect(contents.metrics[0].target == 30)
    #expect(grid().setting("soon", at: GridPlace(2, -1)).refused.count == 1)
    // What is set as the target is kept in the history.
    contents = try applied(
      contents.metrics[0].settingTarget(35, on: today, history: contents.targetChanges),
      to: contents)
    #expect(contents.targetChanges.byDay().map(\.target) == [30, 35, 50])
  }

  @Test func gutScoresStandByPersonBesideTheData() throws {
    var contents = empty()
    contents.opportunities = zip(["Label", "Hotline"], Rank.spread(2)).map {
      Opportunity(rank: $1, title: $0)
    }
    let grid = GutScoreGrid(contents, pending: ["Ada", "Ben"], today: today)
    contents = try applied(
      grid.pasting([["5", "4"], ["1", ""]], at: GridSelection(GridPlace(0, 0))).edit,
      to: contents)
    #expect(contents.gutScores.count == 3)
    #expect(contents.gutScores.allSatisfy { $0.day == today })
    let now = GutScoreGrid(contents, today: today)
    #expect(now.cell(at: GridPlace(0, 3)).text == "4.5")
    #expect(now.rows.map(\.isMarked) == [true, false])
  }

  @Test func everySubjectOfTheSampleHasAGrid() throws {
    let url = ProjectFolder.data.appending(path: "sample/larkfield.json")
    let contents = try WorkspaceJSON.decode(Data(contentsOf: url), file: "larkfield.json")
    for subject in GridSubject.allCases {
      let grid = try #require(subject.grid(in: contents, today: today), "\(subject)")
      #expect(grid.rows.count > 3, "\(subject)")
      #expect(grid.columns.count > 3, "\(subject)")
      #expect(grid.changes.isEmpty, "\(subject)")
      // Everything that is copied fits where it came from, and changes nothing.
      let all = try #require(grid.all)
      let outcome = grid.pasting(TextTable(grid.text(of: all)).rows, at: all)
      #expect(outcome.edit == nil, "\(subject)")
      #expect(outcome.refused.isEmpty, "\(subject): \(outcome.sentence)")
    }
  }
}
