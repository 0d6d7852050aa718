/// A place in an order, as a fraction written in base 62: there is always room for one more
/// between any two, so that moving a record rewrites that record only.
///
/// A rank is a non-empty string over `0…9A…Za…z` that does not end in `0`; ranks compare byte by
/// byte, as SQLite's BINARY collation does.
public struct Rank: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let text: String

  private static let digits = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  /// Nil when `text` is no rank.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.last != UInt8(ascii: "0"),
      text.utf8.allSatisfy({ Rank.value(of: $0) != nil })
    else { return nil }
    self.text = text
  }

  private init(unchecked digits: [UInt8]) {
    text = String(decoding: digits, as: UTF8.self)
  }

  public var description: String { text }

  public static func < (left: Rank, right: Rank) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// The rank of a list's only record.
  public static let middle = Rank(unchecked: [UInt8(ascii: "V")])

  /// A rank after `lower` and before `upper`; nil stands for the open end. When `lower` is not
  /// below `upper` (two copies were merged), the result comes after `lower`.
  ///
  /// Ten thousand records in a row, added each after or each before the last, at an end or between
  /// two others, get ranks of less than ten digits.
  public static func between(_ lower: Rank?, _ upper: Rank?) -> Rank {
    if let lower, let upper, lower >= upper { return between(lower, nil) }
    let low = lower?.values ?? []
    guard let high = upper?.values else { return Rank(values: after(low[...])) }
    var index = 0
    while (index < low.count ? low[index] : 0) == high[index] { index += 1 }
    guard index < low.count else { return Rank(values: low + before(high[low.count...])) }
    let common = high[..<index]
    let (from, to) = (low[index], high[index])
    if to - from > 1 { return Rank(values: common + [(from + to) / 2]) }
    if high.count > index + 1 { return Rank(values: common + [to]) }
    return Rank(values: common + [from] + after(low[(index + 1)...]))
  }

  /// The next one up. Digits are counted upwards as in a number; a number that begins with one
  /// `z` more has twice as many digits, so that they never run out and stay few.
  private static func after(_ low: ArraySlice<Int>) -> [Int] {
    guard !low.isEmpty else { return middle.values }
    let prefix = low.prefix { $0 == 61 }.count
    var number = counter(low, prefix)
    var place = number.count - 1
    while place >= 0, number[place] == 61 {
      number[place] = 0
      place -= 1
    }
    // The first digit is below 61: it would belong to the prefix.
    number[max(place, 0)] += 1
    return trimmed(Array(repeating: 61, count: prefix) + number)
  }

  /// The next one down, likewise, with one `0` more for twice as many digits. `high` is not zero.
  private static func before(_ high: ArraySlice<Int>) -> [Int] {
    let prefix = high.prefix { $0 == 0 }.count
    var number = counter(high, prefix)
    // What was cut off leaves room enough.
    if high.count > prefix + number.count {
      return trimmed(Array(repeating: 0, count: prefix) + number)
    }
    var place = number.count - 1
    while place > 0, number[place] == 0 {
      number[place] = 61
      place -= 1
    }
    number[place] -= 1
    if number[0] > 0 { return trimmed(Array(repeating: 0, count: prefix) + number) }
    return Array(repeating: 0, count: prefix + 1)
      + Array(repeating: 61, count: width(prefix + 1))
  }

  private static func width(_ prefix: Int) -> Int { 1 << min(prefix, 5) }

  /// The digits behind the prefix, as many as it asks for.
  private static func counter(_ digits: ArraySlice<Int>, _ prefix: Int) -> [Int] {
    let wanted = width(prefix)
    let own = digits.dropFirst(prefix).prefix(wanted)
    return own + Array(repeating: 0, count: wanted - own.count)
  }

  private static func trimmed(_ digits: [Int]) -> [Int] {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    return digits
  }

  private var values: [Int] { text.utf8.map { Rank.value(of: $0) ?? 0 } }

  private init(values: [Int]) { self.init(unchecked: values.map { Rank.digits[$0] }) }

  /// `count` ranks in order, evenly spread, as short as they can be.
  public static func spread(_ count: Int, after lower: Rank? = nil) -> [Rank] {
    var ranks: [Rank] = []
    ranks.reserveCapacity(count)
    if let lower, count > 60 {
      // One after the other they would grow by a digit every 60; below one new rank they need not.
      let start = between(lower, nil).text
      return spread(count).map { Rank(unchecked: Array((start + $0.text).utf8)) }
    }
    guard lower == nil, count > 1 else {
      var last = lower
      for _ in 0..<count {
        let next = between(last, nil)
        ranks.append(next)
        last = next
      }
      return ranks
    }
    // 62 to the power of `width` values, of which 0 is no rank: with at least one for each, no two
    // of these fractions fall together.
    var width = 1
    var values = 62
    while values <= count {
      width += 1
      values *= 62
    }
    for position in 0..<count {
      var value = (position + 1) * values / (count + 1)
      var text = [UInt8](repeating: digits[0], count: width)
      for place in stride(from: width - 1, through: 0, by: -1) {
        text[place] = digits[value % 62]
        value /= 62
      }
      while text.count > 1, text.last == digits[0] { text.removeLast() }
      ranks.append(Rank(unchecked: text))
    }
    return ranks
  }

  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) - 48
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit) - 55
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit) - 61
    default: nil
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let rank = Rank(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text.prefix(40)) is no rank")
    }
    self = rank
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
