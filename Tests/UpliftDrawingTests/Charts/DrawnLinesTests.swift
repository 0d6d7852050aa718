import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct DrawnLinesTests {
  @Test func ofVeryManyLinesThoseThatWantAttentionAreDrawnAndTheRestIsCounted() {
    let drawn = DrawnLines(rows: 5_000, columns: 10, wantsRow: { $0 == 4_321 })
    #expect(drawn.rows.count == DrawnLines.mostRows)
    #expect(drawn.rows.contains(4_321))
    #expect(drawn.rows == drawn.rows.sorted())
    #expect(drawn.columns == Array(0..<10))
    #expect(drawn.sentence.contains("5,000") || drawn.sentence.contains("5000"))
    #expect(DrawnLines(rows: 3, columns: 2).sentence.isEmpty)
    #expect(DrawnLines(rows: 3, columns: 2).rule("Why") == "Why")
  }

  @Test func thousandsOfSkillsAndRolesStayATableThatCanBeDrawn() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Large"))
    contents.skills = Rank.spread(5_000).map { Skill(rank: $0, title: "S") }
    contents.workRoles = Rank.spread(5_000).map { WorkRole(rank: $0, title: "R") }
    contents.skillLevels = [
      SkillLevel(
        skillID: contents.skills[4_000].id, roleID: contents.workRoles[4_500].id, needed: 3,
        present: 1)
    ]
    let table = try #require(
      PlanFigure.skills.chart(contents, today: CalendarDay("2026-11-22") ?? CalendarDay(.now))
        as? HeatTable)
    #expect(table.rows.count == DrawnLines.mostRows)
    #expect(table.columns.count == DrawnLines.mostColumns)
    #expect(table.rows.contains { row in row.cells.contains { $0.text == "1 / 3" } })
    #expect(table.rule.contains("120"))
  }
}
