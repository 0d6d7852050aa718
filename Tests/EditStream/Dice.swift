import Foundation

/// Random values that are the same for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }

  mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &self) }

  mutating func id() -> UUID {
    var bytes = (next(), next())
    return withUnsafeBytes(of: &bytes) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }

  mutating func text() -> String {
    let words = [
      "parcel", "Rücksendung", "退货", "refund", "العميل", "waits", "👩🏽‍💻", "counter", "\"quoted\"",
      "line\nbreak", "é", "= 1 + 1", "label", "store",
    ]
    let count = roll(40) == 0 ? 400 : 1 + roll(6)
    return (0..<count).map { _ in pick(words) ?? "" }.joined(separator: " ")
  }
}
