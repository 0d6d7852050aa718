import XCTest

@testable import UpliftApp

@MainActor
final class ClipboardTableTests: GtkTestCase {
  func testFieldsAndRows() async {
    XCTAssertEqual(ClipboardTable("a\tb\r\nc\td\r\n").rows, [["a", "b"], ["c", "d"]])
    XCTAssertEqual(ClipboardTable("a\t\tb").rows, [["a", "", "b"]])
    XCTAssertEqual(ClipboardTable("").rows, [])
  }

  func testQuotesHoldLinesTogether() async {
    XCTAssertEqual(
      ClipboardTable("\"two\nlines\"\t\"say \"\"yes\"\"\"").rows, [["two\nlines", "say \"yes\""]])
  }

  func testAQuotationIsNoField() async {
    XCTAssertEqual(
      ClipboardTable("\"Did they get it?\" she asked\nand left").rows,
      [["\"Did they get it?\" she asked"], ["and left"]])
    XCTAssertEqual(ClipboardTable("\"half open\nnext").rows, [["\"half open"], ["next"]])
  }

  func testWhatIsWrittenIsRead() async {
    let rows = [["plain", "tab\there", ""], ["line\nend", "\"quoted\"", "”typographic”"]]
    XCTAssertEqual(ClipboardTable(ClipboardTable(rows: rows).text).rows, rows)
  }
}
