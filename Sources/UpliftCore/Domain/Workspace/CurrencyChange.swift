import Foundation

/// What changes when an organisation counts in another currency.
///
/// Amounts are kept in the currency's smallest unit, and not every currency has hundredths: what
/// people wrote stays, so that 400.00 euros become 400 yen, and nothing is exchanged. What the new
/// currency cannot say is rounded, half away from zero.
public struct CurrencyChange: Sendable {
  private let old: Currency
  private let new: Currency

  public init(from old: Currency, to new: Currency) {
    self.old = old
    self.new = new
  }

  /// An amount of smallest units of the old currency in those of the new one; what would be too
  /// large for the file stays the largest that there is.
  public func amount(_ units: Int) -> Int {
    let places = new.decimals - old.decimals
    let factor = (0..<abs(places)).reduce(1) { factor, _ in factor * 10 }
    guard places < 0 else {
      let (product, overflow) = units.multipliedReportingOverflow(by: factor)
      return overflow ? (units < 0 ? .min : .max) : product
    }
    let (whole, rest) = units.quotientAndRemainder(dividingBy: factor)
    return abs(rest) * 2 < factor ? whole : whole + units.signum()
  }

  /// Of the organisation and of every amount in the workspace; nil when nothing is another.
  ///
  /// - Parameters:
  ///   - code: of the new currency, ISO 4217; empty for none in particular.
  ///   - contents: with all needs of resources and turnovers.
  ///   - typing: a stretch of typing is one step of undo.
  public static func edit(
    of organisation: Organisation, to code: String, in contents: WorkspaceContents, typing: UUID
  ) -> Edit? {
    guard
      let own = Edit.changing(organisation, .editDetails, typing: typing, { $0.currency = code })
    else { return nil }
    let change = CurrencyChange(
      from: Currency(organisation.currency) ?? .euro, to: Currency(code) ?? .euro)
    let needs = Edit.changing(contents.resourceNeeds) {
      $0.askedMoney = $0.askedMoney.map(change.amount)
      $0.grantedMoney = $0.grantedMoney.map(change.amount)
    }
    let turnovers = Edit.changing(contents.turnovers) {
      $0.salary = $0.salary.map(change.amount)
    }
    return Edit(
      own.name, own.changes + (needs?.changes ?? []) + (turnovers?.changes ?? []),
      coalescing: own.coalescing)
  }
}
