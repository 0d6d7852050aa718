import Foundation

/// Columns of numbers.
extension RegisterColumn {
  /// A number with at most four decimals.
  public static func number(
    _ name: String, _ title: String, weight: Double = 0.8,
    _ field: WritableKeyPath<Record, Double?>, within range: ClosedRange<Double>? = nil,
    in context: RegisterContext
  ) -> Self {
    figure(
      name, title, .number, weight, { $0[keyPath: field] }, { $0[keyPath: field] = $1 },
      text: { context.numbers.text($0, decimals: context.numbers.isPlain ? 9 : 4) },
      read: { context.numbers.value($0) }, within: range, in: context)
  }

  /// A whole number; an empty cell is nil.
  public static func wholeNumber(
    _ name: String, _ title: String, weight: Double = 0.8,
    _ field: WritableKeyPath<Record, Int?>, within range: ClosedRange<Int>? = nil,
    in context: RegisterContext
  ) -> Self {
    figure(
      name, title, .number, weight, { $0[keyPath: field].map(Double.init) },
      { $0[keyPath: field] = $1.map { Int($0) } }, text: { context.numbers.text($0, decimals: 0) },
      read: { context.numbers.value($0).flatMap(Self.whole) },
      within: range.map { Double($0.lowerBound)...Double($0.upperBound) }, in: context)
  }

  /// Per cent, kept as 0…100: "85 %".
  ///
  /// - Parameter range: in per cent.
  public static func percentage(
    _ name: String, _ title: String, weight: Double = 0.8,
    _ field: WritableKeyPath<Record, Double?>, within range: ClosedRange<Double>? = 0...100,
    in context: RegisterContext
  ) -> Self {
    figure(
      name, title, .percentage, weight, { $0[keyPath: field] }, { $0[keyPath: field] = $1 },
      text: {
        let figures = context.numbers.text($0, decimals: 1)
        return context.numbers.isPlain ? figures : figures + context.numbers.percentSpace + "%"
      }, read: { context.numbers.value($0.replacing("%", with: "")) }, within: range, in: context)
  }

  /// An amount, kept in minor units of the workspace's currency.
  public static func money<Value: FixedWidthInteger & Sendable>(
    _ name: String, _ title: String, weight: Double = 1.1,
    _ field: WritableKeyPath<Record, Value?>, allowsNegative: Bool = false,
    in context: RegisterContext
  ) -> Self {
    var column = RegisterColumn(
      name: name, title: title, kind: .money, weight: weight,
      text: { record in
        guard let units = record[keyPath: field] else { return "" }
        let money = Money(minorUnits: Int64(units), context.currency)
        return context.numbers.isPlain ? money.plainText : money.text(context.numbers)
      }, key: { $0[keyPath: field].map { .number(Double($0)) } })
    column.set = { record, text in
      if text.allSatisfy(\.isWhitespace) {
        record[keyPath: field] = nil
        return true
      }
      guard let money = Money(text, context.currency, format: context.numbers),
        allowsNegative || money.minorUnits >= 0, let units = Value(exactly: money.minorUnits)
      else { return false }
      record[keyPath: field] = units
      return true
    }
    column.takes = {
      let example = Money(minorUnits: 123_450, context.currency).text(context.numbers)
      return tr("amounts like {example}", ["example": example])
    }
    return column
  }

  /// 0…5; an empty cell is nil.
  public static func rating(
    _ name: String, _ title: String, weight: Double = 1.2,
    _ field: WritableKeyPath<Record, Int?>, within range: ClosedRange<Int> = 0...5,
    in context: RegisterContext
  ) -> Self {
    var column = wholeNumber(name, title, weight: weight, field, within: range, in: context)
    column.kind = .rating
    column.isFigure = false
    column.choices = { [""] + range.map(String.init) }
    return column
  }

  /// The same for a field that always has a value; an empty text does not fit.
  public static func rating(
    _ name: String, _ title: String, weight: Double = 1.2, _ field: WritableKeyPath<Record, Int>,
    within range: ClosedRange<Int> = 0...5, in context: RegisterContext
  ) -> Self {
    var column = wholeNumber(name, title, weight: weight, field, within: range, in: context)
    column.kind = .rating
    column.isFigure = false
    column.choices = { range.map(String.init) }
    return column
  }

  /// The same for a field that always has a value; an empty text does not fit.
  public static func wholeNumber(
    _ name: String, _ title: String, weight: Double = 0.8, _ field: WritableKeyPath<Record, Int>,
    within range: ClosedRange<Int>? = nil, in context: RegisterContext
  ) -> Self {
    var column = figure(
      name, title, .number, weight, { Double($0[keyPath: field]) },
      { record, value in value.map { record[keyPath: field] = Int($0) } },
      text: { context.numbers.text($0, decimals: 0) },
      read: { context.numbers.value($0).flatMap(Self.whole) },
      within: range.map { Double($0.lowerBound)...Double($0.upperBound) }, in: context)
    column.refuseEmpty()
    return column
  }

  /// The same for a field that always has a value; an empty text does not fit.
  public static func number(
    _ name: String, _ title: String, weight: Double = 0.8,
    _ field: WritableKeyPath<Record, Double>, within range: ClosedRange<Double>? = nil,
    in context: RegisterContext
  ) -> Self {
    var column = figure(
      name, title, .number, weight, { $0[keyPath: field] },
      { record, value in value.map { record[keyPath: field] = $0 } },
      text: { context.numbers.text($0, decimals: context.numbers.isPlain ? 9 : 4) },
      read: { context.numbers.value($0) }, within: range, in: context)
    column.refuseEmpty()
    return column
  }

  private mutating func refuseEmpty() {
    let set = set
    self.set = { record, text in
      text.allSatisfy(\.isWhitespace) ? false : set(&record, text)
    }
  }

  private static func whole(_ value: Double) -> Double? {
    value == value.rounded() && abs(value) < 1e15 ? value : nil
  }

  private static func figure(
    _ name: String, _ title: String, _ kind: Kind, _ weight: Double,
    _ get: @escaping (Record) -> Double?, _ put: @escaping (inout Record, Double?) -> Void,
    text: @escaping (Double) -> String, read: @escaping (String) -> Double?,
    within range: ClosedRange<Double>?, in context: RegisterContext
  ) -> Self {
    var column = RegisterColumn(
      name: name, title: title, kind: kind, weight: weight,
      text: { get($0).map(text) ?? "" }, key: { get($0).map { .number($0) } })
    column.set = { record, typed in
      if typed.allSatisfy(\.isWhitespace) {
        put(&record, nil)
        return true
      }
      guard let value = read(typed), range?.contains(value) ?? true else { return false }
      put(&record, value)
      return true
    }
    column.takes = {
      guard let range, range.upperBound < 1e12 else { return tr("numbers") }
      return tr(
        "numbers from {lower} to {upper}",
        ["lower": text(range.lowerBound), "upper": text(range.upperBound)])
    }
    return column
  }
}
