import Testing

@testable import UpliftCore

/// What a spreadsheet reckons with, and what it must not take for a formula.
@Suite struct CSVTextTests {
  @Test(arguments: ["-2", "-0.5", "-1,25", "12", "3 − 2", "text"])
  func numbersAndTextsStayAsTheyAre(cell: String) {
    #expect(CSVText.harmless(cell) == cell)
    #expect(CSVText.restored(cell) == cell)
  }

  @Test(arguments: [
    "=1+1", "+2", "-2+3", "-A1", "-", "--2", "@x", "-2|cmd", "'-2", "'=x", "-1.2.3",
  ])
  func formulasGetAnApostrophe(cell: String) {
    #expect(CSVText.harmless(cell) == "'" + cell)
    #expect(CSVText.restored(CSVText.harmless(cell)) == cell)
  }
}
