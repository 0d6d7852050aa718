import Foundation
import Testing

@testable import UpliftCore

struct RegisterCSVTests {
  private func text(_ records: [Sample], _ context: RegisterContext = Sample.context()) -> String {
    String(decoding: RegisterCSV.data(records, register(context.plain)), as: UTF8.self)
  }

  private func register(_ context: RegisterContext) -> Register<Sample> {
    Register(
      name: "samples", title: "Samples", columns: Sample.columns(context), explanation: "",
      addTitle: "", addName: .addInitiative,
      make: { Sample(rank: .between($0?.rank, nil)) }, recordName: \.title)
  }

  private func read(_ text: String, into existing: [Sample] = []) throws -> RegisterCSV.Result {
    try RegisterCSV.importing(
      Data(text.utf8), file: "a.csv", into: existing, context: Sample.context(),
      register: register)
  }

  private func records(_ result: RegisterCSV.Result) -> [Sample] {
    (result.edit?.changes ?? []).compactMap { change in
      switch change {
      case .insert(let record), .update(_, let record): record as? Sample
      case .delete: nil
      }
    }
  }

  private func sentence(_ text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return (error as? ImportError)?.sentence
    }
  }

  @Test func whatIsWrittenIsReadBackAndChangesNothing() throws {
    let day = try #require(CalendarDay("2026-03-01"))
    let records = [
      Sample(
        title: "=1+1, \"quoted\"", note: "two\nlines", person: "Amina", day: day, month: day,
        quarter: FiscalQuarter(of: day), number: -1234.5, share: 12.5, cost: 123_450, rating: 4,
        isOn: true, departments: Sample.houses.map(\.reference.id),
        stepID: Sample.steps[0].reference.id, source: Sample.houses[1].reference),
      Sample(title: "Empty"),
    ]
    let csv = text(records)
    #expect(csv.contains("1234.50"))
    #expect(csv.contains("2026-03-01"))
    #expect(csv.contains("2026-Q1"))
    #expect(csv.contains("'=1+1"))
    #expect(try read(csv, into: records).edit == nil)
    // Into an empty workspace all of it comes back.
    let again = self.records(try read(csv))
    #expect(
      again.map { record in
        var plain = record
        plain.rank = records[0].rank
        return plain
      } == records)
  }

  @Test func whatHappensAgainToTheSameIsAnotherRecord() throws {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "W"))
    let day = try #require(CalendarDay("2026-07-22"))
    contents.dialogues = [
      Dialogue(rank: .middle, day: day, leader: "Greta", customer: "Kiran Desai")
    ]
    contents.trainings = [Training(rank: .middle, title: "Hear", wave: .leaders)]
    contents.promises = [Promise(rank: .middle, title: "Call back", toWhom: "Amina")]
    func read<Record: RegisterRecord>(_ text: String, _ records: [Record]) throws -> [Int] {
      let result = try RegisterCSV.importing(
        Data(text.utf8), file: nil, into: records, context: RegisterContext(contents),
        register: Record.register)
      return [result.added, result.changed]
    }
    let head = "Customer,Who spoke with them,Day,Likes\n"
    #expect(try read(head + "Kiran Desai,Greta,2026-11-22,All\n", contents.dialogues) == [1, 0])
    #expect(try read(head + "Kiran Desai,Greta,2026-07-22,All\n", contents.dialogues) == [0, 1])
    // A customer is no conversation.
    #expect(try read("Customer,Likes\nKiran Desai,All\n", contents.dialogues) == [1, 0])
    #expect(try read("Module,Wave\nHear,managers\n", contents.trainings) == [1, 0])
    #expect(try read("Module,Wave,People\nHear,leaders,9\n", contents.trainings) == [0, 1])
    #expect(try read("Promise,To whom\nCall back,Jonas\n", contents.promises) == [1, 0])
    // As far as the file says it.
    #expect(try read("Promise,Outcome\nCall back,kept\n", contents.promises) == [0, 1])
  }

  @Test func headingsMayBeInEitherLanguageAndInAnyOrder() throws {
    let result = try read("COST;title;Nonsense\n1.234,50 €;One;x\n;Two;\n")
    #expect(records(result).map(\.title) == ["One", "Two"])
    #expect(records(result).map(\.cost) == [123_450, nil])
    #expect(result.remarks.count == 1)
    #expect(result.remarks[0].contains("Nonsense"))
  }

  @Test func commasMeanPointsInNumbers() throws {
    #expect(records(try read("title,number\nOne,1.234\n")).map(\.number) == [1.234])
    #expect(records(try read("title;number\nOne;1.234\n")).map(\.number) == [1234])
  }

  @Test func rowsChangeWhatIsCalledSoOnceOrHasTheirID() throws {
    let old = [Sample(title: "One", rating: 1), Sample(title: "Same"), Sample(title: "Same")]
    let result = try read(
      "title,rating,id\none,5,\nSame,2,\nNew name,3,\(old[2].id)\n", into: old)
    #expect(result.added == 1)
    #expect(result.changed == 2)
    let new = records(result)
    #expect(new.first { $0.id == old[0].id }?.rating == 5)
    #expect(new.first { $0.id == old[2].id }?.title == "New name")
    #expect(new.contains { $0.title == "Same" && $0.rating == 2 && $0.id != old[1].id })
  }

  @Test func aBadRowRefusesTheWholeFileWithLineColumnAndValue() {
    let refusal = sentence("title,rating\nOne,5\nTwo,9\n")
    #expect(refusal?.contains("a.csv") == true)
    #expect(refusal?.contains("3") == true)
    #expect(refusal?.contains("Rating") == true)
    #expect(refusal?.contains("“9”") == true)
    #expect(sentence("what,else\n1,2\n") != nil)
    #expect(sentence("") != nil)
    #expect(sentence("title,title\n1,2\n") != nil)
    #expect(sentence("title,rating\nOne\n") != nil)
    #expect(sentence("title,id\nOne,nonsense\n")?.contains("nonsense") == true)
  }

  @Test func aTextThatNoFieldHoldsIsRefusedWithItsLine() throws {
    let long = String(repeating: "X", count: 60_001)
    let refusal = try #require(sentence("title,rating\nOne,5\n\(long),4\n"))
    #expect(refusal.contains("3") && refusal.contains("60,000"))
    #expect(refusal.count < 300)
    // What stands in the file already may stay.
    let old = [Sample(title: "One", note: long)]
    let result = try read("title,note,rating\nOne,\(long),3\n", into: old)
    #expect(records(result).map(\.rating) == [3])
    #expect(sentence("title,note\nTwo,\(long.dropLast())\n") == nil)
  }

  @Test func recordsThatBelongToNothingAreRefused() throws {
    let context = RegisterContext()
    #expect(throws: ImportError.self) {
      try RegisterCSV.importing(
        Data("recommendation\nOne\n".utf8), file: nil, into: [Recommendation](),
        context: context, register: Recommendation.register)
    }
    let groups = ["A", "B"].map { RegisterEntry(EntityReference(.advisoryGroup, UUID()), $0) }
    let several = RegisterContext(entries: { $0 == .advisoryGroup ? groups : [] })
    #expect(throws: ImportError.self) {
      try RegisterCSV.importing(
        Data("recommendation\nOne\n".utf8), file: nil, into: [Recommendation](),
        context: several, register: Recommendation.register)
    }
    let result = try RegisterCSV.importing(
      Data("recommendation,group\nOne,b\n".utf8), file: nil, into: [Recommendation](),
      context: several, register: Recommendation.register)
    guard case .insert(let record)? = result.edit?.changes.first else {
      Issue.record("nothing was added")
      return
    }
    #expect((record as? Recommendation)?.groupID == groups[1].reference.id)
  }

  @Test func documentsGetTheColumnsThatTheyAskFor() throws {
    var document = TextDocument(title: "Plan")
    let rows = [Sample(title: "One", cost: 100), Sample(title: "Two")]
    document.addRegister(
      register(Sample.context()), rows, columns: ["cost", "title", "person"], hidesEmpty: true)
    guard case .grid(let grid)? = document.blocks.first else {
      Issue.record("no grid")
      return
    }
    #expect(grid.columns.map(\.title) == ["Cost", "Title"])
    #expect(grid.columns.map(\.isFigure) == [true, false])
    #expect(grid.rows == [["1,00\u{A0}€", "One"], ["", "Two"]])
    document.addRegister(register(Sample.context()), [])
    #expect(document.blocks.count == 1)
  }
}
