import Foundation
import Testing

@testable import UpliftCore

/// Whole rows that go to the clipboard and come back.
@Suite struct CopyingRowsTests {
  private let contents: WorkspaceContents

  init() throws {
    contents = try Template.named(Template.sampleName, in: .current).contents(title: "")
  }

  private func check<Record: RegisterRecord>(_ type: Record.Type) throws {
    let context = RegisterContext(contents)
    let register = Record.register(in: context)
    let records = (context.readRecords(Record.kind).compactMap { $0 as? Record }).inOrder()
    #expect(!records.isEmpty, "\(register.name)")
    let text = RegisterPasting.text(of: records, register.columns)
    let pasted = RegisterPasting.paste(
      TextTable(text).rows, into: [], register.columns.filter(\.isInTable),
      hidden: register.columns.filter { !$0.isInTable }, row: 0, column: 0,
      make: register.make)
    #expect(pasted.surplus == 0)
    #expect(pasted.refused.map(\.text) == [], "\(register.name)")
    #expect(pasted.added.count == records.count, "\(register.name)")
    for column in register.columns where column.isEditable && column.assign == nil {
      // Worked out of the answers it comes with, a reading's value is more than its cell says.
      if Record.self == Reading.self, column.name == "value" { continue }
      #expect(
        pasted.added.map { column.text($0) } == records.map { column.text($0) },
        "\(register.name): \(column.name)")
    }
    let assigning = register.columns.filter { $0.assign != nil }
    #expect(
      pasted.assigned.isEmpty
        == records.allSatisfy { record in assigning.allSatisfy { $0.text(record).isEmpty } },
      "\(register.name)")
  }

  @Test func rowsOfEveryRegisterComeBackWhole() throws {
    for type in Registers.all { try check(type) }
  }

  @Test func everyHeadingNamesOneColumn() {
    func titles<Record: TableRecord>(_ type: Record.Type) -> [String] {
      Record.register(in: RegisterContext()).columns.map { $0.title.lowercased() }
    }
    for type in Registers.all {
      let titles = titles(type)
      #expect(Set(titles).count == titles.count, "\(titles)")
    }
  }

  @Test func headingsOfAFileAreKnownWithItsIDs() throws {
    let context = RegisterContext(contents)
    let register = Initiative.register(in: context)
    let block = TextTable("initiative\tnotes\tid\nA shorter form\tAsk first\t1234").rows
    let pasted = RegisterPasting.paste(
      block, into: [], register.columns.filter(\.isInTable),
      hidden: register.columns.filter { !$0.isInTable }, row: 0, column: 0, make: register.make)
    #expect(pasted.added.map(\.title) == ["A shorter form"])
    #expect(pasted.added.map(\.notes) == ["Ask first"])
    #expect(pasted.surplus == 0)
  }

  @Test func aColumnThatTheRegisterDoesNotHaveIsLeftOutAndNamed() throws {
    let register = Initiative.register(in: RegisterContext(contents))
    let block = TextTable("Initiative\tOwner\tBudget\nA shorter form\tAnn Lee\t300").rows
    let pasted = RegisterPasting.paste(
      block, into: [], register.columns.filter(\.isInTable),
      hidden: register.columns.filter { !$0.isInTable }, row: 0, column: 0, make: register.make)
    #expect(pasted.added.map(\.title) == ["A shorter form"])
    #expect(pasted.added.map(\.owner) == ["Ann Lee"])
    #expect(pasted.unknown == ["Budget"])
    #expect(pasted.refused.isEmpty)
  }

  /// Without headings a block goes along what is seen, and stops where that ends.
  @Test func whatIsHiddenIsReachedByItsHeadingOnly() throws {
    let register = Initiative.register(in: RegisterContext(contents))
    let shown = register.columns.filter(\.isInTable)
    let pasted = RegisterPasting.paste(
      [["yes", "", "one too many"]], into: [], shown,
      hidden: register.columns.filter { !$0.isInTable }, row: 0, column: shown.count - 2,
      make: register.make)
    #expect(pasted.surplus == 1)
    #expect(pasted.added.map(\.notes) == [""])
  }
}
