import Foundation
import Testing

@testable import UpliftCore

struct RegistersTests {
  private func names<Record: TableRecord>(_ type: Record.Type) -> [String] {
    Record.register(in: RegisterContext()).columns.map(\.name)
  }

  @Test func namesAreThereOnceAndCanBeHeadings() {
    #expect(Set(Registers.names).count == Registers.tables.count)
    for type in Registers.tables {
      let names = names(type)
      #expect(Set(names.map { ColumnName($0).key }).count == names.count, "\(names)")
      for name in names { #expect(name == name.lowercased()) }
    }
  }

  @Test func aContextKnowsRecordsByTheirTitles() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    let map = JourneyMap(rank: .middle, title: "Buying")
    let stage = Stage(mapID: map.id, rank: .middle, title: "Before")
    let step = Step(stageID: stage.id, rank: .middle, title: "Paying")
    contents.journeyMaps = [map]
    contents.stages = [stage]
    contents.steps = [step]
    contents.promises = [Promise(rank: .middle, title: "We call\nback", owner: "Amina")]
    let context = RegisterContext(contents)
    #expect(context.title(of: step.reference) == "Paying · Buying")
    #expect(context.entries(of: .promise).map(\.title) == ["We call back"])
    #expect(context.people == ["Amina"])
    #expect(context.entry(of: .promise, titled: "we call  back") != nil)
  }
}
