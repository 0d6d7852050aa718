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
  public static func between(_ lower: Rank?, _ upper: Rank?) -> Rank {
    if let lower, let upper, lower >= upper { return between(lower, nil) }
    let low = lower.map { Array($0.text.utf8) } ?? []
    let high = upper.map { Array($0.text.utf8) }
    var result: [UInt8] = []
    var bounded = high != nil
    var index = 0
    while true {
      let from = index < low.count ? value(of: low[index]) ?? 0 : 0
      let to = bounded ? (high.flatMap { index < $0.count ? value(of: $0[index]) : nil } ?? 0) : 62
      if to - from > 1 {
        // With an open end, one step is enough: appended ranks stay short.
        let open = !bounded && index < low.count
        result.append(digits[open ? from + 1 : (from + to) / 2])
        return Rank(unchecked: result)
      }
      result.append(digits[from])
      if to > from { bounded = false }
      index += 1
    }
  }

  /// `count` ranks in order, evenly spread, as short as they can be.
  public static func spread(_ count: Int, after lower: Rank? = nil) -> [Rank] {
    var ranks: [Rank] = []
    ranks.reserveCapacity(count)
    guard lower == nil, count > 1 else {
      var last = lower
      for _ in 0..<count {
        let next = between(last, nil)
        ranks.append(next)
        last = next
      }
      return ranks
    }
    var width = 1
    var room = 61
    while room < count {
      width += 1
      room = room * 62 + 61
    }
    let total = Double(room)
    for position in 0..<count {
      var value = Int(total * Double(position + 1) / Double(count + 1))
      var text = [UInt8](repeating: digits[0], count: width)
      for place in stride(from: width - 1, through: 0, by: -1) {
        text[place] = digits[value % 62]
        value /= 62
      }
      while text.count > 1, text.last == digits[0] { text.removeLast() }
      ranks.append(Rank(unchecked: text))
    }
    // Rounding can only collide or end in 0 when the room is nearly full; then count upwards.
    let isSound = zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 } && ranks.first?.text != "0"
    return isSound ? ranks : spreadByCounting(count)
  }

  private static func spreadByCounting(_ count: Int) -> [Rank] {
    var last: Rank?
    return (0..<count).map { _ in
      let next = between(last, nil)
      last = next
      return next
    }
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
