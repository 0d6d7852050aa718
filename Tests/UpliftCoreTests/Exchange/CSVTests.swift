import CustomDump
import Foundation
import Testing

@testable import UpliftCore
@testable import edit_stream

@Suite struct CSVTests {
  private func read(
    _ text: String, name: String? = nil
  ) throws(ImportError) -> ImportedDocument {
    try Importing.read(Data(text.utf8), file: "table.csv", as: .csv, name: name)
  }

  private func rows(_ text: String, _ delimiter: Character = ",") throws -> [[String]] {
    var reader = CSVReader(Array(text.utf8), delimiter: delimiter.asciiValue ?? 0)
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.cells) }
    return rows
  }

  // MARK: Rows and cells

  @Test func cellsAreReadAsTheStandardHasThem() throws {
    #expect(try rows("a,b\r\nc,d") == [["a", "b"], ["c", "d"]])
    #expect(try rows("a,,\n,b,\n") == [["a", "", ""], ["", "b", ""]])
    #expect(try rows("\"a,\"\"b\"\"\",\"line\r\nline\"\r\n") == [["a,\"b\"", "line\r\nline"]])
    #expect(try rows("a \"b\" c;\"\"\n", ";") == [["a \"b\" c", ""]])
    #expect(try rows("\n\na\rb\n\n") == [["a"], ["b"]])
    #expect(try rows("sep=;\r\na;b", ";") == [["a", "b"]])
    #expect(try rows("") == [])
  }

  @Test func aRowKnowsItsLine() throws {
    var reader = CSVReader(Array("a\n\n\"b\nc\"\r\nd".utf8), delimiter: UInt8(ascii: ","))
    var lines: [Int] = []
    while let row = try reader.next() { lines.append(row.line) }
    #expect(lines == [1, 3, 5])
  }

  /// What is written reads back alike, whatever the cells hold.
  @Test(arguments: 0..<40)
  func whateverIsWrittenReadsBackAlike(seed: Int) throws {
    var random = Dice(seed: UInt64(seed))
    let pieces = [
      "=", "+", "-", "@", "'", "\t", "\r", "\n", "\"", ",", ";", " ", "a", "é", "退", "＝",
    ]
    var text = CSVText()
    var expected: [[String]] = []
    for _ in 0..<20 {
      let row = (0..<4).map { _ in
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
      text.append(row)
      expected.append(row)
    }
    let read = try rows(text.text)
    for cell in read.flatMap(\.self) {
      #expect(!(cell.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false))
    }
    expectNoDifference(read.map { $0.map(CSVText.restored) }, expected)
  }

  // MARK: Journeys

  static let journey = """
    Persona;EMOTION;Lane;Card;Moment of truth;Stage;Step;Evidence Level;Span;Departments;Color;Source;Weather
    Maya;-1,5;;;yes;Before;Look for it;;;;;;sunny
    ;;Actions;"Reads ""all""
    of it";;Before;Look for it;observed;2;Web; blue ;Diary;
    ;;Pain Points;Lost;x;Before;Give up;Reported;;Web; ;;
    Jo;2;;;;After;Be found;;;;;;
    ;;Own lane;Hm;;After;Be found;;;Shop\u{20};;;
    """

  @Test func aMapIsReadWhateverTheOrderOfColumns() throws {
    // The semicolon inside "Departments" cells would be a delimiter here; names come singly.
    let text = Self.journey.replacingOccurrences(of: "Web; blue ;Diary;", with: "Web;blue;Diary;")
      .replacingOccurrences(of: "Web; ;;", with: "Web;;;")
    let document = try read(text, name: "A map")
    let contents = document.contents
    let map = try #require(contents.journeyMaps.first)
    let journey = try #require(contents.journey(map.id))
    #expect(map.title == "A map")
    #expect(journey.persona?.name == "Maya")
    #expect(journey.stages.map(\.title) == ["Before", "After"])
    #expect(journey.steps.map(\.title) == ["Look for it", "Give up", "Be found"])
    #expect(journey.steps.map(\.isMomentOfTruth) == [true, true, false])
    #expect(journey.lanes.map(\.laneKind) == [.actions, .painPoints, .text])
    #expect(journey.lanes.map(\.title) == ["", "", "Own lane"])
    let card = try #require(
      journey.cards(at: Cell(laneID: journey.lanes[0].id, stepID: journey.steps[0].id)).first)
    #expect(card.text == "Reads \"all\"\nof it")
    #expect(card.evidence == .observed)
    #expect(card.span == 2)
    #expect(card.colour == .blue)
    #expect(card.source == "Diary")
    #expect(journey.departments(of: card.id).map(\.name) == ["Web"])
    #expect(contents.departments.map(\.name) == ["Web", "Shop"])
    #expect(journey.emotions[journey.steps[0].id]?.map(\.value) == [-1.5])
    #expect(journey.emotions[journey.steps[2].id]?.map(\.value) == [2])
    #expect(document.remarks == ["The column “Weather” was left out."])
    try WorkspaceValidation(contents).check()
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func theDelimiterIsFound(delimiter: String) throws {
    let text = "Stage,Step,Lane,Text\nA,B,Actions,C\n".replacingOccurrences(
      of: ",", with: delimiter)
    let contents = try read(text).contents
    #expect(contents.steps.map(\.title) == ["B"])
    #expect(contents.cards.map(\.text) == ["C"])
  }

  @Test func everyEncodingIsRead() throws {
    let text = "Stage,Step,Lane,Text\r\nVor,Größe,Actions,„Ü“ 退 😀\r\n"
    var little = Data([0xFF, 0xFE])
    var big = Data([0xFE, 0xFF])
    for unit in text.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for data in [Data(text.utf8), Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8), little, big] {
      let document = try Importing.read(data, file: "x.csv")
      #expect(document.contents.cards.map(\.text) == ["„Ü“ 退 😀"])
      #expect(document.contents.steps.map(\.title) == ["Größe"])
    }
  }

  static let malformed: [(String, String)] = [
    ("a,b\nc,d", "table.csv, line 1: The first row must name the columns."),
    ("Lane,Text\nActions,A", "table.csv, line 1: There is no column “step”."),
    (
      "Step,Lane,Text,step\nA,Actions,A,B",
      "table.csv, line 1: The column “step” stands there twice."
    ),
    ("Step,Lane,Text\nA,Actions\n", "table.csv, line 2: There are 2 cells; the header has 3."),
    ("Step,Lane,Text\nA,Actions,B,,C\n", "table.csv, line 2: There are 5 cells; the header has 3."),
    (
      "Step,Lane,Text\nA,Actions,\"B\n\nC",
      "table.csv, line 2: The quotation mark that opens here is never closed."
    ),
    (
      "Step,Lane,Text\nA,Actions,\"B\"C\n",
      "table.csv, line 2: There is text after a closing quotation mark."
    ),
    (
      "Step,Lane,Text\n\n,Actions,B\n",
      "table.csv, line 3: The row has a card or an emotion, but no step."
    ),
    ("Step,Lane,Text\nA,,B\n", "table.csv, line 2: The row has a card, but no lane."),
    (
      "Step,Emotion\nA,3\n",
      "table.csv, line 2: “3” does not fit the column “emotion”; it takes numbers from −2 to 2."
    ),
    (
      "Step,Emotion\nA,1\nA,2\n",
      "table.csv, line 3: “2” does not fit the column “emotion”; it takes one value for each step and persona."
    ),
    (
      "Step,Lane,Text,Evidence\nA,Actions,B,sure\n",
      "table.csv, line 2: “sure” does not fit the column “evidence”; it takes observed, reported, assumed."
    ),
    (
      "Step,Lane,Text,Span\nA,Actions,B,0\n",
      "table.csv, line 2: “0” does not fit the column “span”; it takes whole numbers from 1 to 10000."
    ),
    (
      "Step,Moment of truth\nA,perhaps\n",
      "table.csv, line 2: “perhaps” does not fit the column “moment of truth”; it takes yes or no."
    ),
    (
      "Step,Lane,Kind\nA,B,Nothing\n",
      "table.csv, line 2: “Nothing” does not fit the column “kind”; it takes actions, thoughts, emotion, touchpoints, channels, pain points, opportunities, physical evidence, frontstage, backstage, support, metrics, images, text, departments."
    ),
    ("Column,Note\n,Lost\n", "table.csv, line 2: The row has no column of the board."),
    (
      "Column,Note,Votes\nA,B,many\n",
      "table.csv, line 2: “many” does not fit the column “votes”; it takes whole numbers from 0 to 10000."
    ),
    ("Note,Votes\nA,1\n", "table.csv, line 1: There is no column “column”."),
    ("   \n", "table.csv: There is nothing in it."),
  ]

  @Test(arguments: malformed)
  func aMalformedTableIsRefusedWithItsLine(text: String, sentence: String) {
    let error = #expect(throws: ImportError.self) { try read(text) }
    expectNoDifference(error?.sentence, sentence)
  }

  /// A map without what CSV has no place for: only its first persona has the point of view.
  private func comparable(_ journey: JourneyContents) -> [String] {
    var lines = journey.stages.map { "stage \($0.title)" }
    let names = Dictionary(uniqueKeysWithValues: journey.personas.map { ($0.id, $0.name) })
    for lane in journey.lanes {
      lines.append("lane \(lane.laneKind) \(JourneyWords.title(of: lane))")
    }
    for step in journey.steps {
      lines.append("step \(step.title) \(step.isMomentOfTruth)")
      for emotion in journey.emotions[step.id] ?? [] {
        lines.append("\(emotion.personaID.flatMap { names[$0] } ?? "-") \(emotion.value)")
      }
      for lane in journey.lanes {
        for card in journey.cards(at: Cell(laneID: lane.id, stepID: step.id)) {
          let departments = journey.departments(of: card.id).map(\.name).sorted()
          lines.append(
            "\(JourneyWords.title(of: lane)): \(card.text) \(card.span) \(card.evidence) \(card.source) "
              + "\(String(describing: card.colour)) \(String(describing: card.cardKind)) "
              + "\(departments)")
        }
      }
    }
    return lines
  }

  @Test func theSampleComesBackAsItWas() throws {
    for file in ShippedFilesTests.files {
      let contents = try WorkspaceJSON.decode(Data(contentsOf: file))
      for map in contents.journeyMaps {
        let journey = try #require(contents.journey(map.id))
        let bytes = try ExportText.data(.journey(map.id), of: contents, as: .csv)
        let document = try Importing.read(bytes, file: "map.csv")
        let back = try #require(
          document.contents.journeyMaps.first.flatMap { document.contents.journey($0.id) })
        expectNoDifference(comparable(back), comparable(journey))
        #expect(document.remarks.isEmpty)
        #expect(
          try ExportText.data(.journey(back.map.id), of: document.contents, as: .csv) == bytes)
      }
      for board in contents.boards {
        let bytes = try ExportText.data(.board(board.id), of: contents, as: .csv)
        let document = try Importing.read(bytes, file: "board.csv")
        let back = try #require(document.contents.boards.first)
        #expect(try ExportText.data(.board(back.id), of: document.contents, as: .csv) == bytes)
        #expect(document.contents.votes.count == contents.board(board.id)?.votes.count)
      }
    }
  }

  @Test func rowsInAnotherOrderMakeTheSameMap() throws {
    let contents = try WorkspaceJSON.decode(Data(contentsOf: ShippedFilesTests.files[0]))
    let map = try #require(contents.journeyMaps.inOrder().first)
    let text = String(
      decoding: try ExportText.data(.journey(map.id), of: contents, as: .csv), as: UTF8.self)
    let journey = try #require(contents.journey(map.id))
    var reader = CSVReader(Array(text.utf8), delimiter: UInt8(ascii: ","))
    let header = try #require(try reader.next())
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.cells) }
    var random = Dice(seed: 1)
    var shuffled = CSVText()
    shuffled.append(header.cells)
    for row in rows.shuffled(using: &random) { shuffled.append(row.map(CSVText.restored)) }
    let back = try read(shuffled.text).contents
    let read = try #require(back.journeyMaps.first.flatMap { back.journey($0.id) })
    #expect(read.stages.map(\.title) == journey.stages.map(\.title))
    #expect(read.steps.map(\.title) == journey.steps.map(\.title))
    #expect(read.cards.count == journey.cards.count)
  }

  @Test func formulasAreMadeHarmlessAndComeBack() throws {
    let text =
      "Stage,Step,Lane,Text\r\nA,B,Actions,\"=HYPERLINK(\"\"http://x\"\")\"\r\nA,B,Actions,@x\r\n"
    let contents = try read(text).contents
    #expect(contents.cards.map(\.text) == ["=HYPERLINK(\"http://x\")", "@x"])
    let map = try #require(contents.journeyMaps.first)
    let written = try ExportText.data(.journey(map.id), of: contents, as: .csv)
    let cells = try rows(String(decoding: written, as: UTF8.self)).flatMap(\.self)
    #expect(cells.contains("'=HYPERLINK(\"http://x\")"))
    #expect(cells.contains("'@x"))
    let back = try Importing.read(written, file: "x.csv").contents
    #expect(back.cards.map(\.text) == contents.cards.map(\.text))
  }

  // MARK: Boards

  @Test func aBoardIsRead() throws {
    let document = try read(
      """
      Theme\tVotes\tNote\tColumn\tAuthor\tCluster
      Speed\t2\tToo slow\tPain\tAda\t
      \t1\tToo far\tPain\tBen\tDistance
      \t3\t\tPain\t\tDistance
      \t\t\tIdeas\t\t
      """, name: "Retro")
    let contents = document.contents
    let board = try #require(contents.boards.first.flatMap { contents.board($0.id) })
    #expect(board.board.title == "Retro")
    #expect(board.columns.map(\.title) == ["Pain", "Ideas"])
    #expect(board.members.map(\.name) == ["Ada", "Ben"])
    let note = try #require(contents.notes.first)
    #expect(note.theme == "Speed")
    #expect(board.votes(for: note.id) == 2)
    let cluster = try #require(contents.clusters.first)
    #expect(board.votes(for: cluster.id) == 3)
    #expect(board.clusterNotes[cluster.id]?.compactMap { board.notes[$0]?.text } == ["Too far"])
    try WorkspaceValidation(contents).check()
  }
}
