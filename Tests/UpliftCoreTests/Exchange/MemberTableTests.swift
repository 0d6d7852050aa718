import Foundation
import Testing

@testable import UpliftCore

struct MemberTableTests {
  private let german = DayFormat(pattern: "%d.%m.%Y")

  private func table(_ text: String) throws -> MemberTable {
    try MemberTable(Data(text.utf8), file: "people.csv", format: german)
  }

  private func refusal(_ text: String) -> ImportError? {
    do {
      _ = try table(text)
      return nil
    } catch {
      return error as? ImportError
    }
  }

  @Test func headingsAreKnownInAnyOrderAndStrangersAreSaid() throws {
    let table = try table(
      "Level;Shoe size;NAME;Term_end;Function\nLead;43;Ada Lovelace;30.06.2027;IT\n;;;;\nFront;;Ben;2027-07-01;\n"
    )
    #expect(table.rows.count == 2)
    #expect(table.rows[0][.name] == "Ada Lovelace")
    #expect(table.rows[0][.level] == "Lead")
    #expect(table.rows[1][.termEnd] == "2027-07-01")
    #expect(table.remarks == ["The column “Shoe size” was left out."])
  }

  @Test func aBadRowRefusesAllOfItAndSaysWhere() throws {
    let bad = try #require(refusal("name,term end\nAda,2027-01-31\nBen,soon\n"))
    #expect(bad.place.line == 3)
    #expect(bad.description.contains("people.csv"))
    #expect(bad.description.contains("“soon” does not fit the column “term end”"))
    #expect(refusal("name,function\n,IT\n")?.reason == .noMemberName)
    #expect(refusal("function,level\nIT,Lead\n")?.reason == .noColumn("name"))
    #expect(refusal("name,function\nAda\n")?.reason == .cellCount(found: 1, expected: 2))
    #expect(refusal(" \n")?.reason == .empty)
  }

  @Test func whoIsThereAlreadyIsNotAddedAgain() throws {
    let group = AdvisoryGroup(rank: .middle, kind: .employeeAdvisoryGroup, title: "G")
    let ada = Member(groupID: group.id, rank: .middle, name: "Ada  Lovelace", site: "Home")
    let contents = GroupContents(
      group: group, members: [ada], meetings: [], agendaItems: [:], attendances: [:], boards: [])
    let imported = try #require(
      contents.importing(
        try table(
          "name,function,site,term end\nada lovelace,IT,,30.06.2027\nBen,Law,,\nben,,Hub,\n"),
        format: german))
    #expect(imported.added == 1)
    #expect(imported.changed == 1)
    let members = imported.edit.changes.compactMap { change -> Member? in
      switch change {
      case .insert(let record), .update(_, let record): record as? Member
      case .delete: nil
      }
    }
    #expect(members.map(\.name) == ["Ada  Lovelace", "Ben"])
    #expect(members[0].site == "Home")
    #expect(members[0].termEnd == CalendarDay("2027-06-30"))
    #expect(members[1].function == "Law")
    #expect(members[1].site == "Hub")
    #expect(members[1].rank > members[0].rank)
    #expect(contents.importing(try table("name\nAda Lovelace\n"), format: german) == nil)
  }

  @Test func formulasComeBackAsTheyWere() throws {
    #expect(try table("name,level\n'=Ada,'-1\n").rows[0][.name] == "=Ada")
  }
}
