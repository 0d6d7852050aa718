import Foundation
import Testing

@testable import UpliftCore

struct MoneyTests {
  private let german = NumberFormat(decimalMark: ",", groupMark: ".", isSymbolFirst: false)
  private let english = NumberFormat(decimalMark: ".", groupMark: ",", isSymbolFirst: true)
  private let french = NumberFormat(decimalMark: ",", groupMark: "\u{202F}", isSymbolFirst: false)
  private let swiss = NumberFormat(decimalMark: ".", groupMark: "’", isSymbolFirst: true)

  private func currency(_ code: String) throws -> Currency { try #require(Currency(code)) }

  private func units(
    _ text: String, _ code: String = "EUR", _ format: NumberFormat
  ) throws -> Int64? {
    Money(text, try currency(code), format: format)?.minorUnits
  }

  @Test func readsWhatPeopleType() throws {
    #expect(try units("1.234,50 €", "EUR", german) == 123_450)
    #expect(try units("€1,234.50", "EUR", english) == 123_450)
    #expect(try units("1.234,50 €", "EUR", english) == 123_450)
    #expect(try units("1,234.50", "EUR", german) == 123_450)
    #expect(try units("1 234,5 EUR", "EUR", french) == 123_450)
    #expect(try units("1’234.50", "CHF", swiss) == 123_450)
    #expect(try units("1.234", "EUR", german) == 123_400)
    #expect(try units("1,234", "EUR", english) == 123_400)
    #expect(try units("12,5", "EUR", english) == 1_250)
    #expect(try units(".5", "EUR", english) == 50)
    #expect(try units("1.234.567", "EUR", german) == 123_456_700)
    #expect(try units("12,34,567.00", "INR", english) == 123_456_700)
  }

  @Test func currenciesHaveTheirOwnDecimals() throws {
    #expect(try units("¥1,200", "JPY", english) == 1_200)
    #expect(try units("1.200", "JPY", german) == 1_200)
    #expect(try units("1200.5", "JPY", english) == nil)
    #expect(try units("1200.00", "JPY", english) == 1_200)
    #expect(try units("1.234", "KWD", english) == 1_234)
    #expect(try units("1.234", "KWD", german) == 1_234_000)
    #expect(try units("1.2345", "KWD", english) == nil)
    #expect(try currency("JPY").decimals == 0)
    #expect(try currency("KWD").decimals == 3)
  }

  @Test func belowZeroInEveryManner() throws {
    for text in ["-12", "−12", "12-", "(12)", "-€12", "€-12", "- 12.00 EUR"] {
      #expect(try units(text, "EUR", english) == -1_200, "\(text)")
    }
    #expect(Money(minorUnits: -5, .euro).text(english) == "−€0.05")
    #expect(Money(minorUnits: -123_450, .euro).text(german) == "−1.234,50\u{A0}€")
  }

  @Test func refusesWhatIsNoAmount() throws {
    for text in ["", "€", "abc", "1.2.3", "12,34,5", "$5", "1,2345,678", "--1", "9e9", "1..2"] {
      #expect(try units(text, "EUR", english) == nil, "\(text)")
    }
    #expect(try units("99999999999999999", "EUR", english) == nil)
    #expect(Currency("EURO") == nil)
    #expect(Currency("1$2") == nil)
  }

  @Test func showsAsTheLocaleDoes() throws {
    #expect(Money(minorUnits: 123_450, .euro).text(english) == "€1,234.50")
    #expect(Money(minorUnits: 123_450, .euro).text(german) == "1.234,50\u{A0}€")
    #expect(Money(minorUnits: 1_200, try currency("JPY")).text(english) == "¥1,200")
    #expect(Money(minorUnits: 1_234, try currency("KWD")).text(english) == "KWD\u{A0}1.234")
    #expect(Money(minorUnits: 5, .euro).plainText == "0.05")
    #expect(Money(minorUnits: -123_450, .euro).plainText == "-1234.50")
    #expect(Money(minorUnits: 123_450, .euro).text(english, rounded: true) == "€1,235")
    #expect(Money(minorUnits: -20, .euro).text(english, rounded: true) == "€0")
  }

  /// What is shown is read back, whatever the currency, the marks and the amount.
  @Test func everyAmountComesBack() throws {
    var random = SystemRandomNumberGenerator()
    for code in ["EUR", "JPY", "KWD", "CHF", "CLF"] {
      for format in [german, english, french, swiss, .plain] {
        for _ in 0..<200 {
          let size = Int64.random(in: 1...15, using: &random)
          let most = (0..<size).reduce(Int64(1)) { value, _ in value * 10 }
          let money = Money(
            minorUnits: Int64.random(in: -most...most, using: &random), try currency(code))
          #expect(Money(money.text(format), money.currency, format: format) == money)
          #expect(Money(money.plainText, money.currency, format: .plain) == money)
        }
      }
    }
  }

  @Test func numbersAreReadInEveryManner() {
    #expect(german.value("1.234,5") == 1234.5)
    #expect(english.value("1,234.5") == 1234.5)
    #expect(english.value("3,5") == 3.5)
    #expect(german.value("3.5") == 3.5)
    #expect(english.value("−12") == -12)
    #expect(english.value("twelve") == nil)
    #expect(german.text(1234.5) == "1.234,5")
    #expect(english.text(-0.001) == "0")
    #expect(NumberFormat.plain.text(-1234.5) == "-1234.5")
  }

  /// The window's toolkit chooses the locale's mark for what C prints, the command line a point.
  @Test func whatCPrintedIsReadWhateverItsMark() {
    for printed in ["15000.50", "15000,50", "15000٫50"] {
      #expect(english.text(printed: printed, isNegative: true) == "−15,000.5")
      #expect(german.text(printed: printed, isNegative: false) == "15.000,5")
    }
    #expect(german.text(printed: "14,0", isNegative: false) == "14")
    #expect(german.text(printed: "0,00", isNegative: true) == "0")
  }

  @Test func anotherCurrencyKeepsWhatPeopleWrote() throws {
    let toYen = CurrencyChange(from: .euro, to: try currency("JPY"))
    #expect([40_000, 49, 50, 149, 150, -150, 0].map(toYen.amount) == [400, 0, 1, 1, 2, -2, 0])
    let toDinars = CurrencyChange(from: .euro, to: try currency("KWD"))
    #expect(toDinars.amount(40_050) == 400_500)
    #expect(toDinars.amount(.max) == .max && toDinars.amount(.min) == .min)

    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: ""))
    let organisation = Organisation(rank: .middle, currency: "EUR")
    var need = ResourceNeed(initiativeID: UUID(), rank: .middle)
    need.askedMoney = 1_500_000
    var turnover = Turnover(rank: .middle)
    turnover.salary = 2_400_049
    contents.resourceNeeds = [need, ResourceNeed(initiativeID: UUID(), rank: .middle)]
    contents.turnovers = [turnover]
    let edit = try #require(
      CurrencyChange.edit(of: organisation, to: "JPY", in: contents, typing: UUID()))
    #expect(edit.changes.count == 3)
    let updated = edit.changes.compactMap { change -> (any Entity)? in
      if case .update(_, let new) = change { new } else { nil }
    }
    #expect(updated.compactMap { ($0 as? ResourceNeed)?.askedMoney } == [15_000])
    #expect(updated.compactMap { ($0 as? Turnover)?.salary } == [24_000])
    #expect(updated.compactMap { ($0 as? Organisation)?.currency } == ["JPY"])
    // The same smallest units: nothing else changes.
    let pounds = CurrencyChange.edit(of: organisation, to: "GBP", in: contents, typing: UUID())
    #expect(pounds?.changes.count == 1)
  }
}
