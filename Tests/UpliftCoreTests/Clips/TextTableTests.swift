import Foundation
import Testing

@testable import UpliftCore

/// What spreadsheets and other programs put on a clipboard.
@Suite struct TextTableTests {
  @Test func tabsAndLineEndsMakeCells() {
    #expect(TextTable("a\tb\r\nc\td\r\n").rows == [["a", "b"], ["c", "d"]])
    #expect(TextTable("a\t\tb").rows == [["a", "", "b"]])
    #expect(TextTable("a\n\nb").rows == [["a"], [""], ["b"]])
    #expect(TextTable("").rows == [])
    #expect(TextTable("one\rtwo").rows == [["one"], ["two"]])
  }

  @Test func quotesHoldLinesTogether() {
    #expect(
      TextTable("\"two\nlines\"\t\"say \"\"yes\"\"\"").rows == [["two\nlines", "say \"yes\""]])
    #expect(TextTable("\"a\r\nb\"\r\n\"\"\tc").rows == [["a\r\nb"], ["", "c"]])
  }

  @Test func aQuotationIsNoField() {
    #expect(
      TextTable("\"Did they get it?\" she asked\nand left").rows
        == [["\"Did they get it?\" she asked"], ["and left"]])
    #expect(TextTable("\"half open\nnext").rows == [["\"half open"], ["next"]])
  }

  @Test func whatIsWrittenIsRead() {
    let rows = [
      ["plain", "tab\there", ""], ["line\nend", "\"quoted\"", "”typographic”"],
      ["退货 📦", "مرحبا", "e\u{301}"],
    ]
    #expect(TextTable(TextTable(rows: rows).text).rows == rows)
    #expect(TextTable(html: TextTable(rows: rows).html)?.rows == rows.map { $0.map(\.tabless) })
  }

  @Test func oneCellIsJustItsText() {
    #expect(TextTable(rows: [["two\nlines"]]).plainText == "two\nlines")
    #expect(TextTable(rows: [["two\nlines"]]).text == "\"two\nlines\"")
  }

  /// As LibreOffice Calc 7.4 writes it, shortened.
  @Test func aSpreadsheetsHTMLKeepsItsCells() {
    let html = """
      <!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
      <html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
      <title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
      <style type="text/css">body,div,table { font-family:"Liberation Sans" } td > p { }</style>
      </head><body>
      <table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup>
      <tr><td height="17" align="left" valign=bottom><font color="#000000">Stands in<br>the queue</font></td>
      <td align="left">5&nbsp;&lt;&nbsp;6 &amp;c &#8364;</td></tr>
      <tr><td height="17" align="left"><br></td><td align="left"><b>b</b>old
        words</td></tr>
      </table>
      <!-- ************************************************************************** --></body></html>
      """
    #expect(
      TextTable(html: html)?.rows
        == [["Stands in\nthe queue", "5 < 6 &c €"], ["", "bold words"]])
  }

  @Test func mergedCellsLeaveTheirPlacesFree() {
    let html = """
      <table><tr><td rowspan=2>a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr>
      <tr><td>e</td><td><p>f</p><p>g</p></td></tr></table>
      """
    #expect(
      TextTable(html: html)?.rows == [["a", "b", ""], ["", "c", "d"], ["e", "f\ng"]])
  }

  @Test(arguments: [
    "", "no table", "<p>A text with <table><tr><td>a</td></tr></table></p>",
    "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>",
    "<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>", "<table></table>",
    "<table><tr><td>" + "<tr>", "<", "</", "<table", "<!--", "<style>",
    "<img src=x onerror=alert(1)>",
  ])
  func whatIsNotOneTableIsNone(html: String) {
    #expect(TextTable(html: html)?.count ?? 0 == 0)
  }

  @Test func enormousSpansAreNotBelieved() {
    let row = "<tr>" + String(repeating: "<td colspan=\"99999999\">a</td>", count: 50) + "</tr>"
    let html = "<table>" + String(repeating: row, count: 100) + "</table>"
    #expect(TextTable(html: html) == nil)
    #expect(TextTable(html: "<table><tr><td rowspan=999999999999>a</td></tr></table>") != nil)
  }

  @Test func htmlComesBeforeTextAndWhatCannotBeReadIsNothing() {
    let html = Data("<table><tr><td>two<br>lines</td></tr></table>".utf8)
    let text = Data("two\nlines".utf8)
    #expect(TextTable(html: html, text: text)?.rows == [["two\nlines"]])
    #expect(TextTable(html: Data("<p>two</p>".utf8), text: text)?.rows == [["two"], ["lines"]])
    #expect(TextTable(html: nil, text: Data([0xFF, 0xC0, 0x80])) == nil)
    #expect(TextTable(html: nil, text: nil) == nil)
  }
}

extension String {
  /// White space in HTML is one blank.
  fileprivate var tabless: String { replacing("\t", with: " ") }
}
